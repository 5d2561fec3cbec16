package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest extends Cells {
  @Test
  void bracesThatCloseWhatIsAroundTheCellAreErrorsOfTheCell() {
    assertThat(traceback("1 } { 2"))
        .contains(here() + ", line 1")
        .contains("this } closes nothing");
    assertThat(value("1 + 1")).isEqualTo("2");
  }

  @Test
  void compileErrorsPointAtTheSpan() {
    assertThat(traceback("int a = 1;\nint b = nix;"))
        .startsWith(here() + ", line 2, column 9: cannot find symbol (variable nix)")
        .contains("     2 | int b = nix;\n                 ^^^");
    assertThat(failure("nix").name()).isEqualTo("CompilationError");
  }

  @Test
  void allErrorsOfACellAreShown() {
    assertThat(traceback("int a1 = \"x\";\nString s1 = 4;"))
        .contains("line 1, column 10: incompatible types: String cannot be converted to int")
        .contains("line 2, column 13: incompatible types: int cannot be converted to String");
  }

  @ParameterizedTest
  @ValueSource(strings = {"int z = nix;", "int z = ;", "foo(", "}", "String z = \"abc"})
  void aCellThatDoesNotCompileRunsNoPartOfItself(String bad) {
    Outcome.Failed failed = failure("System.out.println(\"ran\");\n" + bad);
    assertThat(failed.name()).isEqualTo("CompilationError");
    assertThat(text(failed)).contains(here() + ", line 2, column");
    assertThat(io.out()).isEmpty();
  }

  @Test
  void saysWhatImportIsMissing() throws Exception {
    run("1");
    await(() -> traceback("NumberFormat.getInstance()").contains("import java.text.NumberFormat;"));
  }

  @Test
  void saysWhatWasMeant() {
    run("int counter = 1;\nint triple(int x) { return 3 * x; }");
    assertThat(traceback("countre + 1")).contains("did you mean counter?");
    assertThat(traceback("tripel(3)")).contains("did you mean triple?");
    assertThat(traceback("\"abc\".lenght()")).contains("did you mean length?");
    assertThat(traceback("Strnig s = null;")).contains("did you mean String?");
    assertThat(traceback("_")).contains("out()");
  }

  @Test
  void aPackageLineIsExplained() {
    assertThat(traceback("package a.b;\nint x = 1;")).contains("leave the package line out");
  }

  @Test
  void aMethodThatWaitsForAnotherSaysSo() {
    run("int waiting() { return laterOn() + 1; }");
    assertThat(io.err()).contains("waiting can be used once there is").contains("laterOn");
    assertThat(traceback("waiting()")).contains("laterOn");
    run("int laterOn() { return 4; }");
    assertThat(value("waiting()")).isEqualTo("5");
  }

  @Test
  void runtimeErrorsNameTheCellAndShowTheLine() {
    Outcome.Failed failed = failure("int a2 = 1;\nInteger.parseInt(\n  \"zz\")");
    assertThat(failed.name()).isEqualTo("java.lang.NumberFormatException");
    assertThat(failed.message()).isEqualTo("For input string: \"zz\"");
    assertThat(text(failed))
        .isEqualTo(
            "java.lang.NumberFormatException: For input string: \"zz\"\n"
                + "    … 3 frames in java.lang\n"
                + "    at "
                + here()
                + ", line 2\n     2 | Integer.parseInt(");
  }

  @Test
  void aReturnFromACellIsExplainedAndNothingRuns() {
    assertThat(traceback("System.out.print(1);\nreturn 5;"))
        .contains("line 2")
        .contains("written without return");
    assertThat(io.out()).isEmpty();
    assertThat(value("int five() { return 5; }\nfive()")).isEqualTo("5");
  }

  @Test
  void messagesOfJavaSpeakOfTheReadersNames() {
    run("class Shape { }\nclass Round { int r() { return 1; } }\nRound round = null;");
    assertThat(failure("round.r()").message())
        .isEqualTo("Cannot invoke \"Round.r()\" because \"round\" is null");
    assertThat(failure("Object o = new Shape();\n((Round) o).r()").message())
        .startsWith("class Shape cannot be cast to class Round");
  }

  @Test
  void framesOfEarlierCellsAreNamed() {
    run("// first\nint div(int a, int b) {\n  return a\n      / b;\n}");
    String there = here();
    assertThat(traceback("List.of(0).forEach(i -> {\n  div(1, i);\n});"))
        .contains("at " + there + ", line 3, in div\n     3 | return a")
        .contains("at " + here() + ", line 2\n     2 | div(1, i);")
        .contains("at " + here() + ", line 1")
        .doesNotContain("REPL")
        .doesNotContain("io.github.broadsheet");
  }

  @Test
  void framesStayRightWhenAMethodIsCompiledAgain() {
    run("int base() { return 1; }");
    run("\n\nint onBase(int x) {\n  return base() / x;\n}");
    String there = here();
    run("long base() { return 2; }");
    run("int base() { return 3; }");
    assertThat(traceback("onBase(0)")).contains("at " + there + ", line 4, in onBase");
  }

  @Test
  void theWholeChainOfCausesIsShown() {
    run(
        "class PaperError extends RuntimeException {\n"
            + "  PaperError(String m, Throwable c) { super(m, c); }\n}");
    Outcome.Failed failed =
        failure(
            "try {\n  Integer.parseInt(\"q\");\n} catch (Exception e) {\n"
                + "  throw new PaperError(\"outer\", e);\n}");
    assertThat(failed.name()).isEqualTo("PaperError");
    assertThat(text(failed))
        .startsWith("PaperError: outer\n    at " + here() + ", line 4")
        .contains("Caused by: java.lang.NumberFormatException: For input string: \"q\"")
        .contains("at " + here() + ", line 2");
  }

  @Test
  void endlessRecursionIsShort() {
    assertThat(traceback("int down(int n) { return down(n + 1); }\ndown(0)"))
        .startsWith("java.lang.StackOverflowError")
        .contains("in down")
        .hasSizeLessThan(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Object() { public String toString() { throw new IllegalStateException(\"bad\"); } }",
        "new Object() { public String toString() { return toString() + 1; } }",
        "new ArrayList<Object>() {{ add(new Object() { public String toString() { return null; } });"
            + " }}.get(0).toString().length()",
        "throw new RuntimeException() { public String getMessage() { throw this; } };"
      })
  void whatCannotBeShownCostsItsCellOnly(String code) {
    assertThat(failure(code).traceback()).isNotEmpty();
    assertThat(value("1 + 1")).isEqualTo("2");
  }

  @Test
  void namesAndFramesAreTheReadersOwn() {
    assertThat(
            traceback(
                "class Odd extends RuntimeException { public String getMessage() { throw this; } }\n"
                    + "throw new Odd();"))
        .startsWith("Odd: (its message cannot be read: Odd)");
    assertThat(traceback("new BufferedReader(new InputStreamReader(System.in)).readLine()"))
        .contains("7 frames in ")
        .doesNotContain("io.github.broadsheet");
    run("class Cast { }");
    assertThat(failure("Object o = new Cast();\n(String) o").message())
        .isEqualTo("class Cast cannot be cast to class java.lang.String");
  }

  @Test
  void aToStringThatCallsItselfIsToldOnce() {
    run("class Knot { public String toString() { return \"\" + new Knot(); } }");
    assertThat(traceback("List.of(new Knot())"))
        .contains("its value, a List", "StackOverflowError", "These calls never end")
        .containsOnlyOnce("in toString")
        .containsOnlyOnce("return \"\" + new Knot()");
    run(
        "boolean isEven(int n) { return n != 1 && isOdd(n - 1); }\n"
            + "boolean isOdd(int n) { return n == 1 || isEven(n - 1); }");
    assertThat(traceback("isEven(-1)")).hasLineCount(6);
  }

  @Test
  void methodsInOneLineAreToldOneByOneOverIt() {
    run(
        "record Share(double of) { Share { if (of > 1) throw new IllegalStateException(\"no\"); } }");
    String there = here();
    run("class Half { static final Share HALF = new Share(50); }");
    assertThat(traceback("Half.HALF"))
        .contains("at " + there + ", line 1, in new Share\n     1 | record Share")
        .contains(", line 1, in static of Half\n     1 | class Half");
    run(
        "int no() { return 1 / 0; } class Deep { Deep() { no(); } Deep make() { return new Deep() { }; } }");
    assertThat(traceback("new Deep().make()"))
        .containsOnlyOnce("int no()")
        .contains(", in new Deep");
  }

  @Test
  void aChainOverSeveralLinesPointsAtTheNameThatIsNotKnown() {
    String chain = "List.of(1, 2)\n    .stream()\n    .mapp(x -> x)\n    .toList()";
    assertThat(traceback(chain))
        .startsWith(here() + ", line 3, column 6: cannot find symbol (method mapp")
        .contains("     3 |     .mapp(x -> x)\n              ^^^^", "did you mean map");
    assertThat(traceback("int ten = 10;\n" + chain)).startsWith(here() + ", line 4, column 6:");
    assertThat(traceback("var c = Stream.of(1)\n    .map(i -> i / 0)\n    .toList();"))
        .contains("at " + here() + ", line 2");
  }

  @Test
  void aMissingSemicolonIsNotTakenForSomethingElse() {
    assertThat(traceback("int lines = 3\nlines + 1")).contains("line 1, column 14: ';' expected");
  }

  @Test
  void anExitEndsItsCellOnly() {
    Outcome.Failed failed = failure("System.out.print(1); System.exit(3); System.out.print(2);");
    assertThat(failed.name()).isEqualTo("SystemExit");
    assertThat(text(failed))
        .contains("System.exit(3) ended this cell", "line 1")
        .doesNotContain("broadsheet.engine");
    assertThat(io.out()).isEqualTo("1");
    run("IntConsumer end = System::exit;\nlong wide = 1L << 40; double d = 0.5;");
    assertThat(failure("end.accept(4);").message()).contains("System.exit(4)");
  }

  @Test
  void whatOurLibrarySaysComesFirst() {
    assertThat(traceback("// two lines\nTable.create(\"t\").where(about(\"\"))"))
        .doesNotStartWith("java.lang")
        .doesNotContain(" frames in ")
        .contains("at " + here() + ", line 2");
    assertThat(failure("about(\"\")").name()).isEqualTo("java.lang.IllegalArgumentException");
  }
}
