package io.github.broadsheet.magic;

import io.github.broadsheet.engine.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code %time} and {@code %%time}. */
final class Timing {
  private Timing() {}

  static List<Step> statement(Call call) {
    if (call.magic().arguments().isEmpty()) {
      throw call.incomplete("a statement on its line", "%time Papers.sample().rowCount()");
    }
    String code = call.cell().code();
    int start = code.indexOf(call.magic().arguments(), call.magic().start());
    String statement = Evaluator.only(code, start, start + call.magic().arguments().length());
    return timed(call, List.of(new Step.Java(call.cell(), statement)));
  }

  static List<Step> cell(Call call) {
    return timed(call, call.rest());
  }

  private static List<Step> timed(Call call, List<Step> steps) {
    long started = System.nanoTime();
    List<Step> all = new ArrayList<>(steps);
    all.add(call.then(() -> System.out.println("Time: " + text(System.nanoTime() - started))));
    return all;
  }

  private static String text(long nanos) {
    double seconds = nanos / 1e9;
    return seconds < 1
        ? String.format(Locale.ROOT, "%.1f ms", seconds * 1000)
        : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
