package io.github.broadsheet;

import io.github.broadsheet.stats.RateTest;
import io.github.broadsheet.text.PhraseIndex;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * Papers on a theme come in clumps: a workshop, a model everyone tries in the same week. A phrase
 * that varies more within each time than independent papers would is less surprising between them,
 * and its p-value is made larger by as much.
 */
final class Clumps {
  private Clumps() {}

  /** Corrects the p-values below {@code suspect}; the others are no finding anyway. */
  static void of(
      PhraseIndex index,
      Contrast.Counts counts,
      BitSet less,
      BitSet more,
      IntUnaryOperator bucket,
      double[] p,
      double suspect) {
    int buckets = 1 + Math.max(last(less, bucket), last(more, bucket));
    if (buckets < 4) {
      return;
    }
    int[] place = new int[p.length];
    int suspects = 0;
    for (int phrase = 0; phrase < p.length; phrase++) {
      place[phrase] = p[phrase] < suspect ? suspects++ : -1;
    }
    Times before = new Times(index, less, bucket, place, suspects, buckets);
    Times now = new Times(index, more, bucket, place, suspects, buckets);
    for (int phrase = 0; phrase < p.length; phrase++) {
      if (place[phrase] >= 0) {
        double[] a = before.steps(place[phrase], counts.less[phrase] / counts.lessAll);
        double[] b = now.steps(place[phrase], counts.more[phrase] / counts.moreAll);
        double steps = a[1] + b[1];
        // Less a standard error: half of all phrases vary more than the mean by chance.
        double dispersion = (a[0] + b[0]) / steps - Math.sqrt(3 / steps);
        p[phrase] = steps < 3 ? p[phrase] : RateTest.dispersed(p[phrase], dispersion);
      }
    }
  }

  private static int last(BitSet papers, IntUnaryOperator bucket) {
    return papers.stream().map(bucket).max().orElse(-1);
  }

  /** Mentions by time. */
  private static final class Times {
    private final int[][] mentions;
    private final int[] all;

    Times(
        PhraseIndex index,
        BitSet papers,
        IntUnaryOperator bucket,
        int[] place,
        int suspects,
        int buckets) {
      mentions = new int[suspects][buckets];
      all = new int[buckets];
      papers.stream()
          .forEach(
              paper -> {
                int at = bucket.applyAsInt(paper);
                all[at] += index.mentions(paper);
                index.each(
                    paper,
                    phrase -> {
                      if (place[phrase] >= 0) {
                        mentions[place[phrase]][at]++;
                      }
                    });
              });
    }

    /**
     * How much a phrase varies from one time to the next, summed, and over how many steps. Steps
     * tell clumps from a rate that moves all the while, which is no clump.
     */
    double[] steps(int suspect, double rate) {
      double sum = 0;
      int steps = 0;
      double before = Double.NaN;
      for (int at = 0; rate > 0 && at < all.length; at++) {
        if (all[at] > 0) {
          double expected = rate * all[at];
          double off = (mentions[suspect][at] - expected) / Math.sqrt(expected);
          if (!Double.isNaN(before)) {
            sum += (off - before) * (off - before) / 2;
            steps++;
          }
          before = off;
        }
      }
      return new double[] {sum, steps};
    }
  }
}
