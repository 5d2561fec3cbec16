package io.github.broadsheet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The papers of an earlier and of a later time.
 *
 * @param before rows of the earlier time
 * @param now rows of the later time
 * @param days by row, null where a row has none
 * @param words the two times in a sentence
 * @param notes which rows are in neither, and why
 */
record Periods(
    BitSet before, BitSet now, List<@Nullable LocalDate> days, String words, List<String> notes) {

  /** One in so many papers may lie outside of the time that the others span. */
  private static final int STRAY = 100;

  /** From a day to a day, both included. */
  record Span(LocalDate from, LocalDate to) {
    Span {
      if (from.isAfter(to)) {
        throw new IllegalArgumentException(
            "The time ends (%s) before it begins (%s).".formatted(to, from));
      }
    }

    boolean has(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public String toString() {
      return from + " to " + to;
    }
  }

  /** Which times a reader asked for; null for the last third against all before it. */
  record Wanted(@Nullable Span before, @Nullable Span now, @Nullable LocalDate since) {
    static final Wanted NOTHING = new Wanted(null, null, null);
  }

  static Periods of(Table papers, BitSet counted, String word, Wanted asked, LocalDate today) {
    IntFunction<@Nullable LocalDate> dayOf = new Asked(papers, word).day("listed", "published");
    List<@Nullable LocalDate> days = new ArrayList<>();
    int undated = 0;
    int ahead = 0;
    for (int row = 0; row < papers.rowCount(); row++) {
      LocalDate day = dayOf.apply(row);
      boolean late = day != null && day.isAfter(today.plusDays(1));
      undated += day == null && counted.get(row) ? 1 : 0;
      ahead += late && counted.get(row) ? 1 : 0;
      days.add(late ? null : day);
    }
    List<String> notes = new ArrayList<>();
    Plural.note(notes, undated, "# {paper has|papers have} no day and {is|are} left out.");
    Plural.note(
        notes, ahead, "# {paper has|papers have} a day after " + today + " and {is|are} left out.");
    List<LocalDate> known =
        counted.stream().filter(row -> days.get(row) != null).mapToObj(days::get).sorted().toList();
    BitSet before = new BitSet();
    BitSet now = new BitSet();
    if (known.isEmpty()) {
      notes.add("No papers with a day: there is nothing to compare.");
      return new Periods(before, now, days, "no papers", notes);
    }
    LocalDate first = known.get(0);
    LocalDate last = known.get(known.size() - 1);
    Span earlier = asked.before();
    Span later = asked.now();
    if (earlier == null || later == null) {
      // A few papers of long ago, or dated wrongly, must not move the border.
      int stray = known.size() / STRAY;
      LocalDate third = lastThird(known.get(stray), known.get(known.size() - 1 - stray));
      LocalDate since = asked.since() == null ? third : asked.since();
      earlier = first.isBefore(since) ? new Span(first, since.minusDays(1)) : null;
      later = last.isBefore(since) ? null : new Span(since, last);
    }
    for (int row : counted.stream().toArray()) {
      LocalDate day = days.get(row);
      if (day != null && earlier != null && earlier.has(day)) {
        before.set(row);
      } else if (day != null && later != null && later.has(day)) {
        now.set(row);
      }
    }
    if (before.isEmpty() || now.isEmpty()) {
      notes.add(
          first.equals(last)
              ? "All papers are of one day, "
                  + first
                  + ": there is no earlier time to compare with."
              : "There are no papers in one of the two times; those there are go from %s to %s."
                  .formatted(first, last));
    }
    String words =
        "now: %s (%s), before: %s (%s)"
            .formatted(
                later == null ? "–" : later,
                Plural.of("# {paper|papers}", now.cardinality()),
                earlier == null ? "–" : earlier,
                Plural.of("# {paper|papers}", before.cardinality()));
    return new Periods(before, now, days, words, notes);
  }

  /** The first day of the last third of a span; of a month or a week where the span is long. */
  private static LocalDate lastThird(LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    LocalDate day = first.plusDays(days - Math.max(1, days / 3));
    LocalDate round = day;
    if (days > 180) {
      round = day.plusDays(15).withDayOfMonth(1);
    } else if (days > 30) {
      round = day.plusDays(3).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
    return round.isAfter(first) && !round.isAfter(last) ? round : day;
  }

  /** By row, how many weeks (or months, when they are many) after the first day it is. */
  int[] clumps() {
    LocalDate first =
        IntStream.concat(before.stream(), now.stream())
            .mapToObj(days::get)
            .min(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    LocalDate last =
        IntStream.concat(before.stream(), now.stream())
            .mapToObj(days::get)
            .max(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    long weeks = ChronoUnit.WEEKS.between(first, last);
    ChronoUnit unit =
        weeks < 6 ? ChronoUnit.DAYS : weeks < 160 ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
    int[] clumps = new int[days.size()];
    for (int row = 0; row < clumps.length; row++) {
      LocalDate day = days.get(row);
      clumps[row] = day == null || day.isBefore(first) ? 0 : (int) unit.between(first, day);
    }
    return clumps;
  }
}
