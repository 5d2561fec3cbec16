package io.github.broadsheet;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days, weeks and months as a reader writes them; an error shows the right form. */
final class Days {
  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

  private static final int SPANS = 5;

  private Days() {}

  /** A day written {@code 2025-10-29}. */
  static LocalDate day(String text) {
    Matcher day = DAY.matcher(text.strip());
    if (!day.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a day. Write it as year-month-day, like \"2025-10-29\"."
              .formatted(text.strip()));
    }
    YearMonth month = month(text, day);
    int number = Integer.parseInt(day.group(3));
    if (!month.isValidDay(number)) {
      throw new IllegalArgumentException(
          "There is no day \"%s\": %s %d has %d days. A day is written like \"%s\"."
              .formatted(
                  text.strip(),
                  month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                  month.getYear(),
                  month.lengthOfMonth(),
                  month.atEndOfMonth()));
    }
    return month.atDay(number);
  }

  /** The Monday of a week written {@code 2025-W10}. */
  static LocalDate week(String text) {
    Matcher week = WEEK.matcher(text.strip());
    if (!week.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a week. Write it as year and ISO week number, like \"2025-W10\"."
              .formatted(text.strip()));
    }
    int year = Integer.parseInt(week.group(1));
    int number = Integer.parseInt(week.group(2));
    LocalDate inYear = LocalDate.of(year, 7, 1);
    long last = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inYear).getMaximum();
    if (number < 1 || number > last) {
      throw new IllegalArgumentException(
          "There is no week \"%s\": the weeks of %d go from \"%d-W01\" to \"%d-W%d\"."
              .formatted(text.strip(), year, year, year, last));
    }
    return inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number).with(DayOfWeek.MONDAY);
  }

  /** A month written {@code 2025-03}. */
  static YearMonth month(String text) {
    Matcher month = MONTH.matcher(text.strip());
    if (!month.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a month. Write it as year-month, like \"2025-03\"."
              .formatted(text.strip()));
    }
    return month(text, month);
  }

  private static YearMonth month(String text, Matcher parts) {
    try {
      return YearMonth.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "There is no month %s in \"%s\": months go from 01 to 12, as in \"2025-10-29\"."
              .formatted(parts.group(2), text.strip()),
          e);
    }
  }

  /** Days in order as a sentence names them: the first spans, and how many there are more. */
  static String spans(List<LocalDate> days) {
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < days.size(); ) {
      int end = i;
      while (end + 1 < days.size() && days.get(end + 1).equals(days.get(end).plusDays(1))) {
        end++;
      }
      spans.add(end == i ? days.get(i).toString() : days.get(i) + " to " + days.get(end));
      i = end + 1;
    }
    String named = String.join(", ", spans.subList(0, Math.min(SPANS, spans.size())));
    return spans.size() > SPANS ? named + " and " + (spans.size() - SPANS) + " more" : named;
  }

  /** Refuses a start that is still to come; {@code example} is a call that works. */
  static void notAfter(LocalDate today, LocalDate start, String asked, String example) {
    if (start.isAfter(today)) {
      throw new IllegalArgumentException(
          "%s is still to come: today is %s (UTC). Try %s.".formatted(asked, today, example));
    }
  }
}
