package io.github.broadsheet.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the level of a series changes: the cut into stretches of even level that fits best, with a
 * price for each cut (an optimal partition, as in Jackson and others, IEEE Signal Processing
 * Letters 12 (2005) 105; the price is that of Zhang and Siegmund's modified BIC, three times the
 * logarithm of the length). What the series scatters by itself is taken from its steps, which a
 * change of level hardly touches.
 */
public final class ChangePoints {
  private static final double PRICE = 3;

  private ChangePoints() {}

  /**
   * The first places of all stretches but the first, in order; empty where the level does not
   * change. Example: the Nile at Aswan, yearly from 1871, changes at place 28, which is 1899.
   *
   * @param values of the series; NaN where there is none
   * @param weights how much each value weighs, such as the papers a share is of
   * @param least the variance of a value of weight 1 is at least this, such as p (1 - p) of a share
   */
  public static List<Integer> of(double[] values, double[] weights, double least) {
    int length = values.length;
    if (length < 4) {
      return List.of();
    }
    double[] weight = new double[length + 1];
    double[] sum = new double[length + 1];
    double[] square = new double[length + 1];
    for (int i = 0; i < length; i++) {
      boolean known = !Double.isNaN(values[i]);
      double w = known ? weights[i] : 0;
      double value = known ? values[i] : 0;
      weight[i + 1] = weight[i] + w;
      sum[i + 1] = sum[i] + w * value;
      square[i + 1] = square[i] + w * value * value;
    }
    double scatter = Math.max(least, scatter(values, weights));
    if (!(scatter > 0)) {
      return List.of();
    }
    return cheapest(
        length,
        (from, to) -> {
          double w = weight[to] - weight[from];
          double s = sum[to] - sum[from];
          return w > 0 ? (square[to] - square[from] - s * s / w) / scatter : 0;
        });
  }

  /**
   * The same for shares, by how likely their counts are: of few events the squares of {@link #of}
   * would make a change of three papers where one was to be expected. A series that scatters more
   * than independent events do counts for less by as much.
   *
   * @param counts events by time
   * @param totals what there was to count by time; a time with 0 says nothing
   */
  public static List<Integer> ofShares(int[] counts, int[] totals) {
    int length = counts.length;
    long[] events = new long[length + 1];
    long[] all = new long[length + 1];
    double[] shares = new double[length];
    double[] weights = new double[length];
    for (int i = 0; i < length; i++) {
      events[i + 1] = events[i] + counts[i];
      all[i + 1] = all[i] + totals[i];
      shares[i] = totals[i] == 0 ? Double.NaN : (double) counts[i] / totals[i];
      weights[i] = totals[i];
    }
    if (length < 4 || events[length] == 0 || events[length] == all[length]) {
      return List.of();
    }
    double share = (double) events[length] / all[length];
    double dispersion = Math.max(1, scatter(shares, weights) / (share * (1 - share)));
    return cheapest(
        length,
        (from, to) -> unlikeliness(events[to] - events[from], all[to] - all[from]) / dispersion);
  }

  /** Twice the negative logarithm of the likelihood of so many events at their own share. */
  private static double unlikeliness(long events, long all) {
    long others = all - events;
    return -2
        * ((events == 0 ? 0 : events * Math.log((double) events / all))
            + (others == 0 ? 0 : others * Math.log((double) others / all)));
  }

  /** What a stretch of one level costs, from a place to before another. */
  private interface Cost {
    double of(int from, int to);
  }

  private static List<Integer> cheapest(int length, Cost stretch) {
    double price = PRICE * Math.log(length);
    double[] cost = new double[length + 1];
    int[] from = new int[length + 1];
    cost[0] = -price;
    for (int to = 1; to <= length; to++) {
      cost[to] = Double.POSITIVE_INFINITY;
      for (int start = 0; start < to; start++) {
        double total = cost[start] + price + stretch.of(start, to);
        if (total < cost[to]) {
          cost[to] = total;
          from[to] = start;
        }
      }
    }
    List<Integer> places = new ArrayList<>();
    for (int at = from[length]; at > 0; at = from[at]) {
      places.add(at);
    }
    Collections.reverse(places);
    return List.copyOf(places);
  }

  /** The variance of a value of weight 1, from one value to the next. */
  private static double scatter(double[] values, double[] weights) {
    double sum = 0;
    int steps = 0;
    for (int i = 1; i < values.length; i++) {
      double step = values[i] - values[i - 1];
      if (!Double.isNaN(step) && weights[i] > 0 && weights[i - 1] > 0) {
        sum += step * step / (1 / weights[i] + 1 / weights[i - 1]);
        steps++;
      }
    }
    return steps == 0 ? 0 : sum / steps;
  }
}
