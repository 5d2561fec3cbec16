package io.github.broadsheet.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What of many tests to believe. Of 2,000 phrases that never moved, 100 "rise" at p &lt; 0.05; a
 * q-value tells how large a part of a list is false when the list goes down to it.
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * The q-value (adjusted p-value) of each p-value, in the order given. All tests with a q-value of
   * at most 0.05 together hold 5 % false ones on average, if the tests are independent or depend on
   * each other positively. A test that could not be made is {@code NaN}; it is not counted and
   * stays {@code NaN}.
   *
   * <p>Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289. Example:
   * {@code FalseDiscovery.qValues(0.01, 0.02, 0.9)} is 0.03, 0.03, 0.9.
   *
   * @throws IllegalArgumentException if a p-value is not within 0 and 1
   */
  public static double[] qValues(double... pValues) {
    double[] q = pValues.clone();
    int[] ascending =
        IntStream.range(0, q.length)
            .filter(i -> !Double.isNaN(pValues[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double least = 1;
    for (int rank = ascending.length; rank > 0; rank--) {
      int test = ascending[rank - 1];
      if (!(pValues[test] >= 0 && pValues[test] <= 1)) {
        throw new IllegalArgumentException(
            "A p-value is within 0 and 1; test " + (test + 1) + " has " + pValues[test] + ".");
      }
      least = Math.min(least, pValues[test] * ascending.length / rank);
      q[test] = least;
    }
    return q;
  }
}
