package io.github.broadsheet.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The Mann-Kendall test: does a series go up, or down? It asks only which of two values is larger,
 * so neither the shape of the trend nor one odd value matters.
 *
 * <p>Mann, Econometrica 13 (1945) 245, and Kendall; with the variance for ties, and the correction
 * for continuity. The normal distribution it uses wants eight values or more.
 *
 * @param n values that are there
 * @param s Kendall's S: pairs that go up less pairs that go down
 * @param tau S as a part of the most it could be (Kendall's tau-b): -1 always down, 1 always up
 * @param variance of S, if there were no trend
 * @param z S in standard deviations
 * @param p how often a series without a trend has such a z or a larger one, up or down
 * @param sen how fast it goes
 */
public record MannKendall(
    int n, long s, double tau, double variance, double z, double p, SenSlope sen) {

  /**
   * Tests a series of values one step apart; {@code NaN} is a missing one.
   *
   * <p>Example: {@code MannKendall.of(Autocorrelation.FIRST_ORDER, shares).p()}
   *
   * @throws IllegalArgumentException if there are less than two values
   */
  public static MannKendall of(Autocorrelation correction, double... values) {
    SenSlope sen = SenSlope.of(values);
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    int n = present.length;
    long s = 0;
    for (int j = 1; j < n; j++) {
      for (int i = 0; i < j; i++) {
        s += Double.compare(present[j] + 0.0, present[i] + 0.0);
      }
    }
    double pairs = n * (n - 1) / 2.0;
    double variance = n * (n - 1.0) * (2 * n + 5) / 18;
    double untied = pairs;
    Arrays.sort(present);
    for (int from = 0, to = 1; to <= n; to++) {
      if (to == n || present[to] != present[from]) {
        double ties = to - from;
        variance -= ties * (ties - 1) * (2 * ties + 5) / 18;
        untied -= ties * (ties - 1) / 2;
        from = to;
      }
    }
    variance *= correction.inflation(values, sen.slope());
    double z = s == 0 ? 0 : (s - Math.signum(s)) / Math.sqrt(variance);
    double p = 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z));
    double tau = s == 0 ? 0 : s / Math.sqrt(pairs * untied);
    return new MannKendall(n, s, tau, variance, z, p, sen);
  }
}
