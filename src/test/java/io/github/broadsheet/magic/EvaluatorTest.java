package io.github.broadsheet.magic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.engine.Outcome;
import io.github.broadsheet.http.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EvaluatorTest extends MagicCells {
  @Test
  void runsJavaAndMagicsInTheOrderOfTheCell() {
    environment.put("COLOUR", "red");
    assertThat(printed("System.out.println(1)\n%env COLOUR\nSystem.out.println(2);\n%env COLOUR\n"))
        .isEqualTo("1\nCOLOUR=red\n2\nCOLOUR=red\n");
    assertThat(value("int a = 20;\n%env COLOUR\nint b = a + 1;\na + b")).isEqualTo("41");
    assertThat(value("a\n%env COLOUR")).isEqualTo("20");
    assertThat(value("a\n%b")).isEqualTo("20");
  }

  @Test
  void namesTheLineOfTheCellInErrors() {
    assertThat(traceback("int zero = 0;\n%env HOME\n// why\n  1 / zero"))
        .contains("ArithmeticException", "Cell In[1], line 4", "     4 | 1 / zero");
    assertThat(traceback("%env HOME\n%jars none.jar"))
        .contains("Cell In[2], line 2, column 1", "there is no file", "%jars none.jar");
    assertThat(traceback("%time undefined + 1"))
        .contains("Cell In[3], line 1, column 7", "%time undefined + 1", "undefined");
  }

  @Test
  void aCellWithADefiniteErrorRunsNoPartOfItself() {
    assertThat(traceback("%env HOME\nint n = \"text\";\nn"))
        .contains("line 2", "incompatible types");
    assertThat(io.both()).isEmpty();
  }

  @Test
  void namesTheNearestOfAnUnknownMagic() {
    assertThat(failure("%jasr lib.jar"))
        .extracting(Outcome.Failed::name, Outcome.Failed::message)
        .satisfies(
            all -> {
              assertThat(all.get(0)).isEqualTo("UnknownMagic");
              assertThat(all.get(1).toString())
                  .contains("no magic %jasr", "Did you mean %jars?", "%lsmagic");
            });
    assertThat(failure("%bash ls").message()).contains("Did you mean %%bash?");
  }

  @Test
  void sharesTheNotebookThatIsNamed() {
    assertThat(printed("%share week.ipynb -o week.html"))
        .contains("shared [week.ipynb, -o, week.html]", "as it was last saved");
    assertThat(failure("%share").message()).contains("needs the notebook's file", "tour.ipynb");
  }

  @Test
  void listsAndExplainsMagics() {
    assertThat(printed("%lsmagic")).contains("%jars PATH…", "%%time", "%env NAME[=VALUE]");
    assertThat(printed("%jars?")).contains("%jars lib/*.jar", "also: %jar, %classpath");
    assertThat(printed("%help time")).contains("%time STATEMENT");
    assertThat(printed("%maven --help")).contains("%maven G:A:V…", "Their sources come along");
    assertThat(printed("%%bash -h")).contains("Gives the lines below to the shell");
    assertThat(failure("%pip install numpy").message()).contains("%maven group:artifact:version");
  }

  @Test
  void timesAStatementOrACellAndShowsItsValue() {
    assertThat(value("%time 20 + 22")).isEqualTo("42");
    assertThat(io.out()).matches("Time: [\\d.]+ ms\n");
    assertThat(value("%%time\nint n = 1;\n%env HOME\nn + 1")).isEqualTo("2");
    assertThat(io.out()).matches("HOME=/home/reader\nTime: [\\d.]+ m?s\n");
    assertThat(failure("%time").message()).contains("%time needs a statement");
    assertThat(failure("1;\n%%time\n2").message()).contains("first line");
  }

  @Test
  void neverPrintsASecret() {
    environment.put("HF_TOKEN", "hf_abc");
    environment.put("DB_PASSWORD", "hush");
    assertThat(printed("%env")).contains("HF_TOKEN=(set, not shown)").doesNotContain("abc", "hush");
    environment.put("MIRROR", "https://me:hush@example.org/x");
    assertThat(printed("%env MIRROR")).isEqualTo("MIRROR=https://…@example.org/x\n");
    assertThat(printed("%env HF_TOKEN")).doesNotContain("abc");
    assertThat(printed("%env NONE")).isEqualTo("NONE is not set\n");
  }

  @Test
  void setsAVariableForTheLibraryAndTheShell() {
    try {
      assertThat(printed("%env BROADSHEET_OFFLINE = \"1\"")).isEqualTo("BROADSHEET_OFFLINE=1\n");
      assertThat(Settings.current().offline()).isTrue();
      assertThat(printed("%%bash\necho \"[$BROADSHEET_OFFLINE]\"; echo oops >&2"))
          .contains("[1]\n", "oops\n");
      assertThat(io.err()).isEqualTo("oops\n");
    } finally {
      System.clearProperty("broadsheet.offline");
    }
  }

  @Test
  void saysHowTheShellEnded() {
    assertThat(failure("%%bash\necho before\nexit 3").message()).contains("exit code 3");
    assertThat(io.out()).isEqualTo("before\n");
  }

  @Test
  void theShellCanBeInterruptedAndItsOutputComesWhileItRuns() throws Exception {
    var cell =
        CompletableFuture.supplyAsync(() -> failure("%%bash\necho on\nsleep 50 & wait; echo off"));
    long start = System.nanoTime();
    while (!io.out().contains("on")) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(60));
      Thread.sleep(10);
    }
    session.interrupt();
    assertThat(cell.get(60, TimeUnit.SECONDS).name()).isEqualTo("Interrupted");
    assertThat(value("1 + 1")).isEqualTo("2");
  }

  @Test
  void addsJarsAndFoldersToTheClassPath() throws IOException {
    Path classes =
        compiled("greet.Hello", "package greet; public class Hello { public static int n = 7; }");
    assertThat(value("%classpath \"" + classes + "\"\nimport greet.Hello;\nHello.n"))
        .isEqualTo("7");
    assertThat(failure("%jars " + folder + "/*.jar").message()).contains("no jar matches *.jar");
    assertThat(failure("%jars").message()).contains("for example: %jars lib/*.jar");
  }

  @Test
  void runsTheCodeOfAFile() throws IOException {
    Path java = folder.resolve("Helpers.java");
    Files.writeString(java, "// ours\npackage lab;\nint twice(int n) { return 2 * n; }\n");
    assertThat(value("%load " + java + "\ntwice(4)")).isEqualTo("8");
    Path script = folder.resolve("setup.jshell");
    Files.writeString(script, "int seed = 3;\n%env HOME\n/exit\n");
    assertThat(value("%load " + folder.resolve("setup") + "\nseed")).isEqualTo("3");
    assertThat(io.out()).contains("/home/reader");
    Files.writeString(java, "int ok = 1;\nint bad = ok / 0;\n");
    assertThat(traceback("1;\n%load " + java))
        .contains("Cell In[3], Helpers.java, line 2", "int bad = ok / 0;");
    Files.writeString(script, "%load " + script);
    assertThat(failure("%load " + script).message()).contains("loads itself");
  }

  private Path compiled(String name, String source) throws IOException {
    return Jar.classes(folder.resolve("my classes"), name, source);
  }
}
