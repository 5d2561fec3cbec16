package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvaluateTest extends Cells {
  @Test
  void showsTheValueOfTheLastExpression() {
    assertThat(value("1 + 1")).isEqualTo("2");
    assertThat(value("int x = 4;\nx * 2")).isEqualTo("8");
    assertThat(value("x")).isEqualTo("4");
  }

  @Test
  void aSemicolonKeepsTheValueQuiet() {
    assertThat(value("1 + 1;")).isNull();
    assertThat(value("1 + 1; // \"quiet\"")).isNull();
    assertThat(value("1 + 1 // not; quiet")).isEqualTo("2");
    assertThat(value("\"a;\"")).isEqualTo("a;");
  }

  @Test
  void whatIsNoExpressionShowsNothing() {
    assertThat(value("int y = 4")).isNull();
    assertThat(value("import java.util.regex.*")).isNull();
    assertThat(value("record R(int a) {}")).isNull();
    assertThat(value("if (true) { }")).isNull();
    assertThat(value("System.out.println()")).isNull();
    assertThat(value("")).isNull();
    assertThat(value("  \n// only a comment\n/* and one more */")).isNull();
    assertThat(value(";;")).isNull();
  }

  @Test
  void nullAndEmptyThingsAreShown() {
    assertThat(value("(String) null")).isEqualTo("null");
    assertThat(value("Optional.empty()")).isEqualTo("Optional.empty");
    assertThat(value("\"grün 🙂\"")).isEqualTo("grün 🙂");
  }

  @Test
  void aStreamIsNotConsumedByShowingIt() {
    assertThat(value("var numbers = Stream.of(1, 2);\nnumbers")).isNotEmpty();
    assertThat(value("numbers.count()")).isEqualTo("2");
  }

  @Test
  void declarationsMayStandInAnyOrder() {
    assertThat(
            value(
                "int six = twice(3);\n"
                    + "int twice(int n) { return new Twice(n).times(); }\n"
                    + "record Twice(int n) { int times() { return factor() * n; } }\n"
                    + "int factor() { return 2; }\n"
                    + "import java.util.regex.Pattern;\n"
                    + "Pattern.quote(\"a\") + six"))
        .isEqualTo("\\Qa\\E6");
  }

  @Test
  void typesMethodsAndGenericsWork() {
    assertThat(
            value(
                "sealed interface Shape permits Circle, Square {}\n"
                    + "record Circle(double r) implements Shape {}\n"
                    + "record Square(double a) implements Shape {}\n"
                    + "enum Size { S, M }\n"
                    + "<T> List<T> both(T a, T b) { return List.of(a, b); }\n"
                    + "/** doc */\n@Deprecated static int one() { return 1; }\n"
                    + "both(new Circle(1), new Square(2)).size() + one()"))
        .isEqualTo("3");
  }

  @Test
  void aStatementThatFailsLeavesWhatCameBefore() {
    failure("int before = 5;\nint after = 1 / (before - 5);\nint never = 3;");
    assertThat(value("before")).isEqualTo("5");
    assertThat(failure("never").name()).isEqualTo("CompilationError");
  }

  @Test
  void earlierValuesAreAtHand() {
    run("List.of(1, 2)");
    int cell = number();
    assertThat(value("$" + cell + ".size()")).isEqualTo("2");
    assertThat(value("List<Integer> list = out(" + cell + ");\nlist")).isEqualTo("[1, 2]");
    assertThat(value("out()")).isEqualTo("[1, 2]");
    assertThat(traceback("out(999)")).contains("No value of cell 999 is kept");
  }

  @Test
  void theStreamThatPrintfGivesBackIsNotShown() {
    assertThat(value("System.out.printf(\"%d\", 3)")).isNull();
    assertThat(io.out()).isEqualTo("3");
  }

  @Test
  void theIdOfADisplayIsNotShownAsWell() {
    assertThat(value("display(3)")).isNull();
    assertThat(io.shown).containsExactly("display 3");
    assertThat(value("String id = display(4);\nupdateDisplay(id, 5);\nclearOutput(true);"))
        .isNull();
    assertThat(io.shown).containsExactly("display 4", "update 5", "clear true");
  }

  @Test
  void aLongTextIsCutWithANotice() {
    assertThat(value("\"x\".repeat(150_000)"))
        .hasSizeLessThan(101_000)
        .contains("50000 more characters");
  }
}
