package io.github.broadsheet.cli;

import io.github.broadsheet.Papers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Table;

/** Files into the archive. */
@Command(
    name = "import",
    description = "Put the papers of files into the local archive, each paper once.",
    footer = {
      "",
      "Reads what Papers.read reads, such as a file of `broadsheet export`.",
      "",
      "Example:",
      "  broadsheet import papers.jsonl.gz"
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to read.")
  private List<Path> files = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    for (Path file : files) {
      Table papers = Papers.read(file);
      Papers.keep(papers);
      spec.commandLine()
          .getOut()
          .println(FetchCommand.of(papers.rowCount(), "paper") + " from " + file);
    }
    return 0;
  }
}
