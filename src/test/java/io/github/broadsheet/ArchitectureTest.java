package io.github.broadsheet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.broadsheet.extension.PapersExtension;
import org.junit.jupiter.api.Test;

/** The map of the program in README.md, kept true. */
class ArchitectureTest {
  private static final String HOUSE = "io.github.broadsheet";
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(HOUSE);

  @Test
  void packagesFormNoCycle() {
    slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void theArrowsHold() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("cli")
        .definedBy(HOUSE + ".cli..")
        .layer("share")
        .definedBy(HOUSE + ".share..")
        .layer("run")
        .definedBy(HOUSE + ".run..")
        .layer("notebook")
        .definedBy(HOUSE + ".notebook..")
        .layer("kernel")
        .definedBy(HOUSE + ".kernel..")
        .layer("protocol")
        .definedBy(HOUSE + ".protocol..")
        .layer("assist")
        .definedBy(HOUSE + ".assist..")
        .layer("magic")
        .definedBy(HOUSE + ".magic..")
        .layer("engine")
        .definedBy(HOUSE + ".engine..")
        .layer("hint")
        .definedBy(HOUSE + ".hint..")
        .layer("analysis")
        .definedBy(HOUSE + ".analysis..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("share")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("run")
        .mayOnlyBeAccessedByLayers("cli", "share")
        .whereLayer("kernel")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("protocol")
        .mayOnlyBeAccessedByLayers("kernel", "cli")
        .whereLayer("notebook")
        .mayOnlyBeAccessedByLayers("cli", "share", "run", "magic")
        .whereLayer("magic")
        .mayOnlyBeAccessedByLayers("kernel", "run")
        .whereLayer("assist")
        .mayOnlyBeAccessedByLayers("cli", "kernel")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers("cli", "kernel", "run", "magic", "assist")
        .whereLayer("hint")
        .mayOnlyBeAccessedByLayers("engine", "kernel", "magic", "run")
        .whereLayer("analysis")
        .mayOnlyBeAccessedByLayers("cli", "hint", "engine", "magic", "assist", "kernel", "run")
        .check(ALL);
  }

  @Test
  void onlyTheProtocolKnowsZeroMq() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + ".protocol..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.zeromq..")
        .check(ALL);
  }

  @Test
  void theLibraryIsAnExtensionLikeAnyOther() {
    noClasses()
        .that()
        .resideInAnyPackage(
            HOUSE + ".engine..", HOUSE + ".kernel..", HOUSE + ".magic..", HOUSE + ".run..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(PapersExtension.class.getName())
        .check(ALL);
    noClasses()
        .that()
        .haveFullyQualifiedName(PapersExtension.class.getName())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(HOUSE + "..").and(not(resideInAnyPackage(HOUSE + ".extension"))))
        .check(ALL);
  }

  @Test
  void theLibraryDoesNotKnowTheProgram() {
    noClasses()
        .that()
        .resideInAnyPackage(
            HOUSE,
            HOUSE + ".source..",
            HOUSE + ".http..",
            HOUSE + ".text..",
            HOUSE + ".stats..",
            HOUSE + ".chart..",
            HOUSE + ".comm..",
            HOUSE + ".extension..",
            HOUSE + ".display..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            HOUSE + ".analysis..",
            HOUSE + ".hint..",
            HOUSE + ".engine..",
            HOUSE + ".magic..",
            HOUSE + ".assist..",
            HOUSE + ".protocol..",
            HOUSE + ".kernel..",
            HOUSE + ".notebook..",
            HOUSE + ".run..",
            HOUSE + ".share..",
            HOUSE + ".cli..")
        .check(ALL);
  }
}
