package io.github.broadsheet.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void showsAllOverloadsBetweenEmptyParentheses() {
    assertThat(notebook.inspection("Table.create(|").plain())
        .startsWith("static Table Table.create()\n")
        .contains(
            "Table.create(String tableName)", "Table.create(String name, Column<?>... columns)");
    assertThat(notebook.inspection("new ArrayList<String>(|)").plain())
        .startsWith("new ArrayList<String>()\n")
        .contains(
            "new ArrayList<String>(int initialCapacity)",
            "new ArrayList<String>(Collection<? extends String> c)");
    assertThat(notebook.inspection("Map<String, Long> m = new HashMap<>(|);").plain())
        .contains("new HashMap<String, Long>(int initialCapacity)");
    assertThat(notebook.inspection("Collections.empt|yList()").plain()).contains("emptyList()");
  }

  @Test
  void showsWhatARecordIsMadeOf() {
    assertThat(notebook.inspection("Poin|t").plain()).startsWith("record Point(int x, int y)");
    assertThat(notebook.inspection("new Point(1, 2).x|()").plain()).startsWith("int Point.x()");
  }

  @Test
  void keepsTheLinesOfCodeInOrder() {
    assumeTrue(JdkSources.found().isPresent(), "no JDK here has a src.zip");
    assertThat(notebook.inspection("java.util.regex.Patte|rn").plain())
        .contains("Pattern p = Pattern.compile(\"a*b\");\nMatcher m = p.matcher(\"aaaaab\");");
    assertThat(notebook.inspection("java.util.stream.Collectors.groupingB|y(null)").plain())
        .contains("  groupingByConcurrent(Function)");
    assertThat(notebook.inspection("Integer.MAX_VA|LUE").plain()).contains("2^31-1");
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
        .isEqualTo(
            "Table papers\n\n= 3 rows × 6 columns: title, authors, organization, categories, keywords, upvotes");
    assertThat(notebook.inspection("name|").plain()).isEqualTo("String name\n\n= \"some\\ntext\"");
    assertThat(notebook.inspection("coun|t + 1").plain()).isEqualTo("int count\n\n= 3");
    assertThat(notebook.inspection("trap|").plain()).isEqualTo("Trap trap\n\n= Trap");
    assertThat(Values.describe(java.time.Month.MAY)).isEqualTo("MAY");
    assertThat(Values.describe(new int[] {1, 2})).isEqualTo("[1, 2]");
    assertThat(Values.describe(new int[21])).isEqualTo("int[21]");
  }

  @Test
  void showsTheTypeOfALocal() {
    assertThat(notebook.inspection("var l = new ArrayList<Point>();\nl|.size()").plain())
        .isEqualTo("ArrayList<Point> l");
  }

  @Test
  void showsTheDocumentationOfTheJdkInThreeForms() {
    assumeTrue(JdkSources.found().isPresent(), "no JDK here has a src.zip");
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
    assumeTrue(JdkSources.found().isPresent(), "no JDK here has a src.zip");
    assertThat(notebook.inspection("name.isEmpt|y()", 1).plain()).contains("value.length == 0");
    assertThat(notebook.inspection("name.isEmpt|y()", 0).plain())
        .doesNotContain("value.length == 0");
  }

  @Test
  void findsTheSourcesOfAnotherJdkWhereThisOneHasNone(@TempDir Path folder) throws IOException {
    Path own = folder.resolve("jdk-17");
    Files.createDirectories(own.resolve("lib"));
    assertThat(JdkSources.find(own)).isEmpty();
    for (String version : List.of("11", "21", "25")) {
      Path home = folder.resolve("jdk-" + version);
      Files.createDirectories(home.resolve("lib"));
      Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
      Files.createFile(home.resolve("lib/src.zip"));
    }
    Files.writeString(own.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    assertThat(JdkSources.find(own)).contains(folder.resolve("jdk-21/lib/src.zip"));
    Files.createFile(own.resolve("lib/src.zip"));
    assertThat(JdkSources.find(own)).contains(own.resolve("lib/src.zip"));
  }

  @Test
  void showsWhatIsNotYetCalledOrUsed() {
    assertThat(notebook.inspection("String.valueOf|").plain())
        .startsWith("static String String.valueOf(Object")
        .contains("String.valueOf(char[]");
    assertThat(notebook.inspection("java.util.List|").plain())
        .startsWith("interface java.util.List<E>");
    assertThat(notebook.inspection("Tabl|e").plain()).startsWith("class tech.tablesaw.api.Table");
    assertThat(notebook.inspection("Point|").plain()).startsWith("record Point");
    assertThat(notebook.inspection("twice|").plain()).startsWith("int twice(int number)");
    assertThat(notebook.inspection("about|").plain())
        .startsWith("static Filter Filter.about(String... phrases)")
        .contains("mention any of the phrases");
    assertThat(notebook.inspection("name.subst|ring").plain()).contains("substring(int");
    assertThat(notebook.inspection("count + 1; // 😀\nname.leng|th()").plain())
        .startsWith("int String.length()");
  }

  @Test
  void showsTheDocumentationOfTablesawWithoutANetwork() {
    Inspection inspection = notebook.inspection("papers.whe|re(num(\"upvotes\").isGreaterThan(1))");
    assertThat(inspection.plain()).startsWith("Table Table.where(Function<").contains("selection");
    assertThat(notebook.inspection("papers.sortOn|(\"upvotes\")").markdown())
        .contains("Returns a copy of this table sorted on the given column names");
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
