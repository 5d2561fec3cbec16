package io.github.broadsheet.assist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {
  private static final Notebook notebook = new Notebook();

  @AfterAll
  static void close() {
    notebook.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "// a comment",
        "/* a comment */",
        "1 + 1",
        "int x = 1",
        "int x = 1;",
        "x",
        "import java.util.*",
        "import java.util.*;\nList<String> l = new ArrayList<>();\nl.size()",
        "for (int i = 0; i < 3; i++) { }",
        "if (a) b();",
        "if (a) { } else { }",
        "int f() { return 1; }",
        "record P(int x) {}",
        "class A { }",
        "do { } while (true);",
        "do { } while (true)",
        "try { a(); } finally { }",
        "%lsmagic",
        "%%bash\nls (",
        "%maven a:b:1\nimport a.B;",
        "\"(\"",
        "'('",
        "String s = \"\"\"\n  (\n  \"\"\";",
        "foo(x -> { return 1; })",
        "undefined.call(1)",
        "(a).b()",
        "int f() { return 1; }\nf()"
      })
  void isComplete(String cell) {
    assertThat(notebook.assist.completeness(cell))
        .as(cell)
        .isEqualTo(new Completeness(Completeness.State.COMPLETE, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foo(",
        "foo(1,",
        "foo.",
        "1 +",
        "int x =",
        "for (int i = 0; i < 3; i++) {",
        "for (int i = 0; i < 3; i++)",
        "if (a)",
        "if (a) { } else",
        "while (true) {\n    a();",
        "class A {",
        "class A",
        "int f() {",
        "try { }",
        "String s = \"\"\"\n  text",
        "/* a comment",
        "import java.util.",
        "words.stream()\n    .map(w ->",
        "int[] a = {1,",
        "switch (x) { case 1:"
      })
  void isIncomplete(String cell) {
    assertThat(notebook.assist.completeness(cell).state())
        .as(cell)
        .isEqualTo(Completeness.State.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int x = ;",
        "\"abc",
        "'a",
        "foo(]",
        "}",
        "foo)",
        "int 1x = 3;",
        "for for",
        "x = = 3",
        "class { }",
        "int f( { }"
      })
  void isInvalid(String cell) {
    assertThat(notebook.assist.completeness(cell).state())
        .as(cell)
        .isEqualTo(Completeness.State.INVALID);
  }

  @Test
  void indentsWhatComesNext() {
    assertThat(notebook.assist.completeness("for (;;) {").indent()).isEqualTo("    ");
    assertThat(notebook.assist.completeness("for (;;) {\n    a();").indent()).isEqualTo("    ");
    assertThat(notebook.assist.completeness("for (;;) {\n    if (x) {").indent())
        .isEqualTo("        ");
    assertThat(notebook.assist.completeness("if (x)").indent()).isEqualTo("    ");
  }
}
