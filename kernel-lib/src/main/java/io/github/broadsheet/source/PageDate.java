package io.github.broadsheet.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a Daily Papers page shows it: {@code Jun 10, 2025 2} or, in the page's own year, {@code
 * May 25}. The number behind it counts the comments.
 */
record PageDate(
    String text, int month, int dayOfMonth, @Nullable Integer year, @Nullable Integer comments) {
  static final String PATTERN =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}(?:, ?\\d{4})?"
          + "(?: \\d{1,5})?";

  private static final Pattern PARTS =
      Pattern.compile("(\\p{L}{3})\\p{L}*\\.? (\\d{1,2})(?:, ?(\\d{4}))?(?: (\\d{1,5}))?");
  private static final Pattern WHOLE = Pattern.compile(PATTERN);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** The date a line consists of, or null. */
  static @Nullable PageDate of(String line) {
    Matcher parts = PARTS.matcher(line);
    if (!WHOLE.matcher(line).matches() || !parts.matches()) {
      return null;
    }
    return new PageDate(
        line,
        MONTHS.indexOf(parts.group(1).toLowerCase(Locale.ROOT)) + 1,
        Integer.parseInt(parts.group(2)),
        number(parts.group(3)),
        number(parts.group(4)));
  }

  PageDate withComments(Integer count) {
    return new PageDate(text, month, dayOfMonth, year, count);
  }

  /**
   * The day; without a year the latest such day up to {@code asOf}. Null if there is no such day.
   */
  @Nullable LocalDate day(LocalDate asOf) {
    if (year != null) {
      return day(year);
    }
    LocalDate thisYear = day(asOf.getYear());
    return thisYear != null && !thisYear.isAfter(asOf) ? thisYear : day(asOf.getYear() - 1);
  }

  private @Nullable LocalDate day(int inYear) {
    try {
      return LocalDate.of(inYear, month, dayOfMonth);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }
}
