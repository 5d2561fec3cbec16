package io.github.broadsheet.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Prints what an answer costs; fails only where an answer has become slow for a reader. */
class AssistSpeedTest {
  private static final int ROUNDS = 40;
  private static final double SLOW = 250;

  @Test
  void answersWhileAReaderTypes() {
    try (Notebook notebook = new Notebook()) {
      String cell =
          "import java.time.*;\nvar big = papers.where(num(\"upvotes\").isGreaterThan(1));\n"
              + "words.stream().map(w -> w.length()).toList();\nbig.sor|";
      String plain = cell.replace("|", "");
      report("completion of a member", () -> notebook.completion(cell));
      report("completion of any name", () -> notebook.completion(cell.replace("big.sor", "co")));
      report("completion of a column", () -> notebook.completion("papers.column(\"up|\")"));
      report("inspection", () -> notebook.inspection(cell.replace("big.sor|", "name.trim|()")));
      report("completeness", () -> notebook.assist.completeness(plain + "tOn(\"upvotes\")"));
      int[] n = {0};
      report("problems", () -> notebook.assist.problems("int fresh = " + n[0]++ + ";\n" + plain));
    }
  }

  private static void report(String what, Runnable question) {
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      question.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    double first = millis[0];
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%s: first %.0f ms, median %.1f ms, best %.1f ms%n",
        what,
        first,
        millis[ROUNDS / 2],
        millis[0]);
    assertThat(millis[ROUNDS / 2]).as(what).isLessThan(SLOW);
  }
}
