package io.github.broadsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
  private static final double[] PUBLISHED = {
    .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
    .7590, 1
  };

  /** The 15 p-values of Benjamini and Hochberg (1995), section 4.1; they reject four. */
  @Test
  void rejectsWhatThePublishedExampleRejects() {
    double[] q = FalseDiscovery.qValues(PUBLISHED);
    assertThat(Arrays.stream(q).filter(value -> value <= 0.05)).hasSize(4);
    assertThat(q)
        .containsExactly(
            new double[] {
              .0015, .003, .0095, .035625, .0603, .06386, .06386, .0645, .0765, .486, .58118,
              .71487, .75323, .81321, 1
            },
            within(5e-6));
  }

  @Test
  void keepsTheOrderGiven() {
    assertThat(FalseDiscovery.qValues(0.9, 0.01, 0.02))
        .containsExactly(new double[] {0.9, 0.03, 0.03}, within(1e-12));
  }

  @Test
  void doesNotCountATestThatCouldNotBeMade() {
    assertThat(FalseDiscovery.qValues(0.02, Double.NaN, 0.5))
        .containsExactly(new double[] {0.04, Double.NaN, 0.5}, within(1e-12));
    assertThat(FalseDiscovery.qValues()).isEmpty();
  }

  /** The definition: the least level at which the step-up rule rejects the test. */
  @Test
  void isTheLeastLevelAtWhichTheTestIsRejected() {
    Random random = new Random(5);
    for (int round = 0; round < 50; round++) {
      double[] p = random.doubles(1 + random.nextInt(30)).map(x -> x * x).toArray();
      double[] q = FalseDiscovery.qValues(p);
      for (int i = 0; i < p.length; i++) {
        assertThat(isRejected(p, i, q[i] * (1 + 1e-9))).isTrue();
        assertThat(isRejected(p, i, q[i] * (1 - 1e-9)) && q[i] < 1).isFalse();
      }
    }
  }

  private static boolean isRejected(double[] pValues, int test, double level) {
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    double threshold = -1;
    for (int k = 1; k <= sorted.length; k++) {
      if (sorted[k - 1] <= level * k / sorted.length) {
        threshold = sorted[k - 1];
      }
    }
    return pValues[test] <= threshold;
  }

  @Test
  void refusesWhatIsNoPValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FalseDiscovery.qValues(0.5, 1.5))
        .withMessage("A p-value is within 0 and 1; test 2 has 1.5.");
  }
}
