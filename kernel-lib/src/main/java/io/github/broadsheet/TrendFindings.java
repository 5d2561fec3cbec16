package io.github.broadsheet;

import io.github.broadsheet.TrendSeries.Line;
import io.github.broadsheet.TrendSeries.Point;
import io.github.broadsheet.TrendSeries.Shape;
import io.github.broadsheet.stats.Autocorrelation;
import io.github.broadsheet.stats.FalseDiscovery;
import io.github.broadsheet.stats.Interval;
import io.github.broadsheet.stats.MannKendall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Which topics of a trend rise or fall, and how sure that is. */
final class TrendFindings {
  /** Below this the normal distribution of the test does not hold. */
  static final int FEWEST = 8;

  /**
   * Fewer than these are taken apart into shorter ones: the correction for neighbours that resemble
   * each other would leave nothing of eight quarters, and the same papers by month tell more.
   */
  private static final int ENOUGH = 12;

  /** Papers in a bucket on average, without which shorter ones tell no more than longer ones. */
  private static final int TELLING = 5;

  /** Beyond this the pairs of buckets are too many, and tell no more. */
  private static final int MOST = 2000;

  private static final double BELIEVED = 0.05;

  /** Below this a single paper is more than one percent. */
  private static final int FEW = 100;

  /** By the bucket of the chart, unsmoothed. */
  private final TrendSeries shown;

  /** By the bucket that can be tested, which may be a shorter one. */
  private final TrendSeries tested;

  private final List<@Nullable MannKendall> tests = new ArrayList<>();
  private final double[] q;

  private TrendFindings(TrendSeries shown, TrendSeries tested) {
    this.shown = shown;
    this.tested = tested;
    double[] p = new double[tested.lines().size()];
    for (int i = 0; i < p.length; i++) {
      double[] shares =
          tested.lines().get(i).points().stream()
              .mapToDouble(point -> point.complete() ? point.share() : Double.NaN)
              .toArray();
      MannKendall test =
          filled(tested) < FEWEST ? null : MannKendall.of(Autocorrelation.FIRST_ORDER, shares);
      tests.add(test);
      p[i] = test == null ? Double.NaN : test.p();
    }
    q = FalseDiscovery.qValues(p);
  }

  /** Tests what is shown, unsmoothed, by a bucket of which there are enough and not too many. */
  static TrendFindings of(TrendCounts counts, TrendSeries shown) {
    Bucket bucket = shown.bucket();
    TrendSeries own = shown.window() == 1 ? shown : TrendSeries.of(counts, new Shape(bucket, 1));
    TrendSeries tested = own;
    while (filled(tested) < ENOUGH && bucket != Bucket.DAY && tested.papers() > 0) {
      bucket = bucket.shorter();
      TrendSeries shorter = TrendSeries.of(counts, new Shape(bucket, 1));
      if (filled(own) >= FEWEST && shorter.papers() < TELLING * filled(shorter)) {
        break;
      }
      tested = shorter;
    }
    while (filled(tested) > MOST) {
      bucket = tested.bucket().longer();
      tested = TrendSeries.of(counts, new Shape(bucket, 1));
    }
    return new TrendFindings(own, tested);
  }

  private static int filled(TrendSeries series) {
    return (int) series.lines().get(0).points().stream().filter(TrendFindings::counts).count();
  }

  private static boolean counts(Point point) {
    return point.complete() && !point.isEmpty();
  }

  Table table() {
    double year = tested.bucket().perYear();
    return Columns.of(IntStream.range(0, tests.size()).boxed().toList())
        .text("topic", i -> shown.lines().get(i).topic().label())
        .share("first", i -> share(end(shown.lines().get(i), true)))
        .share("last", i -> share(end(shown.lines().get(i), false)))
        .number("tau", "0.00", i -> of(i, MannKendall::tau))
        .share("slope", i -> of(i, test -> year * test.sen().slope()))
        .share("low", i -> of(i, test -> year * slopes(test).low()))
        .share("high", i -> of(i, test -> year * slopes(test).high()))
        .rate("p", i -> of(i, MannKendall::p))
        .rate("q", i -> q[i])
        .count("n", i -> papers())
        .count("buckets", i -> filled(tested))
        .text("words", this::sentence)
        .table("Trend test");
  }

  private @Nullable Double of(int topic, ToDoubleFunction<MannKendall> number) {
    MannKendall test = tests.get(topic);
    return test == null ? null : (Double) number.applyAsDouble(test);
  }

  private static Interval slopes(MannKendall test) {
    return test.sen().interval(test.variance());
  }

  private static @Nullable Double share(@Nullable Point point) {
    return point == null ? null : (Double) point.share();
  }

  /** The sentences of topics that some paper mentions; the notes name the others. */
  List<String> told() {
    return IntStream.range(0, tests.size())
        .filter(i -> shown.lines().get(i).isMentioned())
        .mapToObj(this::sentence)
        .toList();
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      sentences.add(sentence(i));
    }
    return sentences;
  }

  private int papers() {
    return tested.lines().get(0).points().stream()
        .filter(TrendFindings::counts)
        .mapToInt(Point::total)
        .sum();
  }

  private String sentence(int topic) {
    Line line = shown.lines().get(topic);
    String what =
        "Share of "
            + (shown.question().weight() == null ? "" : shown.question().weight() + " of ")
            + line.quoted();
    MannKendall test = tests.get(topic);
    Point from = end(line, true);
    Point to = end(line, false);
    if (test == null || from == null || to == null) {
      return String.format(
          Locale.ROOT,
          "%s: too few finished %ss with papers to test (%d; it takes %d).",
          what,
          tested.bucket().word(),
          filled(tested),
          FEWEST);
    }
    String n =
        String.format(
            Locale.ROOT,
            "%s, n = %,d in %d %ss",
            q(q[topic]),
            papers(),
            filled(tested),
            tested.bucket().word());
    if (line.points().stream().filter(TrendFindings::counts).allMatch(p -> p.count() == 0)) {
      return "No paper mentions %s: %s.".formatted(line.quoted(), n.substring(n.indexOf("n = ")));
    }
    boolean rises = test.z() > 0;
    if (!(q[topic] <= BELIEVED)) {
      String ends = from == to ? at(from) : at(from) + ", " + at(to);
      return "%s shows no steady trend: %s, %s.".formatted(what, ends, n);
    }
    double change = to.share() - from.share();
    boolean shows = rises ? change > 0 : change < 0;
    if (!shows || percent(from).equals(percent(to))) {
      return "%s %s over the whole span, though not from its end to end (%s, %s), %s."
          .formatted(what, rises ? "rose" : "fell", at(from), at(to), n);
    }
    return "%s %s from %s to %s, %s.".formatted(what, rises ? "rose" : "fell", at(from), at(to), n);
  }

  private static String percent(Point point) {
    return TrendSeries.percent(point.share());
  }

  /** A share with its bucket; of few papers it says how few, as one more would change it much. */
  private String at(Point point) {
    String few =
        point.total() < FEW
            ? String.format(
                Locale.ROOT,
                " (%d of %d %s)",
                point.count(),
                point.total(),
                point.total() == 1 ? "paper" : "papers")
            : "";
    return percent(point) + few + " in " + shown.bucket().label(point.start());
  }

  private static String q(double q) {
    return q < 0.001
        ? "q < 0.001"
        : String.format(Locale.ROOT, q < 0.0995 ? "q = %.3f" : "q = %.2f", q);
  }

  /** The first or last bucket that is finished and has papers. */
  private static @Nullable Point end(Line line, boolean first) {
    Point end = null;
    for (Point point : line.points()) {
      if (counts(point) && !(first && end != null)) {
        end = point;
      }
    }
    return end;
  }
}
