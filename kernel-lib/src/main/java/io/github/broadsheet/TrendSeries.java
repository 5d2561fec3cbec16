package io.github.broadsheet;

import io.github.broadsheet.DayCounts.Counts;
import io.github.broadsheet.stats.Interval;
import io.github.broadsheet.stats.Wilson;
import io.github.broadsheet.text.Topic;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Papers counted by bucket and topic. Every bucket from the first to the last paper is there, also
 * those without papers.
 *
 * @param lines one a topic, in the order asked
 * @param window how many buckets each share is of; 1 where it is not smoothed
 * @param question what was counted
 * @param facts how many papers, from when to when, from where
 */
record TrendSeries(
    Bucket bucket,
    List<Line> lines,
    int papers,
    int window,
    TrendQuestion question,
    List<TrendBreak> breaks,
    String facts,
    List<String> notes) {
  private static final int MOST_BUCKETS = 10_000;

  /** How other languages than that of topics say what it says with {@code |}, AND and NOT. */
  private static final Pattern FOREIGN =
      Pattern.compile("^[^/]*([,;*?]|\\bor\\b|\\band\\b|\\bnot\\b)");

  /** One topic over time. */
  record Line(Topic topic, List<Point> points) {
    boolean isMentioned() {
      return points.stream().anyMatch(point -> point.count > 0);
    }

    /** Whether it may be written in another language than that of topics. */
    boolean isForeign() {
      return FOREIGN.matcher(topic.query()).find();
    }

    String quoted() {
      return "«" + TrendText.shorten(topic.label()) + "»";
    }
  }

  /**
   * One bucket of a line. Count and total are papers of the bucket itself; share and interval are
   * weighted and smoothed as asked.
   *
   * @param share not a number for an empty bucket
   * @param interval not numbers for an empty bucket
   * @param complete unless it is the last and may still grow
   */
  record Point(
      LocalDate start, int count, int total, double share, Interval interval, boolean complete) {
    boolean isEmpty() {
      return Double.isNaN(share);
    }
  }

  /** How to count: the bucket (or null for the one that fits the span), and over how many. */
  record Shape(@Nullable Bucket bucket, int window) {}

  static TrendSeries of(TrendCounts counts, Shape shape) {
    return of(counts, shape, counts.days().byDay().navigableKeySet());
  }

  /** Counts from the first to the last of some days, beyond those that have papers. */
  static TrendSeries of(TrendCounts counts, Shape shape, NavigableSet<Integer> span) {
    NavigableMap<Integer, Counts> days = counts.days().byDay();
    List<Topic> topics = counts.question().topics();
    String weight = counts.question().weight();
    if (days.isEmpty()) {
      return new TrendSeries(
          shape.bucket() == null ? Bucket.MONTH : shape.bucket(),
          topics.stream().map(topic -> new Line(topic, List.of())).toList(),
          0,
          shape.window(),
          counts.question(),
          List.of(),
          "no papers",
          counts.notes());
    }
    LocalDate first = LocalDate.ofEpochDay(span.first());
    LocalDate last = LocalDate.ofEpochDay(span.last());
    int papers = counts.days().all().papers;
    Bucket asked = shape.bucket();
    Bucket bucket = asked == null ? Bucket.fitting(first, last, papers) : asked;
    List<Counts> buckets = buckets(counts.days(), days, bucket, first, last);
    boolean complete = isComplete(bucket.end(last), last, counts.seen());
    List<Counts> pooled = pooled(counts.days(), buckets, shape.window(), complete);
    List<Line> lines = new ArrayList<>();
    for (int t = 0; t < topics.size(); t++) {
      List<Point> points = new ArrayList<>();
      LocalDate start = bucket.start(first);
      for (int b = 0; b < buckets.size(); b++) {
        boolean grows = !complete && b == buckets.size() - 1;
        points.add(point(start, t, buckets.get(b), pooled.get(b), weight != null, !grows));
        start = bucket.end(start).plusDays(1);
      }
      lines.add(new Line(topics.get(t), List.copyOf(points)));
    }
    List<TrendBreak> breaks = TrendBreak.in(counts.texts(), bucket, first, buckets);
    List<String> notes = new ArrayList<>(counts.notes());
    List<Line> unsaid = lines.stream().filter(line -> !line.isMentioned()).toList();
    if (!unsaid.isEmpty()) {
      String names = unsaid.stream().map(Line::quoted).collect(Collectors.joining(", "));
      notes.add(
          "No paper mentions "
              + names
              + (unsaid.stream().anyMatch(Line::isForeign)
                  ? ". Alternatives are written a|b, conditions in capitals (a AND b), what words begin with /agent\\w*/."
                  : "."));
    }
    if (weight != null) {
      notes.add(
          "Papers are weighted by %s; the band is that of as many equal papers as tell the same."
              .formatted(weight));
    }
    if (shape.window() > 1) {
      notes.add(
          "Smoothed: each share is that of %d %ss together, the band too."
              .formatted(shape.window(), bucket.word()));
    }
    breaks.forEach(each -> notes.add(each.sentence(bucket)));
    if (!complete) {
      notes.add("%s is not finished: the papers end on %s.".formatted(bucket.label(last), last));
    }
    String from =
        counts.sources().isEmpty()
            ? ""
            : "; source "
                + String.join(", ", counts.sources())
                + (counts.told() ? ", as of " + counts.seen() : "");
    String facts =
        String.format(
            Locale.ROOT,
            "%,d %s, %s %s to %s%s",
            papers,
            papers == 1 ? "paper" : "papers",
            counts.dated(),
            first,
            last,
            from);
    return new TrendSeries(
        bucket,
        List.copyOf(lines),
        papers,
        shape.window(),
        counts.question(),
        breaks,
        facts,
        notes);
  }

  private static List<Counts> buckets(
      DayCounts counts,
      NavigableMap<Integer, Counts> days,
      Bucket bucket,
      LocalDate first,
      LocalDate last) {
    long size = bucket.between(first, last) + 1;
    if (size > MOST_BUCKETS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "From %s to %s there are %,d buckets of a %s; at most %,d can be counted. Take a longer one, such as by(YEAR), or leave out early papers with where(since(\"…\")).",
              first,
              last,
              size,
              bucket.word(),
              MOST_BUCKETS));
    }
    List<Counts> buckets = new ArrayList<>();
    for (int b = 0; b < size; b++) {
      buckets.add(counts.none());
    }
    days.forEach(
        (day, of) -> buckets.get((int) bucket.between(first, LocalDate.ofEpochDay(day))).add(of));
    return buckets;
  }

  /** The finished buckets around each, counted together; an empty one stays empty. */
  private static List<Counts> pooled(
      DayCounts counts, List<Counts> buckets, int window, boolean complete) {
    int finished = complete ? buckets.size() : buckets.size() - 1;
    List<Counts> pooled = new ArrayList<>();
    for (int b = 0; b < buckets.size(); b++) {
      Counts own = buckets.get(b);
      if (window == 1 || b >= finished || own.papers == 0) {
        pooled.add(own);
      } else {
        Counts around = counts.none();
        int reach = window / 2;
        buckets
            .subList(Math.max(0, b - reach), Math.min(finished, b + reach + 1))
            .forEach(around::add);
        pooled.add(around);
      }
    }
    return pooled;
  }

  private static Point point(
      LocalDate start, int topic, Counts own, Counts pooled, boolean weighted, boolean complete) {
    double weight = weighted ? pooled.weight : pooled.papers;
    double of = weighted ? pooled.weights[topic] : pooled.mentions[topic];
    double size = weighted ? pooled.weight * pooled.weight / pooled.squares : pooled.papers;
    double share = weight > 0 ? of / weight : Double.NaN;
    Interval interval = weight > 0 ? Wilson.of(share, size) : new Interval(Double.NaN, Double.NaN);
    return new Point(start, own.mentions[topic], own.papers, share, interval, complete);
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

  /** What the shares are of: {@code papers}, {@code upvotes of papers}. */
  String subject() {
    String weight = question.weight();
    return weight == null ? "papers" : weight + " of papers";
  }

  /** The same with other breaks marked: those of the source, for a part of its papers. */
  TrendSeries withBreaks(List<TrendBreak> other) {
    return new TrendSeries(bucket, lines, papers, window, question, other, facts, notes);
  }

  /** One row a bucket and topic, as {@link Trend#table} says. */
  Table table() {
    record Place(Line line, Point point) {}
    List<Place> places = new ArrayList<>();
    for (int b = 0; b < lines.get(0).points().size(); b++) {
      for (Line line : lines) {
        places.add(new Place(line, line.points().get(b)));
      }
    }
    return Columns.of(places)
        .day("bucket", place -> place.point.start())
        .text("topic", place -> place.line.topic().label())
        .count("count", place -> place.point.count())
        .count("total", place -> place.point.total())
        .share("share", place -> place.point.share())
        .share("low", place -> place.point.interval().low())
        .share("high", place -> place.point.interval().high())
        .flag("complete", place -> place.point.complete())
        .table("Trend");
  }

  /** What is charted: {@code Share of papers that mention agent}. */
  String headline() {
    String topic = lines.size() == 1 ? TrendText.shorten(lines.get(0).topic().label()) : "a topic";
    return "Share of " + subject() + " " + question.relation() + " " + topic;
  }

  /** A share in percent: two digits after the point where one would hide it. */
  static String percent(double share) {
    double percent = 100 * share;
    return String.format(
        Locale.ROOT, percent == 0 || percent >= 0.95 ? "%.1f %%" : "%.2f %%", percent);
  }
}
