package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.NotebookFile;
import io.github.broadsheet.notebook.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -p name=value}: what the cells then see, and what is refused before any cell runs. */
class RunParametersTest {
  private static final String ALL =
      """
      import java.time.LocalDate;
      final String topic = "agent", other = "}";
      int n = 10;
      long big = 1L;
      double share = 0.5;
      Boolean deep = false;
      LocalDate from = LocalDate.parse("2025-01-01");
      List<String> topics = List.of("a");
      List<Double> levels = List.of();
      java.util.List<LocalDate> days = List.of();
      var limit = -3;
      var names = List.of("x", "y");
      java.util.Map<String, String> map = null;
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void givesEachTypeItsValue() throws IOException {
    assertSeen("topic + n", "deep learning7", "topic=deep learning", "n=7");
    assertSeen("big + share", "9.00000000025E9", "big=9000000000", "share=0.25");
    assertSeen("deep ? from.plusDays(1) : null", "2024-02-29", "deep=true", "from=2024-02-28");
    assertSeen("topics.size() + topics.get(1)", "2tool use", "topics=agent, tool use");
    assertSeen("topics.get(0)", "a, b", "topics=[\"a, b\"]");
    assertSeen("levels.get(0) + limit", "-3.5", "levels=1.5,2", "limit=-5");
    assertSeen("days.get(0).getYear() + names.size()", "2027", "days=2025-03-01", "names=a,b");
    assertSeen("names.isEmpty()", "true", "names=");
  }

  @Test
  void textArrivesExactlyWhateverItHolds() throws IOException {
    String text = "say \"hi\" \\u0022 \\n\n\t\u0007\u202E 😀 ${x} '; %s";
    StringBuilder points = new StringBuilder();
    text.codePoints().forEach(point -> points.append(point).append(' '));
    assertSeen(
        "topic.codePoints().mapToObj(p -> p + \" \").collect(Collectors.joining())",
        points.toString(),
        "topic=" + text);
  }

  @Test
  void standsInACellOfItsOwnThatTheNextRunReplaces() throws IOException {
    String notebook = notebook("n");
    assertThat(Run.of("run", notebook, "-o", notebook, "-p", "n=1").code()).isZero();
    assertThat(Run.of("run", notebook, "-o", notebook, "-p", "n=2").code()).isZero();
    List<NotebookCell> cells = NotebookFile.read(Path.of(notebook)).cells();
    assertThat(cells).hasSize(3);
    assertThat(cells.get(1).tags()).containsExactly("injected-parameters");
    assertThat(cells.get(1).source()).contains("int n = 2;").doesNotContain("n = 1");
    assertThat(result(cells.get(2))).isEqualTo("2");
  }

  @Test
  void aWrongNameOrValueStopsBeforeAnythingRuns() throws IOException {
    assertRefused("topik=x", "There is no parameter topik", "n (int)", "Did you mean topic?");
    assertRefused("n=ten", "int n", "a whole number, such as -p n=10");
    assertRefused("n=3000000000", "int n", "a whole number");
    assertRefused("share=half", "a number, such as -p share=0.5");
    assertRefused("deep=maybe", "true or false");
    assertRefused("from=2025-02-30", "a day that exists");
    assertRefused("levels=1,x", "a list with commas");
    assertRefused("topics=[\"a\"", "a list with commas");
    assertRefused("map=x", "cannot be set from outside", "LocalDate or a List");
    assertRefused("n", "expected name=value");
    Run twice = Run.of("run", notebook("1"), "-p", "n=1", "-p", "n=2");
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("given twice");
  }

  @Test
  void saysHowToTagACellWhereThereIsNone() throws IOException {
    Run run = Run.of("run", NotebookText.of("int n = 1;").in(folder), "-p", "n=2");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("tagged \"parameters\"", "Cell Tags").doesNotContain("[1/1]");
  }

  private void assertSeen(String expression, String expected, String... given) throws IOException {
    List<String> args = new ArrayList<>(List.of("run", notebook(expression)));
    for (String one : given) {
      args.addAll(List.of("-p", one));
    }
    Run run = Run.of(args.toArray(String[]::new));
    assertThat(run.code()).describedAs(run.err()).isZero();
    Notebook executed = NotebookFile.read(folder.resolve("nb.executed.ipynb"));
    assertThat(result(executed.cells().get(2))).isEqualTo(expected);
  }

  private void assertRefused(String given, String... words) throws IOException {
    Run run = Run.of("run", notebook("1"), "-p", given);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(words).doesNotContain("[1/");
    assertThat(folder.resolve("nb.executed.ipynb")).doesNotExist();
  }

  private String notebook(String expression) throws IOException {
    return new NotebookText().code(ALL, "parameters").code(expression).in(folder);
  }

  private static String result(NotebookCell cell) {
    return ((Output.Data) cell.outputs().get(0)).content("text/plain").orElseThrow().textValue();
  }
}
