package io.github.broadsheet.stats;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * The Wilson score interval of a share: near its nominal coverage also when the count or the total
 * is small, where the textbook interval (Wald) is far off. Without continuity correction; see
 * Newcombe, Statistics in Medicine 17 (1998) 857, method 3.
 */
public final class Wilson {
  private static final WilsonScoreInterval SCORE = new WilsonScoreInterval();

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
    ConfidenceInterval interval = SCORE.createInterval(total, count, 0.95);
    // Rounding leaves the ends a hair beside 0 and 1, where they are exact by definition.
    return new Interval(
        count == 0 ? 0 : interval.getLowerBound(), count == total ? 1 : interval.getUpperBound());
  }
}
