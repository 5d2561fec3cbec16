package io.github.broadsheet;

import io.github.broadsheet.DayCounts.Counts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where not the field changed but the source: from there on shares may differ for that
 * reason alone.
 *
 * @param start of the first bucket after it
 * @param what happened, in few words, for the chart
 */
record TrendBreak(LocalDate start, String what) {
  /** Buckets on each side without which a change is no change of level. */
  private static final int LEAST = 4;

  String sentence(Bucket bucket) {
    return "Break at %s: %s. Shares before and after may differ for that reason alone."
        .formatted(bucket.label(start), what);
  }

  static List<TrendBreak> in(
      List<String> texts, Bucket bucket, LocalDate first, List<Counts> buckets) {
    List<Integer> filled = new ArrayList<>();
    for (int b = 0; b < buckets.size(); b++) {
      if (buckets.get(b).papers > 0) {
        filled.add(b);
      }
    }
    LocalDate start = bucket.start(first);
    List<TrendBreak> breaks = new ArrayList<>();
    List<LocalDate> starts = new ArrayList<>();
    for (int b = 0; b < buckets.size(); b++) {
      starts.add(start);
      start = bucket.end(start).plusDays(1);
    }
    for (int i = 1; i < filled.size(); i++) {
      Counts before = buckets.get(filled.get(i - 1));
      Counts after = buckets.get(filled.get(i));
      LocalDate at = starts.get(filled.get(i));
      for (int t = 0; t < texts.size(); t++) {
        String what = field(texts.get(t), known(before, t), known(after, t));
        if (what != null) {
          breaks.add(new TrendBreak(at, what));
        }
      }
      String from = source(before);
      String to = source(after);
      if (!from.equals(to) && !from.isEmpty() && !to.isEmpty()) {
        breaks.add(new TrendBreak(at, "the source changes from " + from + " to " + to));
      }
    }
    List<Counts> sized = filled.stream().map(buckets::get).toList();
    int change =
        change(sized.stream().mapToDouble(b -> Math.log((double) b.papers / b.days)).toArray());
    if (change > 0) {
      double before = size(sized.subList(0, change));
      double after = size(sized.subList(change, sized.size()));
      breaks.add(
          new TrendBreak(
              starts.get(filled.get(change)),
              String.format(
                  Locale.ROOT,
                  "%s papers a day before, %s from there on",
                  number(before),
                  number(after))));
    }
    return List.copyOf(breaks);
  }

  private static double known(Counts counts, int text) {
    return (double) counts.texts[text] / counts.papers;
  }

  private static @Nullable String field(String name, double before, double after) {
    if (Math.abs(after - before) < 0.5) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "%.0f %% of the papers have %s, before %.0f %%",
        100 * after,
        name.equals("abstract") ? "an abstract" : name,
        100 * before);
  }

  /** The source of more than half of the papers, or nothing. */
  private static String source(Counts counts) {
    return counts.sources.entrySet().stream()
        .filter(source -> 2 * source.getValue() > counts.papers)
        .map(Map.Entry::getKey)
        .findAny()
        .orElse("");
  }

  private static double size(List<Counts> buckets) {
    return (double) buckets.stream().mapToInt(bucket -> bucket.papers).sum()
        / buckets.stream().mapToInt(bucket -> bucket.days).sum();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
  }

  /**
   * Where a level changes at once, or 0. It does if two levels, half as high again or more the one
   * as the other, leave less than half of what a straight line leaves, and less than a third of
   * what one level leaves: a source that grows all the time does not break.
   */
  static int change(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    for (int split = LEAST; split <= values.length - LEAST; split++) {
      double left = squares(values, 0, split);
      double right = squares(values, split, values.length);
      if (left + right < least) {
        least = left + right;
        best = split;
      }
    }
    if (best == 0) {
      return 0;
    }
    double step = mean(values, best, values.length) - mean(values, 0, best);
    boolean breaks =
        Math.abs(step) > Math.log(1.5)
            && least < line(values) / 2
            && least < squares(values, 0, values.length) / 3;
    return breaks ? best : 0;
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }

  /** What a level leaves. */
  private static double squares(double[] values, int from, int to) {
    double mean = mean(values, from, to);
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return squares;
  }

  /** What a straight line leaves. */
  private static double line(double[] values) {
    double mean = mean(values, 0, values.length);
    double middle = (values.length - 1) / 2.0;
    double product = 0;
    double square = 0;
    for (int i = 0; i < values.length; i++) {
      product += (i - middle) * (values[i] - mean);
      square += (i - middle) * (i - middle);
    }
    return squares(values, 0, values.length) - product * product / square;
  }
}
