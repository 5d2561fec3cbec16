package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cells as nobody would write them, but tools and hurried readers do. */
class StrangeCellsTest extends Cells {
  @Test
  void whatTheCompilerCannotHoldIsSaidAndTheSessionGoesOn() {
    String text = "y".repeat(100_000);
    assertThat(traceback("String huge = \"" + text + "\"; huge.length()"))
        .contains("constant string too long", "Files.readString")
        .hasSizeLessThan(1_500);
    assertThat(value("int kept = 3;\nkept")).isEqualTo("3");
    String numbers =
        IntStream.range(0, 15_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    assertThat(traceback("int[] many = {" + numbers + "};")).contains("code too large", "64 kB");
    assertThat(value("kept + 1")).isEqualTo("4");
  }

  @Test
  void aLongTextBlockIsOrdinary() {
    String lines = ("x".repeat(99) + "\n").repeat(500);
    assertThat(value("String block = \"\"\"\n" + lines + "\"\"\"; block.length()"))
        .isEqualTo("50000");
  }

  @Test
  void aSumOfThousandsOfTermsIsOrdinary() {
    String sum = IntStream.range(0, 3_000).mapToObj(i -> "1").collect(Collectors.joining(" + "));
    assertThat(value("\"\" + (" + sum + ")")).isEqualTo("3000");
  }

  @Test
  void blankLinesAndCommentsCostNothing() {
    assertThat(value("\n".repeat(20_000))).isNull();
    assertThat(value(";\n".repeat(20_000) + "1")).isEqualTo("1");
    assertThat(value("/* " + "*".repeat(100_000) + " */ 2 // " + "x".repeat(100_000)))
        .isEqualTo("2");
  }

  @Test
  void aSemicolonInALastCommentOrTextHidesNothing() {
    assertThat(value("1 + 1 // done;")).isEqualTo("2");
    assertThat(value("\"a;\"")).isEqualTo("a;");
    assertThat(value("1 + 1; // done")).isNull();
  }

  @Test
  void linesOfOtherSystemsCount() {
    assertThat(value("int a = 1;\r\nint b = 2;\r\na + b\r\n")).isEqualTo("3");
    assertThat(traceback("int c = 1;\r\n\r\nint d = \"s\";\r\n"))
        .startsWith(here() + ", line 3, column 9")
        .contains("     3 | int d = \"s\";\n");
  }

  @Test
  void aRecordMayCheckItsComponents() {
    assertThat(
            value(
                "record Span(int from, int to) {\n"
                    + "  Span { if (from > to) throw new IllegalArgumentException(\"empty\"); }\n"
                    + "  Span(int at) { this(at, at + 1); }\n}\nnew Span(3).to()"))
        .isEqualTo("4");
    assertThat(traceback("new Span(2, 1)"))
        .contains("empty", "Cell In[" + (number() - 1) + "], line 2");
    assertThat(traceback("record Bad(int x) { Bad { int q = \"s\"; } }"))
        .startsWith(here() + ", line 1, column 35");
  }

  @Test
  void aCommentWithoutAnEndIsNoSilence() {
    assertThat(traceback("System.out.print(1);\nint a = 2; /* and\nint b = 3;"))
        .startsWith(here() + ", line 2, column 12: this comment has no end");
    assertThat(io.out()).isEmpty();
    assertThat(traceback("/* all of it")).contains("*/ closes it");
    assertThat(value("\"/* text\" + 1 /* comment */ // /* and another")).isEqualTo("/* text1");
  }

  @Test
  void aSealedTypeNeedNotSayWhatItPermits() {
    String cell =
        "sealed interface Shape {}\nrecord Round(double r) implements Shape {}\n"
            + "final class Square implements Shape { double a = 2; }\nShape s = new Square();\n"
            + "s instanceof Round";
    assertThat(value(cell)).isEqualTo("false");
    assertThat(value(cell)).isEqualTo("false");
    assertThat(
            traceback(
                "abstract sealed class Base<T> { int x = \"s\"; }\nfinal class Leaf extends Base<String> {}"))
        .startsWith(here() + ", line 1, column 41");
    assertThat(traceback("sealed interface Lonely {}"))
        .contains("sealed class must have subclasses");
  }

  @Test
  void declarationsMayNameEachOtherInAnyOrder() {
    String down =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    "class Down" + i + " { int m() { return 1 + new Down" + (i + 1) + "().m(); } }")
            .collect(Collectors.joining("\n"));
    assertThat(value(down + "\nclass Down12 { int m() { return 0; } }\nnew Down0().m()"))
        .isEqualTo("12");
    assertThat(
            value(
                "int even(int n) { return n == 0 ? 1 : odd(n - 1); }\n"
                    + "int odd(int n) { return n == 0 ? 0 : even(n - 1); }\neven(4)"))
        .isEqualTo("1");
  }

  @Test
  void aMethodThatCallsAnotherOfItsNameWorksOrSaysWhatToDo() {
    run("int many(int n) { return n; }");
    Outcome outcome = run("int many(String s) { return many(s.length()); }");
    if (outcome instanceof Outcome.Failed failed) { // until JDK 21
      assertThat(text(failed)).contains("does not see the other many from here");
    } else {
      assertThat(value("many(\"four\")")).isEqualTo("4");
    }
    assertThat(traceback("int many(List<String> l) { return \"text\"; }"))
        .doesNotContain("the other many");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheCode() {
    assertThat(value("\ufeffint marked = 4;\nmarked")).isEqualTo("4");
  }

  @Test
  void whatWasNeverCompleteSaysWhatItLacks() {
    run("class Holder { Held held; }");
    assertThat(traceback("new Holder()"))
        .contains("Holder can be used once there is class Held")
        .doesNotContain("no longer");
    run("class Held {}");
    assertThat(value("new Holder().held")).isEqualTo("null");
  }

  @Test
  void anArrayShowsWhatIsInIt() {
    assertThat(value("new int[] {1, 2}")).isEqualTo("[1, 2]");
    assertThat(value("new String[][] {{\"a\"}, {}}")).isEqualTo("[[a], []]");
  }

  @Test
  void anAmbiguousNameSaysWhichImportsTellThemApart() {
    assertThat(traceback("import java.awt.*;\nList<String> l = null;"))
        .contains("say which: import java.awt.List; or import java.util.List;");
    run("import java.util.List;");
  }

  @Test
  void aVariableWhoseValueFailsIsNotDeclared() {
    failure("int never = 1 / 0;");
    assertThat(traceback("never")).contains("cannot find symbol");
  }

  @Test
  void aVariableWhoseNewValueFailsKeepsItsOld() {
    run("String listing = \"yesterday's\";");
    failure("String listing = List.of(\"a\").get(3);");
    assertThat(value("listing")).isEqualTo("yesterday's");
  }
}
