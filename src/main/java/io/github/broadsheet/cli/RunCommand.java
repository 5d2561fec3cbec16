package io.github.broadsheet.cli;

import io.github.broadsheet.engine.Session;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookFile;
import io.github.broadsheet.run.Failure;
import io.github.broadsheet.run.Language;
import io.github.broadsheet.run.NotebookRun;
import io.github.broadsheet.run.Options;
import io.github.broadsheet.run.Parameters;
import io.github.broadsheet.run.Times;
import io.github.broadsheet.run.Warmup;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Executes a notebook without any screen. */
@Command(
    name = "run",
    description = "Execute a notebook from its first cell to its last, and write what it shows.",
    footer = {
      "",
      "Progress and errors go to standard error; the executed notebook is saved after",
      "each cell. A cell tagged \"parameters\" takes values from -p, one tagged",
      "\"raises-exception\" may fail.",
      "",
      "Examples:",
      "  broadsheet run trend.ipynb",
      "  broadsheet run trend.ipynb --share trend.html",
      "  broadsheet run trend.ipynb -o week-47.ipynb -p topic=\"tool use\" -p days=30"
    })
final class RunCommand implements Callable<Integer> {
  @picocli.CommandLine.Parameters(paramLabel = "NB.ipynb", description = "The notebook to run.")
  private Path input = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.ipynb",
      description = "Where to write; NB.executed.ipynb beside the notebook if not given.")
  private @Nullable Path output;

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "name=value",
      description = "Set a variable of the cell tagged \"parameters\"; a list is a,b,c.")
  private List<String> given = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Stop a cell that takes longer.")
  private @Nullable String timeout;

  @Option(names = "--allow-errors", description = "Go on after a cell that failed.")
  private boolean allowErrors;

  @Option(
      names = "--share",
      paramLabel = "OUT.html",
      description = "Also make one HTML file of it, as the command share does.")
  private @Nullable Path share;

  @ParentCommand private Main main = new Main(Terminal.plain());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Options options = new Options(limit(), allowErrors);
    Path target = target();
    Notebook notebook = NotebookFile.read(input);
    if (!Language.check(notebook, input.toString())) {
      err.println("broadsheet: " + input + " does not tell its language; taken for Java.");
    }
    NotebookRun run =
        new NotebookRun(Parameters.inject(notebook, given), options, Clock.systemUTC());
    List<Failure> failures = run(run, target, err);
    return failures.stream().allMatch(Failure::expected) ? 0 : Main.FAILED;
  }

  private List<Failure> run(NotebookRun run, Path target, PrintWriter err) throws IOException {
    long start = System.nanoTime();
    List<Failure> failures;
    Warmup.start(run.soFar());
    try (Rescue rescue = new Rescue(run, target, err);
        Session session = Session.open()) {
      failures = run.run(session, new RunLog(err, main.terminal(), target));
    }
    NotebookFile.write(run.soFar(), target);
    String took = Times.text(Duration.ofNanos(System.nanoTime() - start));
    err.println("Written: " + target + " (" + took + ")");
    if (share != null) {
      new PageFile().write(run.soFar(), input, share, err);
    }
    return failures;
  }

  private @Nullable Duration limit() {
    if (timeout == null) {
      return null;
    }
    double seconds;
    try {
      seconds = Double.parseDouble(timeout);
    } catch (NumberFormatException e) {
      seconds = Double.NaN;
    }
    if (!(seconds > 0 && seconds < Integer.MAX_VALUE)) {
      throw wrong("--timeout " + timeout + ": expected seconds above 0, such as --timeout 60");
    }
    return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
  }

  private Path target() {
    Path target = output == null ? Targets.beside(input, ".executed.ipynb") : output;
    Targets.check(spec, "-o", target, input);
    if (share != null) {
      Targets.check(spec, "--share", share, Path.of("page.html"));
      if (share.toAbsolutePath().equals(target.toAbsolutePath())
          || share.toAbsolutePath().equals(input.toAbsolutePath())) {
        throw wrong("--share " + share + " is the notebook; name a file for the page (.html)");
      }
    }
    return target;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
