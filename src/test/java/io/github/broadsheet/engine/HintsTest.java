package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader who comes from Python, or who mistypes, is told below the error. */
class HintsTest extends Cells {
  @BeforeAll
  void declare() {
    run(
        "int counter = 3;\nString text = \"hello\";\nList<Integer> xs = List.of(1, 2);\n"
            + "record P(int own) {}\n"
            + "var papers = Table.create(\"t\", IntColumn.create(\"upvotes\", 1), StringColumn.create(\"title\", \"a\"));");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '`',
      value = {
        "print(text) § System.out.println(text)",
        "print \"x\" § System.out.println(…)",
        "len(xs) § xs.size()",
        "len(text) § text.length()",
        "len(papers) § papers.rowCount()",
        "String s = 'text'; § text stands in double quotes: \"text\"",
        "var q = None; § in Java: null",
        "boolean b = True; § in Java: true",
        "bool b = true; § in Java: boolean",
        "y = 5 § a new variable is declared: var y = …",
        "# a comment § // begins a comment",
        "int n = 1; # why § // begins a comment",
        "for x in xs:\\n    print(x) § for (var x : xs) { … }",
        "for (x in xs) { } § for (var x : xs) { … }",
        "for i in range(3):\\n  pass § for (int i = 0; i < 3; i++) { … }",
        "for i in range(2, 9, 3): § for (int i = 2; i < 9; i += 3) { … }",
        "for (i = 0; i < 3; i++) { } § for (int i = 0; …) declares it",
        "def f(x):\\n  return x § double f(double x) { return …; }",
        "if text == \"a\": pass § the condition stands in parentheses",
        "while (counter < 3):\\n  counter += 1 § the block stands in braces",
        "import numpy as np § %maven brings libraries",
        "from java.util import List § names a class",
        "true and false § a && b",
        "not true § in Java: !a",
        "var y = 1 if counter > 2 else 2; § condition ? one : other",
        "2 ** 3 § Math.pow(2, 3)",
        "var l = [1, 2]; § List.of(1, 2, 3) is a list",
        "var m = {\"a\": 1}; § Map.of(",
        "f\"{counter}\" § formatted(n)",
        "text[0:3] § text.substring(0, 3)",
        "xs[0] § xs.get(0)",
        "xs[-1] § xs.get(xs.size() - 1)",
        "text[0] § text.charAt(0)",
        "papers[\"title\"] § papers.column(\"title\")",
        "papers.title § papers.stringColumn(\"title\")",
        "papers.where(upvotes > 3) § num(\"upvotes\") in a condition",
        "papers.head() § first(5)",
        "papers.groupby(\"title\") § summarize(",
        "xs.append(3) § add(…)",
        "text.upper() § toUpperCase()",
        "text.length § with parentheses: length()",
        "new P(1).own § read it with own()",
        "papers.where(about(agent)) § text stands in quotes: \"agent\"",
        "papers.first(\"3\") § a number stands without quotes: 3",
        "int n = text; § Integer.parseInt(text)",
        "int n = 3.5; § (int) in front of it",
        "String s = counter; § String.valueOf(counter)",
        "str(3) § String.valueOf",
        "long big = 3000000000; § 3000000000L",
        "List<int> l = null; § written Integer",
        "papers.intColumn(\"upvotes\") > 3 § isGreaterThan",
        "papers.where(about(\"a\") & withCode()) § a.and(b)",
        "papers.where(!withCode()) § negate()",
        "Papers.on(2025-10-29) § a day stands in quotes: \"2025-10-29\"",
        "Trend.of(papers, \"a\").by(\"week\") § WEEK, without quotes",
        "if (counter = 3) { } § == compares",
        "int f(int x) { if (x > 0) return 1; } § must end with return",
        "void f() { return 1; } § in place of void",
        "System.out.println(\"a\")); § this ) closes nothing",
        "{\\n  int q = 1; § the { of line 1 is never closed",
        "String s = \"open; § a \" is missing at its end",
        "String s = “x”; § typographic quote",
        "counter.toString() § String.valueOf(counter)",
        "Sytem.out.println(1) § did you mean System?",
        "papers.rowcount() § did you mean rowCount?",
        "papers.where(str(\"title\").contains(\"x\")) § did you mean containsString?",
        "NumberFormt f = null; § did you mean NumberFormat (import java.text.NumberFormat;)?",
        "try { } catch (IOExeption e) { } § did you mean IOException?",
        "Paper.today() § did you mean Papers?",
        "papres.first(3) § did you mean papers?",
        "import java.util.Lst; § did you mean List?",
        "import java.util.regex § import java.util.regex.*;",
        "import org.nowhere.Thing; § %maven group:artifact:version",
        "import java.utl.List; § did you mean java.util?",
        "xs.stream().map(Integer::intVale) § did you mean intValue?",
        "xs.ge(1) § did you mean get or getClass?",
        "{ int t = 0; xs.forEach(x -> t += x); } § a variable of the cell itself",
        "int f(int x) { x + 1 } § return x + 1; gives it back",
        "List<String> l = List.of(1, 2); § the values are Integer, and String is wanted",
        "List<Object> l = new ArrayList<String>(); § write List<String>, or List<? extends Object>",
        "for (String s : xs) { } § for (Integer s : xs)",
        "for (int i : counter) { } § for (int i = 0; i < counter; i++) { … }",
        "if (text) { } § !text.isEmpty()",
        "while (counter) { } § counter != 0",
        "class C implements Runnable { } § it needs each method of the interface",
        "papers.stringColumn(\"titel\") § did you mean title?",
        "papers.sortOn(\"upvote\") § did you mean upvotes?",
        "papers.column(\"nothing\") § it has the columns upvotes, title",
        "papers.intColumn(\"title\") § stringColumn(…) gives it",
        "xs.add(4) § new ArrayList<>(…)"
      })
  void tellsWhatToWrite(String cell, String hint) {
    assertThat(traceback(cell.replace("\\n", "\n"))).contains("    ").contains(hint.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int x = 1 +",
        "zz + 1",
        "xs.get(\"a\")",
        "papers.sortOn(papers.intColumn(\"upvotes\"))",
        "int i = \"a\";",
        "xs.nothingLikeThis()",
        "new P(\"x\", 2)",
        "text - \"a\""
      })
  void isSilentWhereItDoesNotKnow(String cell) {
    assertThat(
            traceback(cell)
                .lines()
                .filter(line -> line.startsWith("         "))
                .filter(line -> !line.contains("^")))
        .isEmpty();
  }

  @Test
  void saysAWrongLineOnce() {
    assertThat(traceback("for x in xs:\n    print(x)").lines().filter(l -> l.contains("line 1")))
        .hasSize(1);
  }

  @Test
  void listsInShortWhatAMethodTakes() {
    assertThat(traceback("Papers.between(2025, 2026)"))
        .contains("expected Papers.between(String, String) or Papers.between(LocalDate, LocalDate)")
        .doesNotContain("mismatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"del text", "display text", "str text;"})
  void twoWordsDoNotTakeAVariableAway(String cell) {
    assertThat(failure(cell).name()).isEqualTo("CompilationError");
    assertThat(value("text")).isEqualTo("hello");
  }

  @Test
  void warnsOfTextsThatAreComparedByTheirPlace() {
    run("boolean same = text == \"hello\";\nboolean last = counter == 3;");
    assertThat(io.err()).contains("line 1: == asks").doesNotContain("line 2");
    run("int n = 1;\nif (text == \"a\".concat(\"b\")) { }");
    assertThat(io.err()).isEmpty();
  }
}
