package io.github.broadsheet.display;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One moment of a job, as a reader sees it. */
record ProgressState(
    String what,
    long done,
    long total,
    String detail,
    String pause,
    Duration pauseLeft,
    Duration elapsed,
    boolean ended)
    implements MimeBundle {
  private static final int BAR = 20;
  private static final int LEAST_BAR = 5;

  /** Whether a reader would see no difference; time that goes by alone is none. */
  boolean sameTo(ProgressState other) {
    return done == other.done
        && detail.equals(other.detail)
        && pause.equals(other.pause)
        && pauseLeft.toSeconds() == other.pauseLeft.toSeconds();
  }

  @Override
  public Map<String, Object> mimeBundle() {
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("text/html", "<div>" + (ended ? "" : bar()) + Html.escape(words()) + "</div>");
    bundle.put("text/plain", line());
    return bundle;
  }

  /** {@code Reading days [####----------------] 3/20 · 2025-10-03 · 12 s left}. */
  String line() {
    return Plain.line(
        ended || total <= 0 ? words() : what + " " + plainBar(BAR) + " " + facts(detail));
  }

  /**
   * The same in no more than so many characters: without the detail, with a shorter bar or none,
   * under a shorter name, but with how far it is and how long it will take.
   */
  String line(int width) {
    String whole = line();
    if (ended || Plain.width(whole) <= width) {
      return Plain.cut(whole, width);
    }
    String name = Plain.line(what);
    String facts = Plain.line(facts(""));
    int room = width - Plain.width(name) - Plain.width(facts);
    int bar = room - "[] ".length() - 1;
    if (total > 0 && bar >= LEAST_BAR) {
      return name + " " + plainBar(Math.min(BAR, bar)) + " " + facts;
    }
    int shorter = Plain.width(name) + Math.min(0, room - ": ".length());
    return Plain.cut((shorter > 1 ? Plain.cut(name, shorter) + ": " : "") + facts, width);
  }

  private String words() {
    return ended ? result() : what + ": " + facts(detail);
  }

  private String result() {
    String count = total > 0 && done < total ? done + " of " + total : String.valueOf(done);
    return total > 0 && done < total
        ? what + ": stopped at " + count + " after " + text(elapsed)
        : what + ": " + count + " done in " + text(elapsed);
  }

  private String facts(String detail) {
    List<String> facts = new ArrayList<>();
    facts.add(total > 0 ? done + "/" + total : String.valueOf(done));
    if (!detail.isEmpty()) {
      facts.add(detail);
    }
    if (!pause.isEmpty()) {
      facts.add("waiting " + (pauseLeft.toSeconds() + 1) + " s: " + pause);
    } else if (done > 0 && elapsed.toMillis() > 0) {
      facts.add(rate(done * 1000.0 / elapsed.toMillis()));
      if (total > done) {
        double left = elapsed.toMillis() / 1000.0 * (total - done) / done;
        facts.add(text(Duration.ofSeconds(Math.round(left))) + " left");
      }
    }
    return String.join(" · ", facts);
  }

  private String bar() {
    return total > 0
        ? "<progress value=\"" + Math.min(done, total) + "\" max=\"" + total + "\"></progress> "
        : "<progress></progress> ";
  }

  private String plainBar(int width) {
    int filled = (int) Math.min(width, width * done / total);
    return "[" + "#".repeat(filled) + "-".repeat(width - filled) + "]";
  }

  private static String rate(double perSecond) {
    return perSecond >= 1
        ? String.format(Locale.ROOT, perSecond >= 10 ? "%.0f/s" : "%.1f/s", perSecond)
        : String.format(Locale.ROOT, "%.0f/min", perSecond * 60);
  }

  /** {@code 8.3 s}, {@code 2 min 5 s}, {@code 1 h 3 min}. */
  static String text(Duration time) {
    if (time.toMinutes() == 0) {
      boolean whole = time.toMillis() >= 10_000 || time.toMillisPart() == 0;
      return String.format(Locale.ROOT, whole ? "%.0f s" : "%.1f s", time.toMillis() / 1000.0);
    }
    return time.toHours() == 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }
}
