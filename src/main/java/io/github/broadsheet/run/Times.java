package io.github.broadsheet.run;

import java.time.Duration;
import java.util.Locale;

/** How long something took, as a reader says it. */
public final class Times {
  private Times() {}

  /** Such as {@code 0.8 s}, {@code 12 s} or {@code 3 min 5 s}. */
  public static String text(Duration took) {
    double seconds = took.toMillis() / 1000.0;
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
  }
}
