package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.engine.Outcome.Failed;
import io.github.broadsheet.engine.UserCode.Ending;
import io.github.broadsheet.hint.Hint;
import io.github.broadsheet.hint.Hints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/** What a failed cell tells its reader. */
final class Failures {
  private static final int MOST_PROBLEMS = 10;
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(?:class|variable|method)\\s+([\\w$]+)");

  private final Places places;
  private final Hints hints;
  private final Function<String, @Nullable String> lost;
  private final Cell cell;

  /**
   * Of one cell.
   *
   * @param lost tells what became of a name that was declared and no longer is
   */
  Failures(Places places, Hints hints, Function<String, @Nullable String> lost, Cell cell) {
    this.places = places;
    this.hints = hints;
    this.lost = lost;
    this.cell = cell;
  }

  Failed compilation(List<Problem> found) {
    return compilation(found, null);
  }

  /** With what is to be done about all of it, in place of hints; null if that is not known. */
  Failed compilation(List<Problem> found, @Nullable String remedy) {
    List<Problem> problems =
        found.stream().distinct().sorted(Comparator.comparing(Problem::start)).toList();
    List<String> lines = new ArrayList<>();
    int shown = 0;
    int explained = 0;
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      int line = Places.lineOf(cell.code(), problem.start());
      if (line == explained) {
        continue;
      }
      if (++shown > MOST_PROBLEMS) {
        lines.add("… and " + (problems.size() - i) + " more");
        break;
      }
      lines.addAll(CompileErrors.lines(cell, problem));
      String fate = remedy == null ? fate(problem) : remedy;
      if (fate != null) {
        lines.add("         " + fate);
        continue;
      }
      Hint hint = hints.of(cell.code(), problem).orElse(null);
      if (hint != null) {
        lines.add("         " + hint.text());
        explained = hint.forLine() ? line : explained;
      }
    }
    String message = problems.isEmpty() ? "the cell does not compile" : problems.get(0).summary();
    return new Failed("CompilationError", message, lines);
  }

  private @Nullable String fate(Problem problem) {
    Matcher symbol = SYMBOL.matcher(problem.message());
    return symbol.find() ? lost.apply(symbol.group(1)) : null;
  }

  /** Whether a line with a problem is of another language: then no later cell cures it. */
  boolean isForeign(Problem problem) {
    return hints.of(cell.code(), problem).filter(Hint::forLine).isPresent();
  }

  Failed runtime(@Nullable Ending ending, Stop stop) {
    Throwable thrown = ending == null ? null : ending.thrown();
    if (thrown == null || stop.requested()) {
      return ending == null
          ? interrupted(List.of(), false)
          : interrupted(ending.at(), ending.left());
    }
    Failed failed = new Traces(places).failed(thrown);
    List<String> lines = new ArrayList<>(failed.traceback());
    hints.of(thrown, failed.message()).ifPresent(hint -> lines.add("    " + hint));
    return new Failed(failed.name(), failed.message(), lines);
  }

  /** A method was called that waits for something to be declared. */
  Failed unresolved(UnresolvedReferenceException e, List<String> missing) {
    DeclarationSnippet snippet = e.getSnippet();
    String message =
        snippet.name() + " cannot be used before " + String.join(" and ", missing) + " is declared";
    List<String> lines = new ArrayList<>();
    lines.add(Ansi.bold("UnresolvedReference") + ": " + message);
    Cell declared = places.cellOf(snippet);
    if (declared != null) {
      lines.add("    declared in " + Ansi.place(declared.name()));
    }
    return new Failed("UnresolvedReference", message, lines);
  }

  private Failed interrupted(List<StackTraceElement> at, boolean left) {
    List<String> lines = new ArrayList<>();
    Traces traces = new Traces(places);
    String message =
        left
            ? "the JDK cannot stop this code: it is still running; restart the kernel to end it"
            : "the cell was stopped; what it had done so far stays";
    lines.add(Ansi.bold("Interrupted") + ": " + message);
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
