package io.github.broadsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
  /** Annual flow of the Nile at Aswan, 1871 to 1970, 10^8 cubic metres (Cobb 1978). */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void findsTheDamOfTheNile() {
    assertThat(NILE).hasSize(100);
    assertThat(ChangePoints.of(NILE, ones(100), 0)).containsExactly(28);
  }

  @Test
  void findsTheStepsOfSharesAndNoneInNoise() {
    Random random = new Random(4);
    double[] shares = new double[60];
    double[] papers = new double[60];
    for (int i = 0; i < 60; i++) {
      papers[i] = 200 + random.nextInt(400);
      double share = i < 20 ? 0.02 : i < 45 ? 0.10 : 0.05;
      shares[i] = share + random.nextGaussian() * Math.sqrt(share * (1 - share) / papers[i]);
    }
    assertThat(ChangePoints.of(shares, papers, 0.06 * 0.94)).containsExactly(20, 45);
    int named = 0;
    for (int trial = 0; trial < 100; trial++) {
      for (int i = 0; i < 60; i++) {
        shares[i] = 0.06 + random.nextGaussian() * Math.sqrt(0.06 * 0.94 / papers[i]);
      }
      named += ChangePoints.of(shares, papers, 0.06 * 0.94).isEmpty() ? 0 : 1;
    }
    assertThat(named).isLessThanOrEqualTo(5);
  }

  @Test
  void findsTheStepsOfCounts() {
    Random random = new Random(6);
    int[] totals = new int[60];
    int[] counts = new int[60];
    for (int i = 0; i < 60; i++) {
      totals[i] = i == 7 ? 0 : 200 + random.nextInt(400);
      counts[i] = drawn(random, totals[i], i < 20 ? 0.02 : i < 45 ? 0.10 : 0.05);
    }
    assertThat(ChangePoints.ofShares(counts, totals)).containsExactly(20, 45);
  }

  /** Three papers of 59 where one was to be expected are no change of level. */
  @Test
  void takesFewEventsForNoChange() {
    int[] totals = new int[20];
    int[] counts = new int[20];
    for (int i = 0; i < 20; i++) {
      totals[i] = i == 0 ? 59 : 300;
      counts[i] = i == 0 ? 3 : i % 2 == 0 ? 2 : 3;
    }
    assertThat(ChangePoints.ofShares(counts, totals)).isEmpty();
    Random random = new Random(8);
    int named = 0;
    for (int trial = 0; trial < 200; trial++) {
      for (int i = 0; i < 20; i++) {
        totals[i] = 20 + random.nextInt(400);
        counts[i] = drawn(random, totals[i], 0.008);
      }
      named += ChangePoints.ofShares(counts, totals).isEmpty() ? 0 : 1;
    }
    assertThat(named).isLessThanOrEqualTo(10);
  }

  private static int drawn(Random random, int of, double share) {
    int drawn = 0;
    for (int i = 0; i < of; i++) {
      drawn += random.nextDouble() < share ? 1 : 0;
    }
    return drawn;
  }

  @Test
  void hasNothingToSayOfAShortOrAConstantSeries() {
    assertThat(ChangePoints.of(new double[] {1, 9, 9}, ones(3), 0)).isEmpty();
    assertThat(ChangePoints.of(new double[] {2, 2, 2, 2, 2}, ones(5), 0)).isEmpty();
    assertThat(ChangePoints.of(new double[] {Double.NaN, 2, 2, 2, 2}, ones(5), 0)).isEmpty();
  }
}
