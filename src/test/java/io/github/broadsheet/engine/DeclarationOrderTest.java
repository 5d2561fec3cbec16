package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationOrderTest {
  @Test
  void whatIsNeededComesFirst() {
    assertThat(
            ordered(
                "class A { B b; }", "class B { int c() { return d(); } }", "int d() { return 1; }"))
        .containsExactly(
            "int d() { return 1; }", "class B { int c() { return d(); } }", "class A { B b; }");
  }

  @Test
  void whatNeedsEachOtherStaysInTheOrderOfTheCell() {
    assertThat(
            ordered(
                "int a() { return b() + c(); }",
                "int b() { return a(); }",
                "int c() { return 1; }"))
        .containsExactly(
            "int c() { return 1; }", "int a() { return b() + c(); }", "int b() { return a(); }");
    assertThat(
            ordered(
                "class A { }",
                "class A { int x; }",
                "int f(int x) { return 1; }",
                "int f(A a) { return 2; }"))
        .containsExactly(
            "class A { }",
            "class A { int x; }",
            "int f(int x) { return 1; }",
            "int f(A a) { return 2; }");
  }

  @Test
  void nothingPassesAStatementOrAnImport() {
    String[] cell = {
      "class A { B b; }", "print(1)", "class B { C c; }", "import x.C;", "class C { }"
    };
    assertThat(ordered(cell)).containsExactly(cell);
  }

  private static List<String> ordered(String... sources) {
    List<Piece> pieces =
        Arrays.stream(sources)
            .map(source -> new Piece(0, source, source.length(), true, false, List.of()))
            .toList();
    return DeclarationOrder.of(pieces).stream().map(Piece::source).toList();
  }
}
