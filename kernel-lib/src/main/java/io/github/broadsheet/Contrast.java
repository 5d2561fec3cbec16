package io.github.broadsheet;

import io.github.broadsheet.stats.FalseDiscovery;
import io.github.broadsheet.stats.LogOdds;
import io.github.broadsheet.stats.RateTest;
import io.github.broadsheet.text.PhraseIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one set of papers mentions more than another: every phrase of the index is tested, and those
 * that pass at a false-discovery rate of 5 % are found, the clearest first.
 *
 * <p>A share is compared with what it would be if this set only mentioned more of everything: when
 * abstracts have become longer, that alone raises no phrase.
 *
 * @param found in order, the clearest first
 * @param tested how many phrases were tested
 */
record Contrast(List<Found> found, int tested) {
  private static final double RATE = 0.05;

  /** Less than a fifth more is no news, however many papers say so. */
  private static final double LEAST_RATIO = 1.2;

  private static final double SUSPECT = 0.05;

  /**
   * A phrase that one set mentions more.
   *
   * @param less papers of the other set that mention it
   * @param more papers of this set that do
   */
  record Found(int phrase, int less, int more, double z, double q) {}

  /**
   * Compares two sets of papers that have none in common.
   *
   * @param bucket of a paper, the short time it is of, from 0; null if the sets are not times
   */
  static Contrast of(
      PhraseIndex index, BitSet less, BitSet more, @Nullable IntUnaryOperator bucket) {
    Counts counts = new Counts(index, less, more);
    int phrases = index.phrases();
    double[] p = new double[phrases];
    int least = counts.least();
    int tested = 0;
    for (int phrase = 0; phrase < phrases; phrase++) {
      boolean can = counts.less[phrase] + counts.more[phrase] >= least;
      tested += can ? 1 : 0;
      p[phrase] =
          can
              ? RateTest.rise(
                  counts.less[phrase], counts.more[phrase], counts.lessAll, counts.moreAll)
              : Double.NaN;
    }
    if (bucket != null) {
      Drift.of(index, less, more, bucket, p);
      Clumps.of(index, counts, less, more, bucket, p, SUSPECT);
    }
    double[] q = FalseDiscovery.qValues(p);
    List<Found> found = new ArrayList<>();
    for (int phrase = 0; phrase < phrases; phrase++) {
      if (q[phrase] <= RATE && counts.ratio(phrase) >= LEAST_RATIO) {
        found.add(
            new Found(
                phrase, counts.less[phrase], counts.more[phrase], counts.z(phrase), q[phrase]));
      }
    }
    found.sort(Comparator.comparingDouble(Found::z).reversed().thenComparingInt(Found::phrase));
    return new Contrast(found, tested);
  }

  /** How often each phrase is mentioned on both sides, and all phrases together. */
  static final class Counts {
    final int[] less;
    final int[] more;
    final double lessAll;
    final double moreAll;
    private final int lessPapers;
    private final int morePapers;

    Counts(PhraseIndex index, BitSet lessSet, BitSet moreSet) {
      less = counts(index, lessSet);
      more = counts(index, moreSet);
      lessPapers = lessSet.cardinality();
      morePapers = moreSet.cardinality();
      lessAll = Arrays.stream(less).asLongStream().sum();
      moreAll = Arrays.stream(more).asLongStream().sum();
    }

    private static int[] counts(PhraseIndex index, BitSet papers) {
      int[] counts = new int[index.phrases()];
      papers.stream().forEach(paper -> index.each(paper, phrase -> counts[phrase]++));
      return counts;
    }

    /**
     * In how many papers a phrase must be, on both sides together, to be tested: with less it could
     * not pass even if all of them were on one side, and would only make the others harder to find
     * (Tarone, Biometrics 46 (1990) 515; Gilbert, Applied Statistics 54 (2005) 143).
     */
    int least() {
      double share = moreAll / Math.max(1, lessAll + moreAll);
      int[] totals = new int[less.length];
      for (int phrase = 0; phrase < totals.length; phrase++) {
        totals[phrase] = less[phrase] + more[phrase];
      }
      Arrays.sort(totals);
      for (int least = PhraseIndex.least(0); ; least++) {
        int from = Arrays.binarySearch(totals, least);
        while (from > 0 && totals[from - 1] == least) {
          from--;
        }
        int tests = totals.length - (from < 0 ? -from - 1 : from);
        if (share <= 0 || share >= 1 || Math.pow(share, least) * tests <= RATE) {
          return lessAll > 0 && moreAll > 0 ? least : Integer.MAX_VALUE;
        }
      }
    }

    /**
     * How many times as often, among all mentions and among all papers, whichever is less; a half
     * is added on both sides, as there may be none.
     */
    double ratio(int phrase) {
      double ratio = (more[phrase] + 0.5) / (less[phrase] + 0.5);
      return ratio * Math.min(lessAll / moreAll, (double) lessPapers / morePapers);
    }

    /** The prior is what both sides say together, as heavy as a hundredth of it. */
    double z(int phrase) {
      double all = less[phrase] + more[phrase];
      return LogOdds.z(
          more[phrase],
          moreAll,
          less[phrase],
          lessAll,
          0.5 + 0.01 * all,
          0.5 * less.length + 0.01 * (lessAll + moreAll));
    }
  }
}
