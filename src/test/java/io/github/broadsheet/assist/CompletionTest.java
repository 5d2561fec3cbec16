package io.github.broadsheet.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell with {@code |} for the cursor in, suggestions out. */
class CompletionTest {
  private static final Notebook notebook = new Notebook();

  @AfterAll
  static void close() {
    notebook.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "name.subs| ! substring(",
        "name.len| ! length()",
        "name.trim().len| ! length()",
        "papers.row| ! rowCount()",
        "papers.where(papers.intColumn(\"upvotes\").isGr| ! isGreaterThan(",
        "papers.where(papers.intColumn(\"upvotes\").isGr|) ! isGreaterThan(",
        "papers.where(num(\"upvotes\").isGr|).first(3) ! isGreaterThan(",
        "import java.time.*;\\nLocalDate.of(2025, 1, 1).getDayOfY| ! getDayOfYear()",
        "int f(int n) { return n; }\\nname.cha| ! charAt(",
        "class A { int own; }\\nnew A().ow| ! own",
        "class A { int own; }\\nvar a = new A();\\na.ow|\\nint next = 1; ! own",
        "var made = new ArrayList<Point>();\\nmade.get(0).su| ! sum()",
        "words.forEach(w -> w.toUp| ! toUpperCase(",
        "words.forEach(w -> { w.toUp| }); ! toUpperCase(",
        "words.stream().map(w -> w.toUp|).toList() ! toUpperCase(",
        "words.stream().filter(w -> w.isEmp| ! isEmpty()",
        "int f(String given) { int local = 1; return given.len| } ! length()",
        "int f(String given) {\\n  given.len|\\n  int after = 2;\\n  return after;\\n} ! length()",
        "for (String w : words) { w.len| } ! length()",
        "if (count > 1) { name.len| } else { } ! length()",
        "try { name.len| } catch (Exception e) { } ! length()",
        "switch (count) { case 1: name.len| } ! length()",
        "Object o = name; if (o instanceof String text) { text.len| } ! length()",
        "\"😀 x\".len| ! length()",
        "String e = \"😀😀\"; /* 😀 */ e.len| ! length()",
        "String name = \"t\";\\nint name2 = 1;\\nnam|e2 ! name2",
        "Math.ab| ! abs(",
        "java.util.Coll| ! Collection",
        "java.ti| ! time",
        "words::siz| ! size",
        "String::len| ! length",
        "Point::| ! new",
        "new Poi| ! Point",
        "int q = twi| ! twice(",
        "cou| ! count",
        "papers.first(coun| ! count",
        "int[] a = {1};\\na.len| ! length",
        "wh| ! while",
        "imp| ! import",
        "import java.ut| ! util",
        "import java.util.concurrent.ato| ! atomic",
        "import static java.lang.Math.ma| ! max",
        "import java.util.List;\\nimport java.util.stream.Coll| ! Collectors",
        "Arr| ! ArrayList",
        "numb| ! numberColumn(",
        "papers.summarize(\"upvotes\", mea| ! mean",
        "%time\\nname.len| ! length()",
        "Supplier<Integer> s = () -> name.len| ! length()",
        "new Object() { int inside() { return name.len| } } ! length()",
        "int x = 1\\r\\nname.len|\\r\\n ! length()",
        "%time name.len| ! length()",
        "switch (Month.MAY) { case J| } ! JUNE",
        "switch (Month.MAY) { case JUNE -> 1; de| } ! default",
        "try { } cat| ! catch",
        "if (count > 1) { } el| ! else",
        "class A ext| ! extends",
        "int f() thr| ! throws",
        "name inst| ! instanceof",
        "@Overr| ! Override",
        "enum E { RED }\\nE e = | ! E.RED",
        "Trend.of(papers, 'x').by(| ! WEEK",
        "boolean b = | ! true",
        "record P(int own) {}\\nnew P(1).ow| ! own()",
        "record P(int own) { int f() { return this.ow| } } ! own",
        "List<String> l = new | ! ArrayList",
        "List<String> l = new Arr| ! ArrayList"
      })
  void completes(String cell, String expected) {
    String code = cell.replace("\\n", "\n").replace("\\r", "\r");
    assertThat(notebook.texts(code)).as(code).contains(expected.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// name.|",
        "/* name.| */",
        "\"name.|",
        "String s = \"na|me\";",
        "'|'",
        "12|",
        "%maven org.|",
        "%%bash\nname.|",
        "\"\"\"\n  name.|\n\"\"\""
      })
  void saysNothingInsideStringsCommentsAndMagics(String cell) {
    assertThat(notebook.texts(cell)).isEmpty();
  }

  @Test
  void replacesWhatIsTyped() {
    Completion completion = notebook.completion("int 😀x; name.su|bs(1)");
    assertThat(completion.start()).isEqualTo("int 😀x; name.".length());
    assertThat(completion.end()).isEqualTo("int 😀x; name.su".length());
  }

  @Test
  void showsTypesAndParameterNames() {
    Completion.Item item = notebook.items("papers.sortDescendingO|").get(0);
    assertThat(item.signature()).isEqualTo("(String... columnNames)");
    assertThat(item.type()).isEqualTo("Table");
    assertThat(item.kind()).isEqualTo("function");
    assertThat(notebook.items("words.ge|").get(0).signature()).isIn("(int index)", "(int)");
    assertThat(notebook.items("words.ge|").get(0).type()).isEqualTo("String");
    assertThat(notebook.items("twi|").get(0).signature()).isEqualTo("(int number)");
    assertThat(notebook.items("name.substr|").get(0).signature()).endsWith(" (+1)");
  }

  @Test
  void putsTheExpectedTypeFirst() {
    assertThat(notebook.texts("String s = papers.|").get(0)).isEqualTo("name()");
    assertThat(notebook.items("int n = name.|").get(0).type()).isIn("int", "char");
    assertThat(notebook.texts("name.substring(|").get(0)).isIn("count", "twice(");
    assertThat(notebook.items("if (name.|) { }").get(0).type()).isEqualTo("boolean");
    assertThat(notebook.items("boolean f() { return name.| }").get(0).type()).isEqualTo("boolean");
  }

  @Test
  void putsOwnMembersBeforeInheritedAndThoseOfObjectLast() {
    assertThat(
            notebook.texts(
                "class A { void mine() {} }\nclass B extends A { void own() {} }\nnew B().|"))
        .startsWith("own()", "mine()")
        .endsWith("wait(");
    assertThat(notebook.texts("new Point(1, 2).|")).startsWith("sum()", "x()", "y()");
  }

  @Test
  void putsFirstWhatAPlaceIsFor() {
    assertThat(notebook.texts("enum E { RED }\nE e = E.RED;\ne == |").get(0)).isEqualTo("e");
    assertThat(notebook.texts("enum E { RED }\nE e = E.RED;\ne == |"))
        .element(1)
        .isEqualTo("E.RED");
    assertThat(notebook.texts("throw new Ill|").get(0)).isEqualTo("IllegalStateException");
    assertThat(notebook.texts("class Q implements Run|"))
        .startsWith("Runnable")
        .doesNotContain("Runtime");
    assertThat(notebook.texts("class Q implements Comparable<Q>, Run|")).startsWith("Runnable");
    assertThat(notebook.texts("Comparator<String> c = Comparator.|")).startsWith("comparing(");
    assertThat(notebook.texts("List<String> l = Collections.|"))
        .startsWith("checkedList(", "EMPTY_LIST", "emptyList()");
  }

  @Test
  void tellsStaticFromInstance() {
    assertThat(notebook.texts("Trap.|")).contains("made", "class").doesNotContain("open", "shut()");
    assertThat(notebook.texts("trap.|")).contains("open", "shut()").doesNotContain("class");
  }

  @Test
  void leavesTheParenthesisThatIsThere() {
    assertThat(notebook.texts("name.subs|(1)")).containsExactly("substring");
  }

  @Test
  void offersTypesThatAreNotImportedWithTheirImport() {
    Completion.Item item =
        notebook.items("ConcurrentHashM|").stream()
            .filter(each -> each.label().equals("ConcurrentHashMap"))
            .findFirst()
            .orElseThrow();
    assertThat(item.text())
        .isEqualTo("import java.util.concurrent.ConcurrentHashMap;\nConcurrentHashMap");
    assertThat(item.addedImport()).isEqualTo("import java.util.concurrent.ConcurrentHashMap;");
    assertThat(notebook.items("ArrayLi|").get(0).addedImport()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Matche| ! import java.util.regex.Matcher;\\nMatcher",
        "int a = 1;\\nMatche| m = null; ! int a = 1;\\nimport java.util.regex.Matcher;\\nMatcher m = null;",
        "if (count > 1) { }\\nMatche| ! if (count > 1) { }\\nimport java.util.regex.Matcher;\\nMatcher",
        "var m = new Matche| ! import java.util.regex.Matcher;\\nvar m = new Matcher",
        "int b = 2;\\nprint(Matche|) ! int b = 2;\\nimport java.util.regex.Matcher;\\nprint(Matcher)",
        "words.forEach(w -> {\\n  Matche|\\n}); ! words.forEach(w -> {\\n  java.util.regex.Matcher\\n});",
        "%time Matche| ! %time java.util.regex.Matcher",
        "if (count > 1) { } else Matche| ! import java.util.regex.Matcher;\\nif (count > 1) { } else Matcher"
      })
  void addsTheImportBeforeTheStatement(String cell, String expected) {
    String code = cell.replace("\\n", "\n");
    Completion completion = notebook.completion(code);
    Completion.Item item =
        completion.items().stream()
            .filter(each -> each.label().equals("Matcher"))
            .findFirst()
            .orElseThrow();
    String whole = code.replace("|", "");
    assertThat(
            whole.substring(0, completion.start())
                + item.text()
                + whole.substring(completion.end()))
        .isEqualTo(expected.strip().replace("\\n", "\n"));
  }

  @Test
  void writesTheFullNameBesideNamesThatNeedNoImport() {
    Completion completion = notebook.completion("Object o = Ma|");
    assertThat(completion.items())
        .extracting(Completion.Item::text)
        .contains("Map", "java.util.regex.Matcher");
  }

  @Test
  void hidesItsOwnNames() {
    assertThat(notebook.items("|")).isNotEmpty();
    assertThat(notebook.items("|")).noneMatch(item -> (item.text() + item.type()).contains("$"));
    assertThat(notebook.texts("|")).contains("count", "papers", "twice(", "Point");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "papers.stringColumn(\"ti| ! title",
        "papers.stringColumn(\"ti|\") ! title",
        "papers.stringColumn(\"|\") ! title",
        "papers.sortOn(\"-x\", \"up| ! upvotes",
        "papers.where(num(\"up| ! upvotes",
        "papers.where(num(\"up|\").isGreaterThan(3)) ! upvotes",
        "papers.summarize(\"up|\", mean).by(\"x\") ! upvotes",
        "papers.summarize(\"upvotes\", mean).by(\"org|\") ! organization",
        "papers.first(3).selectColumns(\"ti|\") ! title",
        "from(\"La|\") ! Lab",
        "by(\"Bo| ! Bo Ray",
        "by(\"Cy|\") ! Cy \\\"C\\\" Fox",
        "var t = papers.first(1);\\nt.dropRowsWithMissingValues().column(\"ti| ! title",
        "papers.sortOn(\"-up| ! -upvotes",
        "papers.where(in(\"| ! cs.CL",
        "papers.where(about(\"| ! agents",
        "Trend.of(papers, \"ag| ! agents",
        "Plot.bars(papers, \"| ! title",
        "papers.countBy(\"| ! title",
        "papers.forEach(row -> row.getString(\"| ! title",
        "for (var row : papers) { row.getInt(\"| ! upvotes",
        "papers.stringColumn(\"organization\").isEqualTo(\"| ! Lab",
        "papers.where(stringColumn(\"organization\").isEqualTo(\"| ! Lab",
        "var c = papers.countBy(\"organization\");\\nPlot.bars(c, \"| ! Count",
        "papers.summarize(\"upvotes\", mean, max).by(\"title\").sortOn(\"| ! Mean [upvotes]",
        "Papers.today().where(num(\"st| ! stars",
        "var t = Papers.search(\"x\", 3);\\nt.first(2).stringColumn(\"code|\"); ! code_url"
      })
  void completesStringsByTheirMeaning(String cell, String expected) {
    assertThat(notebook.texts(cell.replace("\\n", "\n"))).as(cell).contains(expected.strip());
  }

  @Test
  void ordersValuesByHowOftenTheyOccur() {
    assertThat(notebook.texts("from(\"|\")")).containsExactly("Lab", "Uni");
    assertThat(notebook.texts("by(\"|\")")).startsWith("Bo Ray");
  }

  @Test
  void offersTheColumnsOfTheTableAtHandAlone() {
    assertThat(notebook.texts("var c = papers.countBy(\"title\");\nc.column(\"|"))
        .containsExactly("title", "Count");
    assertThat(notebook.texts("Papers.today().column(\"|")).startsWith("id", "title", "abstract");
    assertThat(notebook.texts("Papers.announced(\"cs\").column(\"|")).startsWith("id", "title");
  }

  @Test
  void putsColumnsOfTheFittingTypeFirst() {
    assertThat(notebook.texts("papers.intColumn(\"|")).startsWith("upvotes");
    assertThat(notebook.texts("papers.stringColumn(\"|")).endsWith("upvotes");
    assertThat(notebook.texts("Papers.today().dateColumn(\"|")).startsWith("published", "listed");
  }

  @Test
  void offersFilesWhereAPathIsMeant(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("papers.csv"));
    Files.createDirectory(folder.resolve("parts"));
    for (String call :
        List.of("Papers.read(\"", "Path.of(\"", "new File(\"", "Files.readString(Path.of(\"")) {
      assertThat(notebook.texts(call + folder + "/pa|\")"))
          .containsExactly(folder + "/parts/", folder + "/papers.csv");
    }
    assertThat(notebook.texts("System.out.println(\"" + folder + "/pa|\")")).isEmpty();
  }

  @Test
  void offersTheLastDays() {
    assertThat(notebook.texts("Papers.on(\"|"))
        .hasSize(8)
        .allMatch(day -> day.matches("\\d{4}-\\d\\d-\\d\\d"));
    assertThat(notebook.texts("Papers.week(\"|")).allMatch(week -> week.matches("\\d{4}-W\\d\\d"));
  }

  @Test
  void keepsWhatIsNotTheReadersToUseAway() {
    assertThat(notebook.texts("JsonN|")).noneMatch(name -> name.contains(".internal."));
    assertThat(notebook.texts("record P(int own) {}\nnew P(1).|")).doesNotContain("own");
  }

  @Test
  void namesPackagesInTheFirstSecondOfAKernelToo() {
    try (Notebook started = Notebook.started()) {
      assertThat(started.texts("import java.util.concurrent.at|")).contains("atomic");
    }
  }

  @Test
  void answersWhateverIsTyped() {
    String cell =
        "import java.time.*;\nrecord R(int a) {}\nvar t = papers.where(num(\"upvotes\").isGreaterThan(1));\n"
            + "words.stream().map(w -> { return w.length(); }).toList(); // 😀\nString s = \"\"\"\n  x\n\"\"\";";
    for (int cursor = 0; cursor <= cell.length(); cursor += 3) {
      String typed = cell.substring(0, cursor);
      assertThat(notebook.assist.complete(typed, cursor).start()).isBetween(0, cursor);
      assertThat(notebook.assist.complete(cell, cursor).end()).isEqualTo(cursor);
    }
  }
}
