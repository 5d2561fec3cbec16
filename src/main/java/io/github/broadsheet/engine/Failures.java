package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.engine.Outcome.Failed;
import io.github.broadsheet.engine.UserCode.Ending;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a failed cell tells its reader. */
final class Failures {
  private final Places places;
  private final Cell cell;

  Failures(Places places, Cell cell) {
    this.places = places;
    this.cell = cell;
  }

  Failed compilation(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    String summary = problems.isEmpty() ? "the cell does not compile" : problems.get(0).message();
    for (Problem problem : problems) {
      lines.addAll(CompileErrors.lines(cell, problem));
    }
    return new Failed("CompilationError", CompileErrors.clean(summary), lines);
  }

  Failed unresolved(List<String> missing) {
    String message = String.join("; ", missing) + ": not declared";
    return new Failed(
        "CompilationError", message, List.of(Ansi.red("CompilationError") + ": " + message));
  }

  Failed runtime(Ending ending, Stop stop) {
    Throwable thrown = ending.thrown();
    if (stop.requested()) {
      return interrupted(ending.at(), ending.left());
    }
    return thrown == null ? interrupted(List.of(), false) : new Traces(places).failed(thrown);
  }

  Failed interrupted(List<StackTraceElement> at, boolean left) {
    List<String> lines = new ArrayList<>();
    Traces traces = new Traces(places);
    String message =
        left
            ? "the JDK cannot stop this code: it is still running; restart the kernel to end it"
            : "the cell was stopped; what it had done so far stays";
    lines.add(Ansi.red("Interrupted") + ": " + message);
    lines.addAll(left ? traces.live(at) : traces.frames(at));
    return new Failed("Interrupted", message, lines);
  }

  Failed rendering(Ending ending, @Nullable Object value, Stop stop) {
    Throwable thrown = ending.thrown();
    if (stop.requested() || thrown == null) {
      return interrupted(ending.at(), ending.left());
    }
    String type = value == null ? "null" : value.getClass().getSimpleName();
    Failed failed = new Traces(places).failed(thrown);
    List<String> lines = new ArrayList<>();
    lines.add("The cell ran, but its value, a " + type + ", could not be shown:");
    lines.addAll(failed.traceback());
    return new Failed(failed.name(), failed.message(), lines);
  }
}
