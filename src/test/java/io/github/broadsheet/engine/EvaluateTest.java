package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvaluateTest extends Cells {
  @Test
  void showsTheValueOfTheLastExpression() {
    assertThat(value("1 + 1")).isEqualTo("2");
    assertThat(value("int x = 4;\nx * 2")).isEqualTo("8");
  }

  @Test
  void aSemicolonKeepsTheValueQuiet() {
    assertThat(value("1 + 1;")).isNull();
    assertThat(value("1 + 1; // \"quiet\"")).isNull();
    assertThat(value("1 + 1 // not; quiet")).isEqualTo("2");
  }

  @Test
  void aDeclarationShowsNothing() {
    assertThat(value("int x = 4")).isNull();
    assertThat(value("import java.util.regex.*")).isNull();
    assertThat(value("record R(int a) {}")).isNull();
  }

  @Test
  void nullIsShown() {
    assertThat(value("(String) null")).isEqualTo("null");
  }

  @Test
  void earlierValuesAreAtHand() {
    run("1 + 1");
    assertThat(value("$1 + 1")).isEqualTo("3");
    assertThat(value("int two = out(1);\ntwo")).isEqualTo("2");
  }

  @Test
  void runtimeErrorsNameTheCellAndShowTheLine() {
    Outcome.Failed failed = failure("int a = 1;\nInteger.parseInt(\n  \"zz\")");
    assertThat(failed.name()).isEqualTo("java.lang.NumberFormatException");
    assertThat(text(failed)).contains("at Cell In[1], line 2").contains("2 | Integer.parseInt(");
  }

  @Test
  void compileErrorsPointAtTheSpan() {
    assertThat(text(failure("int a = 1;\nint b = nix;")))
        .contains("Cell In[1], line 2, column 9: cannot find symbol")
        .contains("     2 | int b = nix;\n                 ^^^");
  }

  @Test
  void printsInOrder() {
    run("System.out.print(\"a\"); System.err.println(\"b\"); System.out.printf(\"%d%n\", 3);");
    assertThat(io.both()).isEqualTo("ab\n3\n");
  }
}
