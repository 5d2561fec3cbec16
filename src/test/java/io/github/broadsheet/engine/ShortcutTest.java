package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.analysis.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not go through JShell, beside what JShell itself makes of it. */
class ShortcutTest extends Cells {
  private static final List<String> DECLARED =
      List.of(
          "import java.util.*;",
          "import java.util.stream.*;",
          "import java.util.function.*;",
          "int n = 3;",
          "String name = \"agent\";",
          "List<Integer> numbers = new ArrayList<>(List.of(3, 1, 2));",
          "record Point(int x, int y) { int sum() { return x + y; } }",
          "class Counter { int count; void up() { count++; } }",
          "Counter counter = new Counter();",
          "enum Color { RED, GREEN }",
          "int twice(int of) { return 2 * of; }",
          "<T> T same(T it) { return it; }",
          "void fail() { throw new IllegalStateException(\"no\"); }");

  private static final JShell oracle = JShell.builder().executionEngine("local").build();

  @AfterAll
  static void closeOracle() {
    oracle.close();
  }

  static Stream<String> cells() {
    return Stream.of(
        "1 + 1",
        "n",
        "n * 2L",
        "(short) n",
        "'a' + 1",
        "(char) ('a' + 1)",
        "n > 2 ? 1 : 2.5",
        "n > 2 ? 1 : null",
        "null",
        "name.length()",
        "name + n + 1.5f + 'c'",
        "n < 3",
        "n < twice(n)",
        "n++",
        "n += 2",
        "n = 3",
        "name = \"tool\"",
        "numbers.add(4)",
        "numbers.stream().map(i -> i * n).toList()",
        "numbers.stream().sorted(Comparator.reverseOrder()).collect(Collectors.toList())",
        "numbers.get(0)",
        "new Point(1, 2)",
        "new Point(1, 2).sum()",
        "counter.count",
        "counter.count = 5",
        "Color.valueOf(\"GREEN\")",
        "twice(twice(n))",
        "same(name)",
        "same(List.of()).size()",
        "new int[] {1, 2}.length",
        "new int[][] {{1}, {2}}[1][0]",
        "Integer.MAX_VALUE + 1",
        "0x7fL ^ 1",
        "1_000_000",
        "new java.awt.Point(1, 2).x + n",
        "java.sql.Date.valueOf(\"2025-01-02\").toLocalDate().getYear()",
        "com.sun.net.httpserver.HttpServer.class.getName()",
        "java.util.concurrent.TimeUnit.DAYS.toHours(n)",
        "\"\"\"\n  text\n  \"block\"\n  \"\"\"",
        "switch (n) { case 1 -> 1; default -> 2.5; }",
        "switch (n) { case 3 -> { yield \"three\"; } default -> \"other\"; }",
        "((Function<Integer, Integer>) i -> i + n).apply(1)",
        "((Object) name) instanceof String s && s.length() == 5",
        "Stream.of(1, 2).mapToInt(Integer::intValue).sum()",
        "new Object() { int hidden = 7; }.hidden",
        "new ArrayList<>() {{ add(1); }}",
        "Map.of(name, numbers.size())",
        "Optional.empty()",
        "List.class.getSimpleName()",
        "n // the last word",
        "/* the first */ n",
        "n\n  + 1",
        "if (n > 0) n = 10; else n = 20;",
        "for (int i = 0; i < 3; i++) { n += i; }",
        "for (var i : numbers) n += i;",
        "while (n > 0) n--;",
        "do { n++; } while (n < 5);",
        "{ int inside = 4; n = inside; }",
        "try { fail(); } catch (IllegalStateException e) { n = 42; } finally { n++; }",
        "synchronized (name) { n = 8; }",
        "outer: for (;;) { for (;;) { break outer; } }",
        "switch (n) { case 1 -> n = 5; default -> n = 6; }",
        "numbers.clear();",
        "counter.up()",
        "counter.up();",
        "Thread.sleep(0)",
        "assert n > 0;",
        "new Point(3, 4);",
        "n++;",
        ";",
        "");
  }

  @ParameterizedTest
  @MethodSource("cells")
  void givesWhatJShellGives(String code) {
    String expected = byJShell(code);
    assertThat(Objects.requireNonNullElse(value(code), "")).isEqualTo(expected);
    for (String state : List.of("n", "name", "numbers", "counter.count")) {
      assertThat(value(state)).as(state).isEqualTo(byJShell(state));
    }
  }

  static Stream<String> failing() {
    return Stream.of(
        "1 / 0",
        "fail()",
        "name.charAt(99)",
        "numbers.get(-1)",
        "Objects.requireNonNull(null)",
        "throw new java.io.IOException(\"checked\");",
        "(String) (Object) n",
        "new int[-1]",
        "numbers.stream().map(i -> i / 0).toList()");
  }

  @ParameterizedTest
  @MethodSource("failing")
  void failsAsItDoesInJShell(String code) {
    SnippetEvent event = oracle.eval(code).get(0);
    jdk.jshell.EvalException thrown = (jdk.jshell.EvalException) event.exception();
    Outcome.Failed failed = failure(code);
    assertThat(failed.name()).isEqualTo(thrown.getExceptionClassName());
    // Without what Java says of the loaders of classes.
    assertThat(Objects.toString(thrown.getMessage(), "")).startsWith(failed.message());
    assertThat(text(failed)).contains("at " + here() + ", line 1").doesNotContain("$JShell$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1; } static int x; static { ",
        "1 } { 2",
        "\"open",
        "1 + ;",
        "undeclared",
        "1 +",
        "(n",
        "n) + (1",
        "n; }",
        "$value"
      })
  void takesNothingElseForAnExpression(String code) {
    assertThat(failure(code).name()).isEqualTo("CompilationError");
  }

  @Test
  void theValueOfACellIsAVariableOfItsOwnType() {
    assertThat(value("\"some text\"")).isEqualTo("some text");
    String result = "$" + number();
    assertThat(session.scope().variables())
        .filteredOn(v -> v.name().equals(result))
        .extracting(Scope.Variable::type)
        .containsExactly("java.lang.String");
    assertThat(value(result + ".length() + " + result)).isEqualTo("9some text");
    assertThat(value("out(" + (number() - 1) + ")")).isEqualTo("some text");
  }

  @Test
  void theValueMayBeOfATypeThatACellDeclared() {
    run("record Pair(int a, int b) {}");
    run("List.of(new Pair(1, 2))");
    assertThat(value("$" + number() + ".get(0).a()")).isEqualTo("1");
  }

  @Test
  void seesWhatWasDeclaredAgain() {
    run("int level() { return 1; }");
    assertThat(value("level()")).isEqualTo("1");
    run("int level() { return 2; }");
    assertThat(value("level()")).isEqualTo("2");
    run("record Box(int a) {}");
    assertThat(value("new Box(1)")).isEqualTo("Box[a=1]");
    run("record Box(String a, int b) {}");
    assertThat(value("new Box(\"x\", 2)")).isEqualTo("Box[a=x, b=2]");
    run("import java.util.concurrent.TimeUnit;");
    assertThat(value("TimeUnit.DAYS.toHours(1)")).isEqualTo("24");
  }

  @Test
  void doesNotOpenJShellForAnExpression() {
    try (Session fresh = Session.open()) {
      Transcript transcript = new Transcript();
      Outcome first = fresh.evaluate(new Cell(1, "List.of(1, 2).size() + 1"), transcript);
      assertThat(first).isEqualTo(new Outcome.Done(Map.of("text/plain", "3")));
      assertThat(fresh.declares("anything")).isFalse();
      assertThat(fresh.scope().imports()).contains("import java.util.*;");
      fresh.evaluate(new Cell(2, "int size = 4;"), transcript);
      assertThat(fresh.declares("size")).isTrue();
      Outcome sum = fresh.evaluate(new Cell(3, "size + $1"), transcript);
      assertThat(sum).isEqualTo(new Outcome.Done(Map.of("text/plain", "7")));
    }
  }

  @BeforeAll
  void declareAll() {
    for (String each : DECLARED) {
      oracle.eval(each);
      run(each);
    }
  }

  private static String byJShell(String code) {
    String result = "";
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo info = oracle.sourceCodeAnalysis().analyzeCompletion(rest);
      for (SnippetEvent event : oracle.eval(Objects.requireNonNull(info.source()))) {
        boolean temporary =
            event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        boolean valued = temporary || event.snippet().kind() == Snippet.Kind.EXPRESSION;
        result = valued ? unquoted(Objects.toString(event.value(), "")) : "";
      }
      rest = info.remaining();
    }
    return code.endsWith(";") ? "" : result;
  }

  /** JShell shows texts as they are written. */
  private static String unquoted(String value) {
    return value.matches("(?s)([\"']).*\\1")
        ? value.substring(1, value.length() - 1).replace("\\n", "\n").replace("\\\"", "\"")
        : value;
  }
}
