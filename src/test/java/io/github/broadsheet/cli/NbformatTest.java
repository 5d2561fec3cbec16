package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executed notebooks before the judge whose word counts: nbformat's own validator. */
class NbformatTest {
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir private Path folder = Path.of("");

  @Test
  void findsNothingWrongWithAnExecutedNotebook() throws IOException, InterruptedException {
    String judge =
        "import sys, warnings, nbformat\n"
            + "warnings.simplefilter('error')\n"
            + "nb = nbformat.read(sys.argv[1], as_version=nbformat.NO_CONVERT)\n"
            + "nbformat.validate(nb)\n"
            + "print(nb.nbformat, nb.nbformat_minor, len(nb.cells), [c.id for c in nb.cells])\n";
    needNbformat();
    String notebook =
        new NotebookText()
            .text("# All kinds of output")
            .code("String topic = \"a\";", "parameters")
            .code("System.out.println(topic); System.err.print(\"half \\uD83D\"); display(1);")
            .code(
                """
                record Shown(double n) implements io.github.broadsheet.display.MimeBundle {
                  public Map<String, Object> mimeBundle() {
                    return Map.of("text/plain", "x", "text/html", "<b>\\n</b>", "image/png", "AAAA",
                        "application/vnd.plotly.v1+json", Map.of("y", new double[] {n, Double.NaN}));
                  }
                }
                new Shown(1)
                """)
            .code("throw new IllegalStateException(\"no\");", "raises-exception")
            .code("")
            .in(folder);
    Run run = Run.of("run", notebook, "-p", "topic=\u2028\"");
    assertThat(run.code()).describedAs(run.err()).isZero();
    Answer answer = python("-c", judge, folder.resolve("nb.executed.ipynb").toString());
    assertThat(answer.text()).startsWith("4 5 7 ");
    assertThat(answer.code()).isZero();
    assertThat(Files.readString(folder.resolve("nb.executed.ipynb")))
        .doesNotContain("NaN,", "NaN\n");
  }

  private void needNbformat() throws IOException, InterruptedException {
    boolean there =
        Files.isExecutable(Path.of(PYTHON)) && python("-c", "import nbformat").code() == 0;
    if ("required".equals(System.getProperty("frontends"))) {
      assertThat(there).describedAs("nbformat for " + PYTHON).isTrue();
    }
    assumeTrue(there, "nbformat is not installed for " + PYTHON + " (python3-nbformat)");
  }

  private record Answer(int code, String text) {}

  private static Answer python(String... args) throws IOException, InterruptedException {
    String[] command = new String[args.length + 1];
    command[0] = PYTHON;
    System.arraycopy(args, 0, command, 1, args.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), text);
  }
}
