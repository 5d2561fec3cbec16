package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.magic.Jar;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.NotebookFile;
import io.github.broadsheet.notebook.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void writesWhatTheCellsShowBesideTheNotebookAndLeavesItAlone() throws IOException {
    String notebook =
        new NotebookText()
            .text("# Hello")
            .code("int n = 20;")
            .code("  ")
            .code(
                "System.out.print(\"a\"); System.out.println(\"b\"); System.err.println(\"c\"); n + 1")
            .in(folder);
    byte[] before = Files.readAllBytes(Path.of(notebook));
    Run run = Run.of("run", notebook);
    assertThat(run.err()).contains("[1/2] int n = 20;", "[2/2] System.out", "Written: ");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(Path.of(notebook)).hasBinaryContent(before);
    Notebook executed = executed();
    assertThat(outputs(executed, 3))
        .containsExactly(
            new Output.Stream("stdout", "ab\n"),
            new Output.Stream("stderr", "c\n"),
            Output.Data.result(2, java.util.Map.of("text/plain", "21")));
    assertThat(executed.cells().get(2).executionCount()).isEmpty();
    assertThat(executed.cells().get(3).metadata().path("execution").size()).isEqualTo(4);
    JsonNode metadata = executed.metadata();
    assertThat(metadata.path("kernelspec").path("name").asText()).isEqualTo("broadsheet");
    assertThat(metadata.path("language_info").path("name").asText()).isEqualTo("java");
    assertThat(metadata.path("broadsheet").path("java").asText())
        .isEqualTo(Runtime.version().toString());
  }

  @Test
  void updatesAndClearsWhatEarlierCellsHaveShown() throws IOException {
    String notebook =
        NotebookText.of(
                "String id = display(\"first\");",
                "display(\"gone\"); clearOutput(true); display(\"stays\"); updateDisplay(id, \"second\");",
                "display(\"gone\"); clearOutput();")
            .in(folder);
    assertThat(Run.of("run", notebook).code()).isZero();
    assertThat(texts(executed(), 0)).containsExactly("second");
    assertThat(texts(executed(), 1)).containsExactly("stays");
    assertThat(texts(executed(), 2)).isEmpty();
  }

  @Test
  void aCellThatFailsEndsTheRunAndWhatWasDoneIsWritten() throws IOException {
    String notebook =
        new NotebookText()
            .text("why")
            .code("int zero = 0;")
            .code("int one = 1;\nSystem.out.println(\"before\");\none / zero")
            .code("\"never\"")
            .in(folder);
    Run run = Run.of("run", notebook);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("Cell 3 (In[2]) failed", "/ by zero", "line 3", "one / zero");
    List<Output> outputs = outputs(executed(), 2);
    assertThat(outputs.get(0)).isEqualTo(new Output.Stream("stdout", "before\n"));
    assertThat(outputs.get(1)).isInstanceOf(Output.Error.class);
    assertThat(outputs(executed(), 3)).isEmpty();
    assertThat(executed().cells().get(3).executionCount()).isEmpty();
  }

  @Test
  void goesOnAfterErrorsWhereThatIsAllowed() throws IOException {
    String failing = "int x = \"no\";";
    String tagged = new NotebookText().code(failing, "raises-exception").code("1 + 1").in(folder);
    Run expected = Run.of("run", tagged);
    assertThat(expected.code()).isZero();
    assertThat(expected.err()).contains("failed, as tagged");
    assertThat(texts(executed(), 1)).containsExactly("2");

    Run allowed = Run.of("run", NotebookText.of(failing, "1 + 1").in(folder), "--allow-errors");
    assertThat(allowed.code()).isEqualTo(1);
    assertThat(texts(executed(), 1)).containsExactly("2");
  }

  @Test
  void stopsACellThatTakesTooLong() throws IOException {
    String notebook = NotebookText.of("while (true) {}", "2").in(folder);
    Run run = Run.of("run", notebook, "--timeout", "0.3");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("took longer than 0.3 s", "--timeout");
    assertThat(outputs(executed(), 0).get(0))
        .isInstanceOfSatisfying(
            Output.Error.class, error -> assertThat(error.name()).isEqualTo("Timeout"));
  }

  @Test
  void refusesATimeoutThatIsNoTime() throws IOException {
    String notebook = NotebookText.of("1").in(folder);
    for (String timeout : List.of("0", "-1", "soon", "NaN", "1e300")) {
      Run run = Run.of("run", notebook, "--timeout", timeout);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--timeout " + timeout + ": expected seconds above 0");
    }
    assertThat(folder.resolve("nb.executed.ipynb")).doesNotExist();
  }

  @Test
  void nobodyAnswersAQuestionAndTheCellSaysSo() throws IOException {
    for (String question : List.of("new Scanner(System.in).nextLine()", "System.in.read()")) {
      Run run = Run.of("run", NotebookText.of(question).in(folder));
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("asks for input", "nobody is there", "-p name=value");
    }
  }

  @Test
  void writesWhereItIsToldEvenOverTheNotebook() throws IOException {
    String notebook = NotebookText.of("6 * 7").in(folder);
    assertThat(Run.of("run", notebook, "-o", notebook).code()).isZero();
    assertThat(texts(NotebookFile.read(Path.of(notebook)), 0)).containsExactly("42");
  }

  @Test
  void refusesAPlaceThatCannotBeWrittenBeforeAnythingRuns() throws IOException {
    String notebook = NotebookText.of("6 * 7").in(folder);
    Run missing = Run.of("run", notebook, "-o", folder.resolve("no/out.ipynb").toString());
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("does not exist").doesNotContain("[1/1]");
    assertThat(Run.of("run", notebook, "-o", folder.toString()).err()).contains("is a folder");
  }

  @Test
  void refusesWhatIsNoJavaNotebook() throws IOException {
    Run python = Run.of("run", new NotebookText().code("1").language("python").in(folder));
    assertThat(python.code()).isEqualTo(2);
    assertThat(python.err()).contains("language python", "Broadsheet runs Java");
    Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{\"cells\": [");
    Run notJson = Run.of("run", broken.toString());
    assertThat(notJson.code()).isEqualTo(2);
    assertThat(notJson.err()).contains("not JSON", "line 1").doesNotContain("\tat ");
    assertThat(Run.of("run", folder.resolve("none.ipynb").toString()).err())
        .contains("There is no file");
  }

  @Test
  void takesANotebookThatDoesNotTellItsLanguageForJava() throws IOException {
    Run run = Run.of("run", new NotebookText().code("1").language("").in(folder));
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("taken for Java");
  }

  @Test
  void aMagicThatNobodyKnowsIsNamed() throws IOException {
    Run run = Run.of("run", NotebookText.of("// more\n%marven a:b:1\n1").in(folder));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no magic %marven", "%lsmagic");
  }

  @Test
  void runsANotebookMadeForAnotherJavaKernel() throws IOException {
    Path repository = Files.createDirectories(folder.resolve("repository"));
    String greet = "package lab.greet; public class Greet { public static String WORD = \"hi\"; }";
    Jar.publish(repository, "lab:greet:1.0", "lab.greet.Greet", greet);
    Path foreign = Path.of(System.getProperty("broadsheet.root"), "src/test/resources/foreign");
    Path notebook = folder.resolve("nb.ipynb");
    Files.writeString(
        notebook,
        Files.readString(foreign.resolve("ijava.ipynb"))
            .replace("REPOSITORY", repository.toUri().toString()));
    System.setProperty("maven.repo.local", folder.resolve("local").toString());
    System.setProperty("broadsheet.offline", "1");
    try {
      Run run = Run.of("run", notebook.toString());
      assertThat(run.err()).doesNotContain("WARNING");
      assertThat(run.code()).as(run.err()).isZero();
    } finally {
      System.clearProperty("maven.repo.local");
      System.clearProperty("broadsheet.offline");
    }
    assertThat(texts(executed(), 2)).containsExactly("hihi");
    assertThat(texts(executed(), 3)).containsExactly("2");
    assertThat(outputs(executed(), 1).toString()).contains("Added: greet-1.0.jar");
    assertThat(outputs(executed(), 2).toString()).contains("Time: ");
  }

  @Test
  @Timeout(600)
  void aThreadThatACellLeavesDoesNotKeepTheRunFromEnding() throws IOException {
    String leaves =
        "Thread left = new Thread(() -> { try { Thread.sleep(3_600_000); } catch (Exception e) {} });"
            + " left.start();";
    assertThat(Run.of("run", NotebookText.of(leaves, "2").in(folder)).code()).isZero();
    assertThat(texts(executed(), 1)).containsExactly("2");
  }

  @Test
  void runsNotebooksOfAnyToolWithWhateverCellsTheyHave() throws IOException {
    Path bare =
        Files.writeString(
            folder.resolve("nb.ipynb"),
            "{\"nbformat\": 4, \"cells\": ["
                + "{\"cell_type\": \"sql\", \"source\": \"select\"}, {\"cell_type\": \"code\", \"source\": \"1+1\"}]}");
    assertThat(Run.of("run", bare.toString()).code()).isZero();
    assertThat(texts(executed(), 1)).containsExactly("2");
    Run empty = Run.of("run", new NotebookText().in(folder));
    assertThat(empty.code()).isZero();
    assertThat(executed().cells()).isEmpty();
  }

  @Test
  void aCellNeverPaintsOnTheTerminal() throws IOException {
    Run run =
        Run.of(
            "run", NotebookText.of("throw new RuntimeException(\"\\u001b[2Jgone\");").in(folder));
    assertThat(run.err()).contains("gone").doesNotContain("\u001b");
  }

  private Notebook executed() throws IOException {
    return NotebookFile.read(folder.resolve("nb.executed.ipynb"));
  }

  private static List<Output> outputs(Notebook notebook, int cell) {
    return notebook.cells().get(cell).outputs();
  }

  private static List<String> texts(Notebook notebook, int at) {
    NotebookCell cell = notebook.cells().get(at);
    return cell.outputs().stream()
        .filter(Output.Data.class::isInstance)
        .map(output -> ((Output.Data) output).content("text/plain").orElseThrow().textValue())
        .toList();
  }
}
