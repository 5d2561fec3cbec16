package io.github.broadsheet.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private static final Notebook notebook = new Notebook();

  @AfterAll
  static void close() {
    notebook.close();
  }

  @Test
  void showsTheSignatureOfAMethod() {
    assertThat(notebook.inspection("papers.sortDescendin|gOn(\"upvotes\")").plain())
        .startsWith("Table Table.sortDescendingOn(String... columnNames)");
    assertThat(notebook.inspection("twice|(3)").plain()).startsWith("int twice(int number)");
    assertThat(notebook.inspection("words.get|(0)").plain()).startsWith("String List.get(int");
  }

  @Test
  void showsAllOverloadsWhereACallIsNotFinished() {
    assertThat(notebook.inspection("name.substring(|").plain())
        .contains("substring(int beginIndex)", "substring(int beginIndex, int endIndex)");
  }

  @Test
  void showsTheCallAroundTheCursor() {
    assertThat(notebook.inspection("twice(1 + |2)").plain()).startsWith("int twice(int number)");
    assertThat(notebook.inspection("new Point(1, |2)").plain())
        .startsWith("new Point(int x, int y)");
  }

  @Test
  void showsVariablesWithTheirValue() {
    assertThat(notebook.inspection("paper|s").plain())
        .isEqualTo("Table papers\n\n= 3 rows × 4 columns: title, authors, organization, upvotes");
    assertThat(notebook.inspection("name|").plain()).isEqualTo("String name\n\n= \"some\\ntext\"");
    assertThat(notebook.inspection("coun|t + 1").plain()).isEqualTo("int count\n\n= 3");
    assertThat(notebook.inspection("trap|").plain()).isEqualTo("Trap trap\n\n= Trap");
  }

  @Test
  void showsTheTypeOfALocal() {
    assertThat(notebook.inspection("var l = new ArrayList<Point>();\nl|.size()").plain())
        .isEqualTo("ArrayList<Point> l");
  }

  @Test
  void showsTheDocumentationOfTheJdkInThreeForms() {
    assumeTrue(
        Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip")),
        "the JDK has no lib/src.zip");
    Inspection inspection = notebook.inspection("name.substri|ng(1, 2)");
    assertThat(inspection.plain()).contains("Returns a string that is a substring", "Parameters");
    assertThat(inspection.markdown())
        .contains("```java\nString String.substring(", "- `beginIndex` – the beginning index");
    assertThat(inspection.html())
        .contains("<dt>", "<code>beginIndex</code>")
        .doesNotContain("{@code", "<script");
    assertThat(notebook.inspection("new ArrayList<String>().ad|d(\"x\")").plain())
        .contains("Appends the specified element");
    assertThat(notebook.inspection("words.siz|e()").plain()).contains("number of elements");
    assertThat(notebook.inspection("new Arra|yList<String>()").plain()).contains("empty list");
    assertThat(notebook.inspection("Math.P|I").plain()).contains("pi");
  }

  @Test
  void showsTheSourceOnDemand() {
    assumeTrue(
        Files.exists(Path.of(System.getProperty("java.home"), "lib", "src.zip")),
        "the JDK has no lib/src.zip");
    assertThat(notebook.inspection("name.isEmpt|y()", 1).plain()).contains("value.length == 0");
    assertThat(notebook.inspection("name.isEmpt|y()", 0).plain())
        .doesNotContain("value.length == 0");
  }

  @Test
  void showsTheDocumentationOfOurLibrary() {
    assertThat(notebook.inspection("io.github.broadsheet.display.Displ|ay.hosted()").plain())
        .contains("Shows values from the middle of a cell");
  }

  @Test
  void escapesWhatACommentSays() {
    String html =
        DocComment.html(
            "Shows {@code a < b} & {@link java.util.List#of() lists}.\n<script>alert(1)</script>"
                + "<img src=x onerror=alert(1)> <a href=\"javascript:alert(1)\">x</a>\n"
                + "<ul><li>one<li>two</ul>\n@param <T> the {@literal <b>type</b>}\n@return {@code null}");
    assertThat(html)
        .contains("<code>a &lt; b</code>", "lists", "<dt>Parameters", "&lt;T&gt;", "&lt;b&gt;")
        .doesNotContain("<script", "onerror", "javascript:", "<img", "{@");
    assertThat(PlainDoc.text(html)).contains("Shows a < b", "• one", "Returns\n  null");
    assertThat(PlainDoc.markdown(html)).contains("`a < b`", "- one", "**Returns**\n\n- `null`");
  }

  @Test
  void knowsNothingOfNothing() {
    assertThat(notebook.assist.inspect("", 0, 0)).isEmpty();
    assertThat(notebook.assist.inspect("// name", 4, 0)).isEmpty();
    assertThat(notebook.assist.inspect("undefined", 4, 0)).isEmpty();
    assertThat(notebook.assist.inspect("}}}((", 4, 0)).isEmpty();
  }
}
