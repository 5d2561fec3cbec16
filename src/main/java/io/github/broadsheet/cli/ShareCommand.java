package io.github.broadsheet.cli;

import io.github.broadsheet.notebook.NotebookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one HTML file of an executed notebook. */
@Command(
    name = "share",
    description =
        "Make one HTML file of an executed notebook, for a colleague who has nothing installed.",
    footer = {
      "",
      "The file opens offline and loads nothing; charts are pictures that become live",
      "where scripts run. Tokens, passwords, the home directory and the names of user",
      "and machine are taken out, and standard error says which.",
      "",
      "Cells tagged \"hide-input\" are folded; \"remove-cell\", \"remove-input\" and",
      "\"remove-output\" leave things out of the page, not of the notebook inside it.",
      "",
      "Examples:",
      "  broadsheet share trend.executed.ipynb",
      "  broadsheet share trend.executed.ipynb -o week-47.html --hide-code"
    })
final class ShareCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NB.ipynb", description = "The executed notebook.")
  private Path input = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.html",
      description = "Where to write; NB.html beside the notebook if not given.")
  private @Nullable Path output;

  @Mixin private PageFile page = new PageFile();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Path target = output == null ? Targets.beside(input, ".html") : output;
    Targets.check(spec, "-o", target, Targets.beside(input, ".html"));
    if (target.toAbsolutePath().equals(input.toAbsolutePath())) {
      throw new ParameterException(
          spec.commandLine(),
          "-o " + target + " is the notebook; name a file for the page (.html)");
    }
    boolean written =
        page.write(NotebookFile.read(input), input, target, spec.commandLine().getErr());
    return written ? 0 : Main.FAILED;
  }
}
