package io.github.broadsheet.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Sen's slope: the median of the slopes between all pairs of values, which one odd value does not
 * move. Values are one step apart; {@code NaN} is a missing one, and its step is kept.
 *
 * <p>Sen, Journal of the American Statistical Association 63 (1968) 1379. Example: {@code
 * SenSlope.of(1, 3, Double.NaN, 7).slope()} is 2.
 */
public final class SenSlope {
  private static final double Z95 = new NormalDistribution().inverseCumulativeProbability(0.975);

  private final double[] slopes;

  private SenSlope(double[] slopes) {
    this.slopes = slopes;
  }

  /**
   * The slope of a series.
   *
   * @throws IllegalArgumentException if there are less than two values
   */
  public static SenSlope of(double... values) {
    int[] at = present(values);
    if (at.length < 2) {
      throw new IllegalArgumentException(
          "A slope needs at least two values; there are " + at.length + ".");
    }
    double[] slopes = new double[at.length * (at.length - 1) / 2];
    int next = 0;
    for (int j = 1; j < at.length; j++) {
      for (int i = 0; i < j; i++) {
        slopes[next++] = (values[at[j]] - values[at[i]]) / (at[j] - at[i]);
      }
    }
    Arrays.sort(slopes);
    return new SenSlope(slopes);
  }

  /** Where there is a value. */
  static int[] present(double[] values) {
    int[] at = new int[values.length];
    int present = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        at[present++] = i;
      }
    }
    return Arrays.copyOf(at, present);
  }

  /** The median slope, in the unit of the values a step. */
  public double slope() {
    int middle = slopes.length / 2;
    return slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
  }

  /**
   * The 95 % interval of the slope, from the variance that Kendall's S would have without a trend
   * ({@link MannKendall#variance}).
   */
  public Interval interval(double variance) {
    double reach = Z95 * Math.sqrt(variance);
    long low = Math.round((slopes.length - reach) / 2) - 1;
    long high = Math.round((slopes.length + reach) / 2);
    return new Interval(slopes[within(low)], slopes[within(high)]);
  }

  private int within(long place) {
    return (int) Math.max(0, Math.min(slopes.length - 1, place));
  }
}
