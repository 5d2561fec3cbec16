package io.github.broadsheet.cli;

import io.github.broadsheet.cli.Finding.Level;
import io.github.broadsheet.display.Plain;
import io.github.broadsheet.http.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What this machine has of all that notebooks need. */
@Command(
    name = "doctor",
    description =
        "Check Java, Jupyter, the network, the folders and the archive, and say what to do.",
    footer = {
      "",
      "Ends with 0 when notebooks can run, even if something is missing that they can do",
      "without, and with 1 when they cannot.",
      "",
      "Example:",
      "  broadsheet doctor"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final int THING = 14;
  private static final int LEVEL = 6;

  @Option(
      names = "--repair",
      description =
          "Put an archive that is damaged aside, and begin a new one with what can still be read"
              + " of it.")
  private boolean repair;

  @ParentCommand private Main main = new Main(Terminal.plain());

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Settings settings = Settings.current();
    if (repair) {
      ArchiveCheck.repair(settings.home()).forEach(spec.commandLine().getOut()::println);
      return 0;
    }
    JavaCheck java = new JavaCheck();
    NetworkCheck network = new NetworkCheck(settings);
    JupyterCheck jupyter = new JupyterCheck(Jupyter.find(System.getenv()));
    List<Supplier<Finding>> checks =
        List.of(
            JavaCheck::version,
            JavaCheck::memory,
            JavaCheck::program,
            java::session,
            JavaCheck::documentation,
            network::huggingFace,
            network::arxiv,
            () -> DataFolder.check(settings.home()),
            () -> ArchiveCheck.check(settings.home()),
            jupyter::installed,
            jupyter::kernel);
    boolean broken = false;
    PrintWriter out = spec.commandLine().getOut();
    for (Supplier<Finding> check : checks) {
      Finding finding = check.get();
      print(finding, out);
      broken |= finding.level() == Level.BROKEN;
    }
    return broken ? Main.FAILED : 0;
  }

  private void print(Finding finding, PrintWriter out) {
    String word =
        switch (finding.level()) {
          case FINE -> "ok";
          case NOTE -> "note";
          case BROKEN -> "broken";
        };
    String head = Plain.pad(finding.thing(), THING, false);
    String level = Plain.pad(word, LEVEL, false) + "  ";
    int indent = THING + LEVEL + 2;
    String start = head + (finding.level() == Level.FINE ? level : main.terminal().bold(level));
    for (String line : ScreenText.wrap(finding.state(), main.terminal().columns() - indent)) {
      out.println(start + line);
      start = " ".repeat(indent);
    }
    for (String todo : finding.todo()) {
      String arrow = "→ ";
      for (String line : ScreenText.wrap(todo, main.terminal().columns() - indent - 2)) {
        out.println(" ".repeat(indent) + arrow + line);
        arrow = "  ";
      }
    }
    out.flush();
  }
}
