package io.github.broadsheet.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A cell with a definite problem is not run at all, so the word must never be wrong: every cell
 * here goes through a real JShell, too.
 */
class AnalyzerAgainstJShellTest {
  private static final List<String> BEFORE =
      List.of(
          "import java.util.*;",
          "import java.util.function.*;",
          "import java.util.stream.*;",
          "import java.io.*;",
          "int count = 3;",
          "String name = \"a\";",
          "List<String> words = new ArrayList<>();",
          "int twice(int n) { return 2 * n; }",
          "int twice(String s) { return 2 * s.length(); }",
          "record Point(int x, int y) { int sum() { return x + y; } }",
          "class Shape { String label() { return \"shape\"; } }");

  private static final Supplier<@Nullable Object> NOTHING = () -> null;
  private static final Scope SCOPE =
      new Scope(
          1,
          BEFORE.subList(0, 4),
          List.of(
              new Scope.Variable("count", "int", NOTHING),
              new Scope.Variable("name", "String", NOTHING),
              new Scope.Variable("words", "List<String>", NOTHING)),
          BEFORE.subList(7, 9),
          BEFORE.subList(9, 11),
          List.of());

  private static final Analyzer analyzer = new Analyzer();
  private static List<Snippet> base = List.of();
  private static final JShell shell = newShell();

  @AfterAll
  static void close() {
    analyzer.close();
    shell.close();
  }

  static List<String> valid() {
    return List.of(
        "",
        "// only a comment",
        "1 + 1",
        "count",
        "int x = 1",
        "int x = 1;\nx + 1",
        "var x = 1;\nx++;\nRunnable r = () -> System.out.print(x);",
        "int x;\nx + 1",
        "int x = 1;\nString x = \"now text\";\nx.length()",
        "String count = \"now text\";\ncount.length()",
        "int twice(int n) { return 3 * n; }\ntwice(2) + twice(\"ab\")",
        "String twice(int n) { return \"\" + n; }\ntwice(2).length()",
        "record Point(int x, int y, int z) {}\nnew Point(1, 2, 3).z()",
        "int f() { return g(); }\nint g() { return 1; }\nf()",
        "int f() { return laterCell(); }",
        "int f() { return new LaterCell().x(); }",
        "class A extends LaterCell {}",
        "LaterCell later;",
        "var base = 10;\nint plus(int n) { return n + base; }\nplus(1)",
        "int base = 10;\nclass Adder { int add(int n) { return n + base; } }\nnew Adder().add(1)",
        "var all = new ArrayList<Point>();\nint n() { return all.get(0).sum(); }",
        "throw new IOException(\"checked\");",
        "new FileReader(\"nowhere\").close()",
        "Thread.sleep(1);",
        "if (count > 1) System.out.print(\"\"); else System.out.print(\"\");",
        "for (int i = 0; i < 2; i++) { count += i; }\ncount",
        "int i = 5;\nfor (int i = 0; i < 2; i++) { }\ni",
        "int p = 1;\nFunction<Integer, Integer> f = p -> p + 1;\nf.apply(p)",
        "int a = 1; int b = 2;\nBiFunction<Integer, Integer, Integer> f = (a, b) -> a + b;",
        "while (true) { break; }\nint after = 1;",
        "throw new RuntimeException(\"stop\");\nint after = 1;",
        "import java.time.LocalDate;\nLocalDate.of(2025, 1, 1).getYear()",
        "import java.time.*\n",
        "import static java.lang.Math.*;\nmax(1, 2)",
        "final int fixed = 1;\nfixed + 1",
        "static int s = 1;\npublic static void shout() { System.out.print(\"\"); }\nshout()",
        "private String hidden = \"x\";\nhidden",
        "int[] numbers = {1, 2, 3};\nnumbers[0]",
        "int numbers[] = {1, 2, 3}, one = 1;\nnumbers[one]",
        "Map<String, List<Integer>> map = new HashMap<>(), other = null;\nmap.size()",
        "List<? extends Number> wild = List.of(1, 2.0);\nwild.get(0)",
        "<T> T same(T t) { return t; }\nsame(\"a\").length()",
        "@SuppressWarnings(\"unchecked\") List<String> cast(Object o) { return (List<String>) o; }",
        "enum Color { RED, GREEN { int rank() { return 2; } }; int rank() { return 1; } }\nColor.RED",
        "interface Named { String name(); default String hi() { return \"hi \" + name(); } }",
        "sealed interface S permits P, Q {}\nrecord P() implements S {}\nrecord Q() implements S {}",
        "switch (count) { case 1 -> System.out.print(\"\"); default -> { } }",
        "var s = switch (count) { case 1 -> \"one\"; default -> \"many\"; };\ns.length()",
        "Object o = name;\nif (o instanceof String text && text.length() > 0) System.out.print(\"\");",
        "String block = \"\"\"\n  % not a magic\n  \"quoted\"\n  \"\"\";\nblock.strip()",
        "try (var r = new StringReader(\"x\")) { r.read(); } finally { }",
        "try { twice(1); } catch (RuntimeException | Error e) { throw e; }",
        "synchronized (words) { words.clear(); }",
        "outer: for (;;) { break outer; }",
        "do { count++; } while (count < 0);\ncount",
        "{ int inside = 1; }",
        "words.stream().map(w -> { int n = w.length(); return n * 2; }).collect(Collectors.toList())",
        "new Thread() { @Override public void run() { } }.start()",
        "new Object() { int hidden = 3; }.hidden",
        "\"😀\".length() + \"a\\tb\".length()",
        "(count > 1) ? \"a\" : \"b\"",
        "(String) name",
        "(Object) twice(1)",
        "-count",
        "++count",
        "count >>= 1",
        "count >> 1",
        "int.class",
        "new int[] {1, 2}.length",
        "null",
        "count < 3 && name.length() > 2",
        "Supplier<List<String>> made = ArrayList::new;\nmade.get().size()",
        "words.forEach(System.out::print)",
        "Collections.<String>emptyList()",
        "char c = 'x', d = '\\'';\nc + d",
        "int x = 1;;\n;x",
        "var list = new ArrayList<Map<String, Integer>>();\nfor (var m : list) m.clear();",
        "int sum(int... ns) { return IntStream.of(ns).sum(); }\nsum(1, 2)",
        "int late() { return after; }\nint after = 2;\nlate()",
        "assert count > 0 : \"message\";",
        "class Node<T> { T value; Node<T> next; Node(T v) { value = v; } }\nnew Node<>(1).value",
        "int f(int n) { return n; }\nint f(int n) { return n + 1; }\nf(1)",
        "double d = .5e-3 + 1e3 + 0x1p-3 + 1_000.0f;");
  }

  static List<String> broken() {
    return List.of(
        "int x = \"text\";",
        "int x = ;",
        "String s = 1",
        "undefined",
        "undefined + 1",
        "undefined()",
        "name.nothing()",
        "name.length().foo()",
        "new Undefined()",
        "twice(1, 2)",
        "twice(2.5)",
        "count.length()",
        "int y = name.length() + undefined;",
        "int f() { return \"text\"; }",
        "int f() { }",
        "int a = 1;\nint b = a.size();",
        "words.stream().map(w -> w.nothing()).toList();",
        "if (name) { }",
        "for (String w : count) { }",
        "List<int> bad = null;\nint x = \"s\";",
        "\"abc",
        "foo(",
        "1 +",
        "int x = 1;\nx = \"s\";",
        "import java.util.List;\nList<String> l = List.of(1);",
        "new Point(1)",
        "var v = undefined();",
        "boolean b = 1;",
        "name - 1",
        "Point p = new Shape();",
        "int tooLarge = 99999999999;",
        "import no.such.pkg.Thing;\nint x = name;");
  }

  /** Where javac and JShell see things differently, or only one of them complains. */
  static List<String> doubtful() {
    return List.of(
        "count instanceof String",
        "return 1;",
        "int f() { return undefined(); }\nf()",
        "LaterCell later = new LaterCell();",
        "LaterCell later = null;",
        "var v = null;",
        "var v;",
        "int f() { int n = \"a\"; return undefined(); }",
        "class A { LaterCell c; int n = \"a\"; }",
        "import no.such.pkg.Thing;",
        "int x = 1\nint y = 2",
        "twice(1)\ntwice(2)",
        "}",
        "int f( {",
        "class A {",
        "abstract int f();",
        "break;",
        "this",
        "super.toString()",
        "package a.b;",
        "else { }",
        "int _ = 1;",
        "goto x;",
        "x -> x",
        "String::length",
        "int f() throws IOException { throw new IOException(); }\nRunnable r = () -> f();",
        "int a = b;\nint b = 1;",
        "use(1);\nvoid use(int n) { }",
        "final int fixed = 1;\nfixed = 2;",
        "int x = x + 1;",
        "var x = x + 1;",
        "void nothing() { }\nnothing()",
        "void nothing() { }\nvar v = nothing();",
        "LaterCell f() { return null; }",
        "void f(LaterCell c) { c.run(); }",
        "class A { int f() { return \"s\"; } }",
        "%maven a:b:1\nThing.run()",
        "int f() { while (true) { } }",
        "int unreachable() { return 1; int n = 2; }",
        "interface I { void a(); }\nI i = () -> 1;",
        "class A { }\nclass A { int x; }\nnew A().x",
        "@Override public String toString() { return \"\"; }",
        "native int f();",
        "int a = 1, a = 2;",
        "Object o = () -> { };",
        "try { } catch (IOException e) { }",
        "static { count = 1; }",
        "class B extends Shape { int label() { return 1; } }",
        "new Runnable() { }",
        "count = 1 = 2;",
        "int[] a = {1, \"b\"};",
        "String s = null; s.x = 1;",
        "for (;;) { }\nint after = 1;",
        "private class Hidden { private int secret = 1; }\nnew Hidden().secret",
        "List<String> l = new ArrayList<>();\nl.add(1);",
        "enum E { A }\nE.B",
        "words.get(\"a\")",
        "int x = 1; { int x = 2; }",
        "case 1: break;",
        "Point(1, 2)",
        "record R(int a) { R { if (a < 0) throw new IllegalArgumentException(); } }\nnew R(1).a()");
  }

  @ParameterizedTest
  @MethodSource("valid")
  void findsNothingInACellThatJShellAccepts(String cell) {
    assertThat(rejectedByJShell(cell)).as("JShell itself: %s", cell).isFalse();
    assertThat(definite(cell)).as(cell).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void isSureOfWhatJShellRejects(String cell) {
    assertThat(rejectedByJShell(cell)).as("JShell itself: %s", cell).isTrue();
    assertThat(definite(cell)).as(cell).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("doubtful")
  void isNeverSureWhereJShellIsNot(String cell) {
    if (!rejectedByJShell(cell)) {
      assertThat(definite(cell)).as(cell).isEmpty();
    }
  }

  @Test
  void leavesOnlyHonestDoubtInValidCells() {
    List<String> withProblems =
        valid().stream()
            .filter(cell -> !cell.toLowerCase(java.util.Locale.ROOT).contains("latercell"))
            .filter(cell -> !analyzer.problems(SCOPE, cell).isEmpty())
            .map(cell -> cell + " => " + analyzer.problems(SCOPE, cell))
            .toList();
    assertThat(withProblems).isEmpty();
  }

  private static List<Problem> definite(String cell) {
    return analyzer.problems(SCOPE, cell).stream().filter(Problem::definite).toList();
  }

  private static boolean rejectedByJShell(String cell) {
    boolean rejected = false;
    String rest = Magics.blank(cell);
    while (!rest.isBlank() && !rejected) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String source = next.source() == null ? rest : next.source();
      for (SnippetEvent event : shell.eval(source)) {
        rejected |= event.status() == Snippet.Status.REJECTED && event.causeSnippet() == null;
      }
      rest = next.source() == null ? "" : next.remaining();
    }
    shell
        .snippets()
        .filter(each -> shell.status(each).isActive() && !base.contains(each))
        .forEach(shell::drop);
    restoreBase();
    return rejected;
  }

  /** Declares again what a cell has hidden: a new shell for each such cell takes much longer. */
  private static void restoreBase() {
    List<Snippet> restored = new ArrayList<>();
    for (int i = 0; i < BEFORE.size(); i++) {
      Snippet each = base.get(i);
      restored.add(
          shell.status(each).isActive() ? each : shell.eval(BEFORE.get(i)).get(0).snippet());
    }
    base = restored;
  }

  private static JShell newShell() {
    JShell fresh = JShell.builder().executionEngine(new ParsingOnly(), Map.of()).build();
    BEFORE.forEach(fresh::eval);
    base = fresh.snippets().toList();
    return fresh;
  }
}
