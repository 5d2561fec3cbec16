package io.github.broadsheet;

import io.github.broadsheet.stats.RateTest;
import io.github.broadsheet.text.PhraseIndex;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * A rise all along shows better in the days of all mentions than in two halves of them: if nothing
 * changed, mentions are spread over time as all phrases are, and their mean day is known. Each
 * phrase gets the better of both tests, and pays for the second one.
 */
final class Drift {
  private Drift() {}

  /** Puts the better p-value of two, doubled, in the place of each that is not missing. */
  static void of(PhraseIndex index, BitSet less, BitSet more, IntUnaryOperator bucket, double[] p) {
    double[] sum = new double[p.length];
    int[] count = new int[p.length];
    BitSet all = (BitSet) less.clone();
    all.or(more);
    double times = 0;
    double squares = 0;
    double mentions = 0;
    for (int paper = all.nextSetBit(0); paper >= 0; paper = all.nextSetBit(paper + 1)) {
      int at = bucket.applyAsInt(paper);
      index.each(
          paper,
          phrase -> {
            sum[phrase] += at;
            count[phrase]++;
          });
      double weight = index.mentions(paper);
      mentions += weight;
      times += weight * at;
      squares += weight * at * at;
    }
    double mean = times / Math.max(1, mentions);
    double variance = squares / Math.max(1, mentions) - mean * mean;
    double direction = Math.signum(mean(more, bucket) - mean(less, bucket));
    for (int phrase = 0; phrase < p.length; phrase++) {
      if (!Double.isNaN(p[phrase]) && variance > 0) {
        double z = (sum[phrase] - count[phrase] * mean) / Math.sqrt(count[phrase] * variance);
        p[phrase] = Math.min(1, 2 * Math.min(p[phrase], RateTest.above(direction * z)));
      }
    }
  }

  private static double mean(BitSet papers, IntUnaryOperator bucket) {
    return papers.stream().map(bucket).average().orElse(0);
  }
}
