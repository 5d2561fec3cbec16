package io.github.broadsheet.cli;

import io.github.broadsheet.Papers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.Table;

/** A search of Hugging Face in a terminal. */
@Command(
    name = "search",
    description = "Search the papers on Hugging Face; the most relevant come first.",
    footer = {"", "Example:", "  broadsheet search state space models -n 5"})
final class SearchCommand implements Callable<Integer> {
  private static final int MOST = 120;

  @Parameters(arity = "1..*", paramLabel = "TEXT", description = "What to look for.")
  private List<String> words = List.of();

  @Option(
      names = {"-n", "--number"},
      paramLabel = "N",
      description = "Show at most so many, up to " + MOST + "; ${DEFAULT-VALUE} if not given.",
      defaultValue = "10")
  private int number;

  @ParentCommand private Main main = new Main(Terminal.plain());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    return Stoppable.call(this::show);
  }

  private int show() {
    Counts.check(spec, number, MOST);
    String text = String.join(" ", words);
    if (text.isBlank()) {
      throw new ParameterException(
          spec.commandLine(),
          "nothing to look for; name some words: broadsheet search world model");
    }
    Table papers = Papers.search(text, number);
    new ListingText(main.terminal()).print(papers, spec.commandLine().getOut());
    return 0;
  }
}
