package io.github.broadsheet.stats;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The Wilson score interval of a share: near its nominal coverage also when the count or the total
 * is small, where the textbook interval (Wald) is far off. Without continuity correction; see
 * Newcombe, Statistics in Medicine 17 (1998) 857, method 3.
 */
public final class Wilson {
  private static final double Z95 = new NormalDistribution().inverseCumulativeProbability(0.975);

  private Wilson() {}

  /**
   * The 95 % interval of {@code count} out of {@code total}, within 0 and 1.
   *
   * @throws IllegalArgumentException if the total is not above 0, or the count is not within it
   */
  public static Interval of(int count, int total) {
    if (total <= 0 || count < 0 || count > total) {
      throw new IllegalArgumentException(
          "A share needs 0 <= count <= total and a total above 0; got %d of %d."
              .formatted(count, total));
    }
    return of((double) count / total, (double) total);
  }

  /**
   * The 95 % interval of a share of weighted cases, within 0 and 1.
   *
   * @param share from 0 to 1
   * @param size how many equal cases tell as much: for weights, the square of their sum over the
   *     sum of their squares (Kish, Survey Sampling 1965)
   */
  public static Interval of(double share, double size) {
    double square = Z95 * Z95;
    double center = share + square / (2 * size);
    double reach = Z95 * Math.sqrt(share * (1 - share) / size + square / (4 * size * size));
    double scale = 1 + square / size;
    // Rounding leaves the ends a hair beside 0 and 1, where they are exact by definition.
    return new Interval(
        share <= 0 ? 0 : (center - reach) / scale, share >= 1 ? 1 : (center + reach) / scale);
  }
}
