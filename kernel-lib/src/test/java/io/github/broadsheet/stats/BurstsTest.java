package io.github.broadsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BurstsTest {
  private static final int[] COUNTS = {0, 2, 1, 6, 7, 2, 8, 9, 1, 1, 0, 2};

  private static int[] hundreds(int length) {
    int[] totals = new int[length];
    Arrays.fill(totals, 100);
    return totals;
  }

  @Test
  void findsTheBurstOfAnExactAutomaton() {
    List<Bursts.Burst> bursts = Bursts.of(COUNTS, hundreds(12));
    assertThat(bursts).hasSize(1);
    assertThat(bursts.get(0).from()).isEqualTo(3);
    assertThat(bursts.get(0).to()).isEqualTo(7);
    assertThat(bursts.get(0).weight()).isCloseTo(6.189667, within(1e-6));
  }

  /** The cost of a path by the text of the paper, with the whole binomial. */
  private static double cost(int path, int[] counts, int[] totals) {
    double low = (double) Arrays.stream(counts).sum() / Arrays.stream(totals).sum();
    double cost = 0;
    int before = 0;
    for (int i = 0; i < counts.length; i++) {
      int state = path >> i & 1;
      cost += state > before ? Math.log(counts.length) : 0;
      double rate = state == 0 ? low : 2 * low;
      cost -= new BinomialDistribution(null, totals[i], rate).logProbability(counts[i]);
      before = state;
    }
    return cost;
  }

  @Test
  void isAsCheapAsTheCheapestOfAllPaths() {
    Random random = new Random(11);
    for (int trial = 0; trial < 12; trial++) {
      int[] counts = new int[9];
      int[] totals = new int[9];
      for (int i = 0; i < counts.length; i++) {
        totals[i] = 40 + random.nextInt(60);
        counts[i] = random.nextInt(trial % 3 == 0 ? 5 : 12);
      }
      double least = Double.POSITIVE_INFINITY;
      for (int path = 0; path < 1 << counts.length; path++) {
        least = Math.min(least, cost(path, counts, totals));
      }
      int found = 0;
      for (Bursts.Burst burst : Bursts.of(counts, totals)) {
        for (int i = burst.from(); i <= burst.to(); i++) {
          found |= 1 << i;
        }
      }
      assertThat(cost(found, counts, totals)).isCloseTo(least, within(1e-9));
    }
  }

  @Test
  void findsNoneInAnEvenSeriesAndInNone() {
    assertThat(Bursts.of(new int[] {5, 5, 5, 5}, hundreds(4))).isEmpty();
    assertThat(Bursts.of(new int[] {0, 0, 0}, hundreds(3))).isEmpty();
    assertThat(Bursts.of(new int[] {100, 100}, hundreds(2))).isEmpty();
    assertThat(Bursts.of(new int[0], new int[0])).isEmpty();
    assertThatThrownBy(() -> Bursts.of(new int[1], new int[2])).hasMessageContaining("1 and 2");
  }

  @Test
  void takesATimeWithoutPapersForNothing() {
    int[] counts = {1, 1, 20, 0, 20, 1, 1, 1};
    int[] totals = {100, 100, 100, 0, 100, 100, 100, 100};
    assertThat(Bursts.of(counts, totals))
        .singleElement()
        .matches(b -> b.from() == 2 && b.to() == 4);
  }
}
