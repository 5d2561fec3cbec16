package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedeclareTest extends Cells {
  @Test
  void runningACellAgainKeepsWhatWasMadeFromIt() {
    run("String dt = \"first\";");
    run("var d1 = dt.substring(2);");
    run("String dt = \"over\";");
    assertThat(value("dt + d1")).isEqualTo("overrst");
  }

  @Test
  void aVariableMayBeMadeFromOneThatWasMadeFromIt() {
    run("var rows = List.of(1, 2, 3);");
    run("var most = rows.subList(0, 2);");
    run("var rows = most.subList(0, 1);");
    assertThat(value("rows.toString() + most")).isEqualTo("[1][1, 2]");
    run("int one = 1;");
    run("var two = one + 1;");
    run("int bump() { return ++two; }");
    run("var one = two + bump();");
    assertThat(value("one + \" \" + two")).isEqualTo("5 3");
    run("int one;");
    assertThat(value("one + \" \" + two")).isEqualTo("0 3");
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
  void whatIsLostIsExplainedWhereItIsUsed() {
    run("class Lost { int a = 1; }");
    run("var gone = new Lost(); int ofGone() { return gone.a; }");
    String there = here();
    run("class Lost { int a = 1; int b = 2; }");
    assertThat(traceback("1 + gone.b"))
        .contains("cannot find symbol (variable gone)")
        .contains("gone lost its value, because Lost was declared again: run " + there + " again");
    assertThat(traceback("ofGone()")).contains("run " + there + " again");
    run("var gone = new Lost();");
    assertThat(value("gone.b")).isEqualTo("2");
    assertThat(traceback("gonee")).contains("did you mean gone?").doesNotContain("lost");
  }

  @Test
  void aVariableThatWouldBecomeNullIsNotThere() {
    run("abstract class Base { }\nclass Derived extends Base { }\nBase held = new Derived();");
    String there = here();
    run("abstract class Base { int w() { return 2; } }");
    assertThat(io.err()).contains("held lost its value, because Base was declared again");
    assertThat(traceback("held == null")).contains("run " + there + " again");
  }

  @Test
  void theCellThatDeclaresItAgainLosesNothing() {
    run("class Own { int a; }\nvar own = new Own();");
    run("class Own { int a; int b = 4; }\nvar own = new Own();");
    assertThat(io.err()).isEmpty();
    assertThat(value("own.b")).isEqualTo("4");
  }

  @Test
  void aValueOfATypeOfJavaOutlivesWhatItWasMadeFrom() {
    run("String source = \"abc\"; var length = source.length(); var both = List.of(length, 1);");
    run("int twice(int n) { return 2 * n; }\nSupplier<Integer> later = () -> twice(length);");
    run("int source = 7;");
    run("String twice(int n) { return \"\"; }");
    assertThat(io.err()).isEmpty();
    assertThat(value("source + \" \" + length + both + later.get()")).isEqualTo("7 3[3, 1]6");
  }

  @Test
  void saysWhichDeclarationTookIt() {
    run("class Inner { }");
    run("class Outer { Inner inner = new Inner(); }\nvar outer = new Outer();");
    run("import java.text.*;\nclass Inner { int a; }");
    assertThat(io.err()).startsWith("outer lost its value, because Inner was declared again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int self = self + 1;",
        "var self = self + 1;",
        "int k = 1;\nString self = \"a\" + self;",
        "List<Integer> self = self == null ? List.of() : null;"
      })
  void aVariableMadeOfItselfIsRefused(String code) {
    run("int self = 41;");
    assertThat(traceback(code)).contains("self has no value yet", "write 'self = …'");
    run("self = self + 1");
    assertThat(value("self")).isEqualTo("42");
  }

  @Test
  void aLambdaSeesTheValueOfAVariableThatIsDeclaredAgain() {
    run("int factor = 2; var factors = List.of(factor);");
    run("IntUnaryOperator times = n -> n * factor; Supplier<Integer> size = () -> factors.size();");
    run("int factor = 7");
    assertThat(io.out() + io.err()).isEmpty();
    assertThat(value("times.applyAsInt(5)")).isEqualTo("35");
    assertThat(value("var factors = List.of(1, 2, factor);\nsize.get()")).isEqualTo("3");
    assertThat(value("int factor =\n  1; int other = 4, more = 5;\ntimes.applyAsInt(5)"))
        .isEqualTo("5");
    assertThat(traceback("int factor =\n  factors.get(9);")).contains(here() + ", line 2");
    assertThat(value("factor")).isEqualTo("1");
    assertThat(value("double factor = 0.5;\nfactor")).isEqualTo("0.5");
    run("int factor = 3, none = 0; int[] several = {1}; int[] several = {1, 2};");
    assertThat(value("factor + several.length")).isEqualTo("5");
  }

  @Test
  void aVariableOfAClassWithoutANameKeepsItsMembers() {
    run("var own = new Object() { int count = 5; int twice() { return 2 * count; } };");
    assertThat(value("own.count++;\nown.twice()")).isEqualTo("12");
    assertThat(traceback("own.count++;\nown.nothing()")).contains("cannot find symbol");
  }

  @Test
  void aLambdaMayNameItself() {
    run("Function<Integer, Integer> fact = n -> n < 2 ? 1 : n * fact.apply(n - 1);");
    assertThat(value("fact.apply(5)")).isEqualTo("120");
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
    run("var v = List.of(2);");
    assertThat(value("v")).isEqualTo("[2]");
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
  void anImportThatMakesATypeAmbiguousTakesNoValue() {
    run("var byName = new HashMap<String, List<Integer>>(Map.of(\"a\", List.of(1)));");
    run("import java.awt.*;");
    assertThat(io.err()).isEmpty();
    assertThat(value("byName")).isEqualTo("{a=[1]}");
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
