package io.github.broadsheet;

import io.github.broadsheet.stats.Interval;
import io.github.broadsheet.stats.Wilson;
import io.github.broadsheet.text.Topic;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Papers counted by bucket and topic. Every bucket from the first to the last paper is there, also
 * those without papers.
 *
 * @param lines one a topic, in the order asked
 * @param facts how many papers, from when to when, from where
 */
record TrendSeries(Bucket bucket, List<Line> lines, int papers, String facts, List<String> notes) {
  private static final int MOST_BUCKETS = 10_000;

  /** One topic over time. */
  record Line(Topic topic, List<Point> points) {}

  /** One bucket of a line; {@code complete} unless it is the last and may still grow. */
  record Point(LocalDate start, int count, int total, boolean complete) {
    boolean isEmpty() {
      return total == 0;
    }

    /** Undefined for an empty bucket. */
    double share() {
      return (double) count / total;
    }

    /** Undefined for an empty bucket. */
    Interval interval() {
      return Wilson.of(count, total);
    }
  }

  /** Counts by a bucket, or by the one that fits the span. */
  static TrendSeries of(TrendRows rows, @Nullable Bucket asked) {
    if (rows.days().isEmpty()) {
      List<Line> none = rows.topics().stream().map(topic -> new Line(topic, List.of())).toList();
      return new TrendSeries(
          asked == null ? Bucket.MONTH : asked, none, 0, "no papers", rows.notes());
    }
    LocalDate first = Collections.min(rows.days());
    LocalDate last = Collections.max(rows.days());
    Bucket bucket = asked == null ? Bucket.fitting(first, last, rows.days().size()) : asked;
    long buckets = bucket.between(first, last) + 1;
    if (buckets > MOST_BUCKETS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "From %s to %s there are %,d buckets of a %s; at most %,d can be counted. Take a longer one, such as by(YEAR), or leave out early papers with where(since(\"…\")).",
              first,
              last,
              buckets,
              bucket.word(),
              MOST_BUCKETS));
    }
    int[] totals = new int[(int) buckets];
    int[] bucketOf = new int[rows.days().size()];
    for (int paper = 0; paper < bucketOf.length; paper++) {
      bucketOf[paper] = (int) bucket.between(first, rows.days().get(paper));
      totals[bucketOf[paper]]++;
    }
    boolean complete = isComplete(bucket.end(last), last, rows.seen());
    List<Line> lines = new ArrayList<>();
    for (int t = 0; t < rows.topics().size(); t++) {
      int[] counts = new int[totals.length];
      BitSet mentions = rows.mentions().get(t);
      mentions.stream().forEach(paper -> counts[bucketOf[paper]]++);
      List<Point> points = new ArrayList<>();
      LocalDate start = bucket.start(first);
      for (int b = 0; b < totals.length; b++) {
        points.add(new Point(start, counts[b], totals[b], complete || b < totals.length - 1));
        start = bucket.end(start).plusDays(1);
      }
      lines.add(new Line(rows.topics().get(t), List.copyOf(points)));
    }
    List<String> notes = new ArrayList<>(rows.notes());
    if (!complete) {
      notes.add("%s is not finished: the papers end on %s.".formatted(bucket.label(last), last));
    }
    String facts =
        String.format(
            Locale.ROOT,
            "%,d %s, %s %s to %s%s",
            bucketOf.length,
            bucketOf.length == 1 ? "paper" : "papers",
            rows.dated(),
            first,
            last,
            rows.sources().isEmpty()
                ? ""
                : "; source %s, as of %s"
                    .formatted(String.join(", ", rows.sources()), rows.seen()));
    return new TrendSeries(bucket, List.copyOf(lines), bucketOf.length, facts, notes);
  }

  /**
   * A bucket can only be finished when its last day was over as the papers were fetched. It is when
   * the papers reach that day, or only a weekend is left: weekends have few papers and no lists. A
   * table that stops earlier may have been asked for so, which it cannot tell.
   */
  private static boolean isComplete(LocalDate end, LocalDate lastPaper, LocalDate seen) {
    return end.isBefore(seen)
        && lastPaper
            .plusDays(1)
            .datesUntil(end.plusDays(1))
            .allMatch(
                day ->
                    day.getDayOfWeek() == DayOfWeek.SATURDAY
                        || day.getDayOfWeek() == DayOfWeek.SUNDAY);
  }

  /** A share in percent: two digits after the point where one would hide it. */
  static String percent(double share) {
    double percent = 100 * share;
    return String.format(
        Locale.ROOT, percent == 0 || percent >= 0.95 ? "%.1f %%" : "%.2f %%", percent);
  }
}
