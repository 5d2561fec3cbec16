package io.github.broadsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KMeansTest {
  /** Points on the circle near three directions. */
  private static Vectors circle() {
    double[] angles = new double[30];
    for (int i = 0; i < angles.length; i++) {
      angles[i] = i % 3 * 2 + i * 0.01;
    }
    return new Vectors() {
      @Override
      public int size() {
        return angles.length;
      }

      @Override
      public int dimensions() {
        return 2;
      }

      @Override
      public double dot(int thing, float[] direction) {
        return Math.cos(angles[thing]) * direction[0] + Math.sin(angles[thing]) * direction[1];
      }

      @Override
      public void addTo(int thing, float[] sum) {
        sum[0] += (float) Math.cos(angles[thing]);
        sum[1] += (float) Math.sin(angles[thing]);
      }
    };
  }

  @Test
  void findsThreeDirectionsWhateverTheSeed() {
    for (int seed = 0; seed < 10; seed++) {
      int[] groups = KMeans.of(circle(), 3, seed).groupOf();
      for (int i = 3; i < groups.length; i++) {
        assertThat(groups[i]).isEqualTo(groups[i - 3]);
      }
      assertThat(groups[0]).isNotEqualTo(groups[1]).isNotEqualTo(groups[2]);
    }
  }

  @Test
  void leavesNoGroupEmptyWhereThereAreThingsEnough() {
    assertThat(KMeans.of(circle(), 30, 1).groupOf()).contains(0, 29);
    assertThat(KMeans.of(circle(), 1, 1).fit()).isBetween(-1.0, 1.0);
  }

  /** The value for these is that of scikit-learn's adjusted_rand_score. */
  @Test
  void measuresAgreementBeyondChance() {
    int[] one = {0, 0, 0, 1, 1, 1};
    int[] other = {0, 0, 1, 1, 2, 2};
    assertThat(KMeans.agreement(one, other)).isCloseTo(0.24242424242424243, within(1e-12));
    assertThat(KMeans.agreement(one, new int[] {1, 1, 1, 0, 0, 0})).isEqualTo(1);
    assertThat(KMeans.agreement(one, new int[] {0, 0, 0, 0, 0, 0})).isZero();
  }
}
