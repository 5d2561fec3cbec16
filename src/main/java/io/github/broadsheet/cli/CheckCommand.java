package io.github.broadsheet.cli;

import io.github.broadsheet.engine.Session;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookFile;
import io.github.broadsheet.run.Finding;
import io.github.broadsheet.run.Language;
import io.github.broadsheet.run.NotebookCheck;
import io.github.broadsheet.run.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compiles notebooks without running them. */
@Command(
    name = "check",
    description = "Compile every cell of notebooks without running any, and say what is wrong.",
    footer = {
      "",
      "Each problem is a line of standard output, file:cell:line:column: message. The cell",
      "is the number that Jupyter gives it when all are run, the column counts characters.",
      "Cells see what those before them declare. Nothing is fetched: %%maven finds jars that",
      "are in the local repository. A cell tagged \"raises-exception\" may be wrong.",
      "",
      "Ends with 0 when nothing is wrong, and with 1 when something is.",
      "",
      "Examples:",
      "  broadsheet check trend.ipynb",
      "  broadsheet check notebooks/*.ipynb"
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NB.ipynb", arity = "1..*", description = "The notebooks to check.")
  private List<Path> inputs = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Map<Path, Notebook> notebooks = new LinkedHashMap<>();
    for (Path input : inputs) {
      Notebook notebook = NotebookFile.read(input);
      if (!Language.check(notebook, input.toString())) {
        err.println("broadsheet: " + input + " does not tell its language; taken for Java.");
      }
      notebooks.put(input, notebook);
    }
    int problems = 0;
    for (Map.Entry<Path, Notebook> each : notebooks.entrySet()) {
      try (Session session = Session.open()) {
        problems += print(each.getKey(), NotebookCheck.of(each.getValue(), session));
      }
    }
    err.println(count(problems, "problem") + " in " + count(inputs.size(), "notebook") + ".");
    return problems == 0 ? 0 : Main.FAILED;
  }

  private static String count(int number, String what) {
    return (number == 0 ? "no" : number) + " " + what + (number == 1 ? "" : "s");
  }

  private int print(Path input, Report report) {
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : report.findings()) {
      String place =
          input + ":" + finding.cell() + ":" + finding.line() + ":" + finding.column() + ": ";
      out.println(place + String.join(" ", ScreenText.lines(finding.message())));
    }
    out.flush();
    report.notes().forEach(note -> spec.commandLine().getErr().println(input + ": " + note + "."));
    return report.findings().size();
  }
}
