package io.github.broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The map of the library in README.md, kept true. */
class ArchitectureTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.broadsheet");

  @Test
  void packagesFormNoCycle() {
    slices().matching("io.github.broadsheet.(*)..").should().beFreeOfCycles().check(LIBRARY);
  }

  @Test
  void inwardPackagesKnowNothingOfTheWordsAReaderTypes() {
    noClasses()
        .that()
        .resideInAPackage("io.github.broadsheet.*..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "io\\.github\\.broadsheet\\.(Papers|Filter|Trend|Plot|Topics|Search|Digest)")
        .check(LIBRARY);
  }

  @Test
  void onlyTheArchiveKnowsSqlite() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.broadsheet.archive..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.sqlite..", "java.sql..")
        .check(LIBRARY);
  }

  @Test
  void onlyTheWordsAReaderTypesKnowTheArchive() {
    noClasses()
        .that()
        .resideInAPackage("io.github.broadsheet.*..")
        .and()
        .resideOutsideOfPackage("io.github.broadsheet.archive..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.broadsheet.archive..")
        .check(LIBRARY);
  }
}
