package io.github.broadsheet.cli;

import io.github.broadsheet.Papers;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Table;

/** The archive into a file. */
@Command(
    name = "export",
    description = "Write all papers of the local archive to a file.",
    footer = {"", "Example:", "  broadsheet export papers.jsonl.gz"})
final class ExportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "Ends with .csv, .jsonl, .bib, .ris or .md; and .gz after it to pack.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Table archive = Papers.archive();
    try {
      Papers.write(archive, file);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    spec.commandLine()
        .getOut()
        .println(FetchCommand.of(archive.rowCount(), "paper") + " into " + file);
    return 0;
  }
}
