package io.github.broadsheet.engine;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.engine.Outcome.Failed;
import io.github.broadsheet.engine.Places.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Exceptions as the reader of a notebook needs them: their own lines, the rest folded. */
final class Traces {
  private static final Pattern GENERATED = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*[.$]");

  /** What JShell makes around cells, and this program: no reader can do anything about it. */
  private static final Pattern OURS =
      Pattern.compile("REPL\\.|io\\.github\\.broadsheet\\.(engine|kernel|magic|run)\\.");

  /** Which module and loader a class is of: in a notebook it is of no interest. */
  private static final Pattern LOADERS = Pattern.compile(" \\([^()]* of loader [^()]*\\)$");

  /** Before the name of a class inside a method, or all there is of one without a name. */
  private static final Pattern NUMBER = Pattern.compile("^\\d+");

  private static final int MOST_FRAMES = 20;
  private static final int MOST_LIVE_FRAMES = 5;
  private static final int LONGEST_LINE = 200;

  private final Places places;

  Traces(Places places) {
    this.places = places;
  }

  Failed failed(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
      String message = message(t);
      boolean told = isToldToTheReader(t) && !message.isEmpty();
      lines.add(
          (t == thrown ? "" : "Caused by: ")
              + (told ? Ansi.bold(message) : Ansi.bold(name(t)))
              + (told || message.isEmpty() ? "" : ": " + message));
      lines.addAll(frames(List.of(t.getStackTrace()), told));
      lines.addAll(advice(t));
    }
    return new Failed(name(thrown), message(thrown), lines);
  }

  /** What to do about an error whose own message does not tell. */
  private static List<String> advice(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return List.of("    These calls never end, or are too many inside one another.");
    }
    if (thrown instanceof OutOfMemoryError) {
      return List.of(
          String.format(
              Locale.ROOT,
              "    The kernel has %d MB of memory; its variables are still there. Let go of what is not"
                  + " needed (name = null),",
              Runtime.getRuntime().maxMemory() >> 20),
          "    or give Java more and restart: ./broadsheet install --jvm-arg -Xmx8g, or"
              + " BROADSHEET_JAVA_OPTS=-Xmx8g.");
    }
    return List.of();
  }

  /**
   * The compiler or this program failed, not the reader's code.
   *
   * @param letGo empties the variables that the cell was to empty, where nothing can be compiled
   */
  Failed fault(Throwable thrown, Supplier<List<String>> letGo) {
    if (thrown instanceof OutOfMemoryError) {
      return full(thrown, letGo.get());
    }
    String message =
        isOverflow(thrown)
            ? "the cell is nested too deeply for the compiler; cut its longest expression in pieces"
            : "this is a fault of Broadsheet or of the compiler, not of the cell: "
                + message(thrown);
    List<String> lines = new ArrayList<>();
    lines.add(Ansi.bold(name(thrown)) + ": " + message);
    Arrays.stream(thrown.getStackTrace()).limit(MOST_FRAMES).forEach(f -> lines.add("    at " + f));
    return new Failed(name(thrown), message, lines);
  }

  private static Failed full(Throwable thrown, List<String> letGo) {
    String message =
        "the memory is too full to compile this cell"
            + (letGo.isEmpty()
                ? ": a cell of nothing but name = null works all the same"
                : "; " + String.join(" and ", letGo) + " was let go of: run it again");
    List<String> lines = new ArrayList<>();
    lines.add(Ansi.bold(name(thrown)) + ": " + message);
    lines.addAll(advice(thrown));
    return new Failed(name(thrown), message, lines);
  }

  /** JShell wraps it and keeps its name only. */
  private static boolean isOverflow(Throwable thrown) {
    return thrown instanceof StackOverflowError
        || message(thrown).endsWith(StackOverflowError.class.getName());
  }

  /** Whether our library wrote the message for the reader: then it says all there is to say. */
  private static boolean isToldToTheReader(Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    return thrown instanceof PapersException
        || (thrown instanceof IllegalArgumentException
            && frames.length > 0
            && frames[0].getClassName().startsWith("io.github.broadsheet."));
  }

  /** The class as the reader wrote it. */
  static String name(Throwable thrown) {
    return thrown instanceof Exit
        ? Exit.NAME
        : GENERATED.matcher(thrown.getClass().getName()).replaceFirst("");
  }

  private static String message(Throwable thrown) {
    try {
      String message = thrown.getLocalizedMessage();
      if (message == null) {
        return "";
      }
      String told = GENERATED.matcher(message).replaceAll("");
      return thrown instanceof ClassCastException ? LOADERS.matcher(told).replaceFirst("") : told;
    } catch (Throwable e) {
      return "(its message cannot be read: " + name(e) + ")";
    }
  }

  /** The reader's frames with their lines; what lies above and between them in one line each. */
  List<String> frames(List<StackTraceElement> frames) {
    return frames(frames, false);
  }

  private List<String> frames(List<StackTraceElement> frames, boolean ownOnly) {
    List<String> lines = new ArrayList<>();
    List<StackTraceElement> folded = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    String source = "";
    for (StackTraceElement frame : frames) {
      Place place = places.of(frame);
      if (place == null) {
        folded.add(frame);
        continue;
      }
      String at = Ansi.place(place.cell() + ", line " + place.line());
      String line = "    at " + at + method(frame);
      // A method that calls itself, perhaps through others, is told once.
      if (shown.size() < MOST_FRAMES && shown.add(line)) {
        if (!ownOnly) {
          fold(folded, lines);
        }
        lines.add(line);
        // Methods that stand in one line, one under the other, share it.
        if (!at.equals(source)) {
          lines.add(String.format("%6d | ", place.line()) + shortened(place.text().strip()));
          source = at;
        }
      }
      folded.clear();
    }
    return lines;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "…";
  }

  /** Where what cannot be stopped is: in the library, and the reader's lines that led there. */
  List<String> live(List<StackTraceElement> frames) {
    int own = 0;
    while (own < frames.size() && places.of(frames.get(own)) == null) {
      own++;
    }
    int shown = Math.min(MOST_LIVE_FRAMES, own);
    List<String> lines = new ArrayList<>();
    frames.subList(0, shown).forEach(frame -> lines.add("    at " + frame));
    lines.addAll(frames(frames.subList(shown, frames.size())));
    return lines;
  }

  private static void fold(List<StackTraceElement> folded, List<String> lines) {
    List<StackTraceElement> telling =
        folded.stream().filter(f -> !OURS.matcher(f.getClassName()).lookingAt()).toList();
    if (!telling.isEmpty()) {
      String first = telling.get(0).getClassName();
      String where = first.substring(0, Math.max(0, first.lastIndexOf('.')));
      lines.add(
          "    … "
              + telling.size()
              + (telling.size() == 1 ? " frame" : " frames")
              + " in "
              + where);
    }
  }

  private static String method(StackTraceElement frame) {
    String method = frame.getMethodName();
    return switch (method) {
      case "<init>" -> type(frame).map(type -> ", in new " + type).orElse("");
      case "<clinit>" -> type(frame).map(type -> ", in static of " + type).orElse("");
      default ->
          method.startsWith("do_it$") || method.startsWith("lambda$") ? "" : ", in " + method;
    };
  }

  /** The class of a frame as the reader wrote it, where it has a name. */
  private static Optional<String> type(StackTraceElement frame) {
    String type = GENERATED.matcher(frame.getClassName()).replaceFirst("");
    String last = NUMBER.matcher(type.substring(type.lastIndexOf('$') + 1)).replaceFirst("");
    return Optional.of(last).filter(name -> !name.isEmpty() && !name.startsWith("REPL"));
  }
}
