package io.github.broadsheet.cli;

import io.github.broadsheet.Papers;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Table;

/** The Daily Papers in a terminal. */
@Command(
    name = "today",
    description = "Show the newest list of Hugging Face Daily Papers, most upvoted first.",
    footer = {"", "Example:", "  broadsheet today -n 5"})
final class TodayCommand implements Callable<Integer> {
  @Option(
      names = {"-n", "--number"},
      paramLabel = "N",
      description = "Show at most so many; all if not given.")
  private int number = Integer.MAX_VALUE;

  @ParentCommand private Main main = new Main(Terminal.plain());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    return Stoppable.call(this::show);
  }

  private int show() {
    Counts.check(spec, number, Integer.MAX_VALUE);
    Table papers = Papers.today();
    PrintWriter out = spec.commandLine().getOut();
    new ListingText(main.terminal()).print(papers.first(Math.min(number, papers.rowCount())), out);
    return 0;
  }
}
