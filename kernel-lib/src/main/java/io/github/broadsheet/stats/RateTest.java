package io.github.broadsheet.stats;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;

/**
 * Whether events have become more frequent: of all events that were counted, the later ones are a
 * binomial number if nothing changed, with the later part of the exposure as its share. Exact for
 * rare events, on the safe side for frequent ones. See Przyborowski and Wilenski, Biometrika 31
 * (1940) 313.
 */
public final class RateTest {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  private RateTest() {}

  /**
   * The probability of so many events or more in the later time, if the rate is that of the earlier
   * one. Example: {@code RateTest.rise(0, 5, 100, 100)} is 1/32.
   *
   * @param before events in the earlier time
   * @param now events in the later time
   * @param exposureBefore how much there was to count, above 0
   * @param exposureNow how much there was to count, above 0
   */
  public static double rise(int before, int now, double exposureBefore, double exposureNow) {
    if (now == 0) {
      return 1;
    }
    double share = exposureNow / (exposureBefore + exposureNow);
    // The tail by itself: one minus the rest would lose all that is below 1e-16.
    return Beta.regularizedBeta(share, now, before + 1.0);
  }

  /** The probability of a normal number as far above its mean, in standard deviations, or more. */
  public static double above(double z) {
    return NORMAL.cumulativeProbability(-z);
  }

  /**
   * A p-value of events that come in clumps: their number varies more than that of independent ones
   * by the factor {@code dispersion} (at least 1).
   */
  public static double dispersed(double pValue, double dispersion) {
    if (dispersion <= 1 || pValue >= 0.5) {
      return pValue;
    }
    return above(quantile(pValue) / Math.sqrt(dispersion));
  }

  /** How many standard deviations leave so much above them; also for less than a double's eps. */
  private static double quantile(double tail) {
    if (tail > 1e-12) {
      return -NORMAL.inverseCumulativeProbability(tail);
    }
    double log = Math.log(Math.max(tail, Double.MIN_NORMAL));
    double z = Math.sqrt(-2 * log);
    for (int i = 0; i < 20; i++) {
      // The tail is density(z) / z * (1 - 1 / z^2 + 3 / z^4) to six digits here.
      double part = Math.log1p(-1 / (z * z) + 3 / (z * z * z * z));
      z = Math.sqrt(2 * (part - log - Math.log(z) - 0.5 * Math.log(2 * Math.PI)));
    }
    return z;
  }
}
