package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedeclareTest extends Cells {
  @Test
  void runningACellAgainKeepsWhatWasMadeFromIt() {
    run("String dt = \"first\";");
    run("var d1 = dt.substring(2);");
    run("String dt = \"over\";");
    assertThat(value("dt + d1")).isEqualTo("overrst");
  }

  @Test
  void aMethodDeclaredAgainKeepsItsResults() {
    run("int f() { return 1; }");
    run("var r = f();");
    run("int f() { return 2; }");
    assertThat(value("r + \" \" + f()")).isEqualTo("1 2");
  }

  @Test
  void saysWhichVariableIsLostAndWhichCellToRun() {
    run("class P { int a = 1; }");
    run("var p = new P();");
    String there = here();
    run("class P { int a = 2; int b = 3; }");
    assertThat(io.err())
        .isEqualTo("p lost its value, because P was declared again: run " + there + " again\n");
    run("var p = new P();");
    assertThat(value("p.b")).isEqualTo("3");
  }

  @Test
  void anImportChangesNothing() {
    run("class Q { int a = 5; }\nvar q = new Q();\nint g(Q x) { return x.a; }");
    run("import java.time.format.*;");
    assertThat(io.err()).isEmpty();
    assertThat(value("g(q)")).isEqualTo("5");
  }

  @Test
  void theSameClassAgainChangesNothing() {
    run("class S { int a = 5; }\nvar s = new S();\nint h(S x) { return x.a; }");
    run("class S { int a = 5; }");
    assertThat(io.err()).isEmpty();
    assertThat(value("h(s)")).isEqualTo("5");
  }

  @Test
  void aVariableMayChangeItsType() {
    run("int v = 1;");
    run("String v = \"text\";");
    assertThat(value("v")).isEqualTo("text");
    run("var v = List.of(v);");
    assertThat(failure("v.nix()").name()).isEqualTo("CompilationError");
  }

  @Test
  void aVariableOfTheSameCellIsNotLost() {
    run("int one = 1;\nvar two = one + 1;");
    run("int one = 1;\nvar two = one + 1;");
    run("int one=1;");
    assertThat(io.err()).isEmpty();
    assertThat(value("one + two")).isEqualTo("3");
  }

  @Test
  void whatAnImportTakesAwayAnotherBringsBack() {
    run("var byName = new HashMap<String, List<Integer>>(Map.of(\"a\", List.of(1)));");
    run("import java.awt.*;");
    assertThat(io.err()).startsWith("byName lost its value, because java.awt.* was imported");
    run("import java.util.List;");
    assertThat(value("byName")).isEqualTo("{a=[1]}");
  }

  @Test
  void allKindsOfValuesAreKept() {
    run("int base = 2;");
    run(
        "double third = base / 3.0;\nlong big = base * 4_000_000_000L;\nfinal char c = (char) ('a' + base);");
    run(
        "int[] squares = {base, base * base};\nMap<String, List<Integer>> lists = Map.of(\"a\", List.of(base));");
    run("record Row(String name, int n) {}\nvar rows = List.of(new Row(\"x\", 1));");
    run("int base = 5;");
    assertThat(io.err()).isEmpty();
    assertThat(value("third < 0.7 && big > 7_000_000_000L && c == 'c' && squares[1] == 4"))
        .isEqualTo("true");
    assertThat(value("lists.toString() + rows")).isEqualTo("{a=[2]}[Row[name=x, n=1]]");
  }
}
