package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  @Test
  void saysWhichCommandsThereAre() {
    Run run = Run.of("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: broadsheet", "Exit code:");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void withoutACommandShowsTheUsageAndFails() {
    Run run = Run.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: broadsheet");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void tellsTheVersionOfProgramAndJava() {
    assertThat(Run.of("--version").out()).contains("broadsheet ", "java " + Runtime.version());
  }

  @Test
  void saysThatThereIsNoSuchCommand() {
    Run run = Run.of("bake");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no command 'bake'", "Try: broadsheet --help");
  }

  @Test
  void saysThatThereIsNoSuchOption() {
    Run run = Run.of("--bake");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no option '--bake'", "Try: broadsheet --help");
  }

  @Test
  void namesTheNearestCommandAndOption() {
    assertThat(Run.of("rum", "a.ipynb").err()).contains("no command 'rum'", "Did you mean", "run?");
    assertThat(Run.of("run", "a.ipynb", "--tiemout", "3").err())
        .contains("no option '--tiemout'", "Did you mean: --timeout?");
    assertThat(Run.of("run", "a.ipynb", "b.ipynb").err()).contains("'b.ipynb' is one too many");
  }

  @Test
  void worksInANarrowTerminal() {
    Terminal narrow = Terminal.of(Map.of("COLUMNS", "40"), false, false);
    assertThat(Run.on(narrow, "--version").code()).isZero();
    assertThat(Run.on(narrow, "run", "--help").out()).contains("Examples:");
  }

  @Test
  void showsAnExampleOfEachCommand() {
    CommandLine all = new CommandLine(new Main(Terminal.plain()));
    assertThat(all.getSubcommands().keySet())
        .filteredOn(name -> !name.equals("help"))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(Run.of(name, "--help").out())
                    .containsPattern("Examples?:\\R  broadsheet " + name));
  }
}
