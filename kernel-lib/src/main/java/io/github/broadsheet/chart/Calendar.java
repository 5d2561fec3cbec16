package io.github.broadsheet.chart;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * A time axis counted in years, months, weeks, days or hours, whatever suits its length. XChart's
 * own puts its marks at round numbers of milliseconds, where no month begins; in whole months they
 * are right.
 */
enum Calendar {
  YEARS("yyyy", ChronoUnit.YEARS),
  MONTHS("MMM yyyy", ChronoUnit.MONTHS),
  WEEKS("d MMM", ChronoUnit.WEEKS),
  DAYS("d MMM", ChronoUnit.DAYS),
  HOURS("d MMM HH:mm", ChronoUnit.HOURS);

  private static final LocalDateTime YEAR = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final LocalDateTime MONDAY = LocalDateTime.of(1970, 1, 5, 0, 0);

  private static final long WEEK = 7 * 86_400_000L;

  private final DateTimeFormatter format;
  private final ChronoUnit unit;

  Calendar(String pattern, ChronoUnit unit) {
    this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    this.unit = unit;
  }

  /** The unit for times in milliseconds since 1970. */
  static Calendar of(double... times) {
    DoubleSummaryStatistics span =
        Arrays.stream(times).filter(time -> !Double.isNaN(time)).summaryStatistics();
    double days = (span.getMax() - span.getMin()) / 86_400_000.0;
    if (days >= 14 && days <= 200 && mostly(times, Calendar::monday)) {
      return WEEKS;
    }
    boolean months = days > 75 || (days >= 27 && mostly(times, Calendar::first));
    boolean years = days > 1500 || (days >= 365 && mostly(times, Calendar::newYear));
    return years ? YEARS : months ? MONTHS : days > 2 ? DAYS : HOURS;
  }

  /** Whether times are so, a few marks between them aside. */
  private static boolean mostly(double[] times, DoublePredicate so) {
    double[] known = Arrays.stream(times).filter(time -> !Double.isNaN(time)).toArray();
    return Arrays.stream(known).filter(so).count() >= 0.8 * known.length;
  }

  private static boolean first(double millis) {
    return MONTHS.units(millis) == Math.rint(MONTHS.units(millis));
  }

  private static boolean newYear(double millis) {
    return YEARS.units(millis) == Math.rint(YEARS.units(millis));
  }

  /** The calendar of an axis if there are days on it, else null. */
  static @Nullable Calendar of(List<Values> axis) {
    double[] times =
        axis.stream()
            .filter(values -> values.kind() == Values.Kind.DATE)
            .flatMapToDouble(values -> Arrays.stream(values.numbers()))
            .toArray();
    return times.length == 0 ? null : of(times);
  }

  private static boolean monday(double millis) {
    return Math.floorMod((long) millis - MONDAY.toInstant(ZoneOffset.UTC).toEpochMilli(), WEEK)
        == 0;
  }

  private LocalDateTime origin() {
    return this == WEEKS ? MONDAY : YEAR;
  }

  /** Milliseconds as units since 1970, with the part of the unit that has gone by. */
  double units(double millis) {
    LocalDateTime time =
        LocalDateTime.ofInstant(Instant.ofEpochMilli((long) millis), ZoneOffset.UTC);
    long whole = unit.between(origin(), time);
    LocalDateTime start = origin().plus(whole, unit);
    if (start.isAfter(time)) {
      start = origin().plus(--whole, unit);
    }
    double length = ChronoUnit.SECONDS.between(start, start.plus(1, unit));
    return whole + ChronoUnit.SECONDS.between(start, time) / length;
  }

  /**
   * Labels the marks of an axis that begins at a time. XChart sets its first mark there and the
   * others whole steps after it: where that is inside a unit, none would have a label.
   */
  void label(AxesChartStyler style, double firstMillis) {
    double first = units(firstMillis);
    if (first > Math.floor(first)) {
      style.setXAxisMin(Math.floor(first));
    }
    label(style);
  }

  /** Labels the marks of an axis; those inside a unit have none. */
  void label(AxesChartStyler style) {
    style.setXAxisTickMarkSpacingHint(this == YEARS ? 60 : this == HOURS ? 110 : 84);
    style.setXAxisTickLabelsFormattingFunction(
        units ->
            units == Math.rint(units)
                ? format.format(origin().plus(units.longValue(), unit))
                : Labels.blank(units));
  }
}
