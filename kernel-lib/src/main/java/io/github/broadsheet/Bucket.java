package io.github.broadsheet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.Locale;

/**
 * How long a stretch of time a trend counts together: {@code Trend.of(papers, "agent").by(WEEK)}.
 *
 * <p>Days are UTC, weeks are ISO weeks (they start on Monday, and the first week of a year is the
 * one with its first Thursday), quarters start in January, April, July and October.
 */
public enum Bucket {
  /** A day. */
  DAY(ChronoUnit.DAYS),
  /** An ISO week, from Monday to Sunday. */
  WEEK(ChronoUnit.WEEKS),
  /** A calendar month. */
  MONTH(ChronoUnit.MONTHS),
  /** Three calendar months, the first from January. */
  QUARTER(IsoFields.QUARTER_YEARS),
  /** A calendar year. */
  YEAR(ChronoUnit.YEARS);

  /** With fewer points there is no trend to see. */
  private static final int FEWEST = 4;

  private final TemporalUnit unit;

  Bucket(TemporalUnit unit) {
    this.unit = unit;
  }

  /** The first day of the bucket that a day is in. */
  public LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER ->
          day.withDayOfMonth(1).withMonth(day.getMonth().firstMonthOfQuarter().getValue());
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /** The last day of the bucket that a day is in. */
  public LocalDate end(LocalDate day) {
    return start(day).plus(1, unit).minusDays(1);
  }

  /** The next longer one; of a year, a year. */
  Bucket longer() {
    return values()[Math.min(YEAR.ordinal(), ordinal() + 1)];
  }

  /** The next shorter one; of a day, a day. */
  Bucket shorter() {
    return values()[Math.max(DAY.ordinal(), ordinal() - 1)];
  }

  /** How many there are in a year on average. */
  double perYear() {
    return (double) ChronoUnit.YEARS.getDuration().toSeconds() / unit.getDuration().toSeconds();
  }

  /** How many buckets later the bucket of one day is than that of another. */
  long between(LocalDate from, LocalDate to) {
    return unit.between(start(from), start(to));
  }

  /**
   * The bucket as text: {@code 2025-03-04}, {@code 2025-W10}, {@code 2025-03}, {@code 2025-Q1},
   * {@code 2025}.
   */
  public String label(LocalDate day) {
    return switch (this) {
      case DAY -> day.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%d-W%02d",
              day.get(IsoFields.WEEK_BASED_YEAR),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> day.toString().substring(0, day.toString().length() - 3);
      case QUARTER -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
      case YEAR -> Integer.toString(day.getYear());
    };
  }

  /**
   * A bucket that shows so many papers of a span well: days up to two weeks, weeks below six
   * months, years above eight; a longer one where less than five papers would be in each.
   */
  static Bucket fitting(LocalDate first, LocalDate last, int papers) {
    Bucket bucket = ofSpan(first, last);
    while (bucket != YEAR && papers < 5 * (bucket.between(first, last) + 1)) {
      Bucket longer = bucket.longer();
      if (longer.between(first, last) + 1 < FEWEST) {
        break;
      }
      bucket = longer;
    }
    return bucket;
  }

  private static Bucket ofSpan(LocalDate first, LocalDate last) {
    if (last.isBefore(first.plusWeeks(2))) {
      return DAY;
    }
    if (last.isBefore(first.plusMonths(6))) {
      return WEEK;
    }
    return last.isBefore(first.plusYears(8)) ? MONTH : YEAR;
  }

  /** The bucket in a sentence: {@code month}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
