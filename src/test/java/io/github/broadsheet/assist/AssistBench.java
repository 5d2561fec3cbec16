package io.github.broadsheet.assist;

import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.engine.SilentIo;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Prints how long answers take: the medians of many questions, idle and while a cell computes. Each
 * question is of a text not asked before, as a reader who types asks it.
 *
 * <p>Started by {@code main}; no test, as the figures depend on the machine.
 */
final class AssistBench {
  private static final int WARM_UP = 200;
  private static final int QUESTIONS = 200;

  private static final String SETUP =
      """
      String word = "text";
      var papers = Papers.sample();
      List<String> words = List.of("a", "b");
      int twice(int n) { return 2 * n; }
      record Point(int x, int y) { int sum() { return x + y; } }
      """;

  private AssistBench() {}

  /** Runs all; takes about a minute. */
  public static void main(String[] args) throws InterruptedException {
    try (Session session = Session.open()) {
      session.evaluate(new Cell(1, SETUP), new SilentIo());
      for (int i = 0; i < 60; i++) {
        session.evaluate(new Cell(2 + i, "int number" + i + " = " + i + ";"), new SilentIo());
      }
      Assist assist = new Assist(session::scope, session.analyzer());
      assist.awaitIndex();
      System.out.printf("%-44s %8s %8s %8s%n", "", "median", "p95", "busy");
      measure(session, "is_complete, one line", i -> assist.completeness("word.length() + " + i));
      String loop = "for (int i = 0; i < %d; i++) {\n  System.out.println(word + i);\n";
      measure(session, "is_complete, open loop", i -> assist.completeness(loop.formatted(i)));
      measure(session, "complete, member of a String", i -> complete(assist, i, "word.sub"));
      measure(session, "complete, member of a table", i -> complete(assist, i, "papers."));
      measure(session, "complete, in a lambda", i -> complete(assist, i, "words.forEach(w -> w."));
      measure(session, "complete, name", i -> complete(assist, i, "wo"));
      measure(session, "complete, unimported type", i -> complete(assist, i, "ConcurrentH"));
      measure(session, "complete, anything", i -> complete(assist, i, ""));
      measure(session, "complete, column", i -> complete(assist, i, "papers.stringColumn(\"ti"));
      measure(session, "complete, organization", i -> complete(assist, i, "papers.where(from(\""));
      measure(
          session, "inspect, method of a String", i -> inspect(assist, i, "word.substring(1)", 8));
      measure(
          session,
          "inspect, method of a table",
          i -> inspect(assist, i, "papers.sortOn(\"x\")", 10));
      measure(
          session,
          "inspect, method of the library",
          i -> inspect(assist, i, "Papers.between(\"\")", 12));
      measure(session, "inspect, variable", i -> inspect(assist, i, "papers", 3));
      measure(session, "problems of a cell", i -> assist.problems(typed(i) + "papers.nothing()"));
    }
  }

  private static void complete(Assist assist, int i, String code) {
    String cell = typed(i) + code;
    if (assist.complete(cell, cell.length()).items().isEmpty()) {
      throw new IllegalStateException("nothing at " + cell);
    }
  }

  private static void inspect(Assist assist, int i, String code, int at) {
    String before = typed(i);
    if (assist.inspect(before + code, before.length() + at, 0).isEmpty()) {
      throw new IllegalStateException("nothing known at " + code);
    }
  }

  /** A line that differs each time, and one with a lambda as notebooks have them. */
  private static String typed(int i) {
    return "var first"
        + i
        + " = papers.first("
        + i
        + ");\nvar sizes = words.stream().map(w -> w.length()).toList();\n";
  }

  private static void measure(Session session, String what, IntConsumer question)
      throws InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      question.accept(i);
    }
    double[] idle = times(question, WARM_UP);
    Thread cell =
        new Thread(
            () ->
                session.evaluate(
                    new Cell(99, "double d = 0; while (true) { d += Math.sqrt(d + 1); }"),
                    new SilentIo()));
    cell.start();
    Thread.sleep(300);
    double[] busy = times(question, WARM_UP + QUESTIONS);
    session.interrupt();
    cell.join();
    System.out.printf(
        Locale.ROOT,
        "%-44s %8.2f %8.2f %8.2f%n",
        what,
        idle[idle.length / 2],
        idle[idle.length * 95 / 100],
        busy[busy.length / 2]);
  }

  private static double[] times(IntConsumer question, int from) {
    double[] times = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      long start = System.nanoTime();
      question.accept(from + i);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times;
  }
}
