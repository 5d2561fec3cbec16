package io.github.broadsheet.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * When events came thick: the two-state automaton of Kleinberg ("Bursty and hierarchical structure
 * in streams", Data Mining and Knowledge Discovery 7 (2003) 373, section 4) over counts by time. It
 * is in its low state at the rate of the whole, or in its high state at a multiple of it; the path
 * of least cost through both is found exactly.
 */
public final class Bursts {
  private static final double FACTOR = 2;
  private static final double GAMMA = 1;

  private Bursts() {}

  /**
   * A burst.
   *
   * @param from the first time of it, from 0
   * @param to the last time of it, included
   * @param weight the cost it saves against the low state: how much the counts are for it
   */
  public record Burst(int from, int to, double weight) {}

  /**
   * The bursts of a series, in order. The high rate is twice that of the whole (half way to 1 where
   * twice would be more than that), and to rise to it costs the logarithm of the number of times.
   * Example: of {@code 0 2 1 6 7 2 8 9 1 1 0 2} in 100 each, times 3 to 7 are one burst.
   *
   * @param counts events by time
   * @param totals what there was to count by time; a time with 0 says nothing
   */
  public static List<Burst> of(int[] counts, int[] totals) {
    if (counts.length != totals.length) {
      throw new IllegalArgumentException(
          "Counts and totals belong together; got %d and %d of them."
              .formatted(counts.length, totals.length));
    }
    double events = 0;
    double all = 0;
    for (int i = 0; i < counts.length; i++) {
      events += counts[i];
      all += totals[i];
    }
    double low = events / all;
    if (counts.length < 2 || !(low > 0) || low >= 1) {
      return List.of();
    }
    double high = Math.min(FACTOR * low, (1 + low) / 2);
    double rise = GAMMA * Math.log(counts.length);
    double[] gain = new double[counts.length];
    for (int i = 0; i < gain.length; i++) {
      // The binomial coefficient is the same in both states.
      gain[i] =
          counts[i] * Math.log(high / low)
              + (totals[i] - counts[i]) * Math.log((1 - high) / (1 - low));
    }
    return bursts(path(gain, rise), gain);
  }

  /** By time, whether the cheapest path is in the high state. */
  private static boolean[] path(double[] gain, double rise) {
    int times = gain.length;
    boolean[] lowCame = new boolean[times];
    boolean[] highCame = new boolean[times];
    double low = 0;
    double high = -rise;
    for (int i = 0; i < times; i++) {
      // To fall costs nothing; where both ways cost the same the state is kept.
      lowCame[i] = i > 0 && high > low;
      highCame[i] = i > 0 && high >= low - rise;
      double lowNext = lowCame[i] ? high : low;
      double highNext = (i == 0 || highCame[i] ? high : low - rise) + gain[i];
      low = lowNext;
      high = highNext;
    }
    boolean[] path = new boolean[times];
    boolean up = high > low;
    for (int i = times - 1; i >= 0; i--) {
      path[i] = up;
      up = up ? highCame[i] : lowCame[i];
    }
    return path;
  }

  private static List<Burst> bursts(boolean[] path, double[] gain) {
    List<Burst> bursts = new ArrayList<>();
    for (int i = 0; i < path.length; i++) {
      if (path[i]) {
        int from = i;
        double weight = 0;
        for (; i < path.length && path[i]; i++) {
          weight += gain[i];
        }
        bursts.add(new Burst(from, i - 1, weight));
      }
    }
    return List.copyOf(bursts);
  }
}
