package io.github.broadsheet;

import io.github.broadsheet.Contrast.Found;
import io.github.broadsheet.stats.RateTest;
import io.github.broadsheet.text.PhraseIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Of phrases that say the same, one. Between a phrase and a part of it, the one that carries the
 * signal stays: the longer, if the part rises hardly without it; the part, if the longer one rises
 * no more than the part does. Of a phrase and its abbreviation, and of phrases in the same papers,
 * the clearest stays.
 */
final class PhraseChoice {
  /** So many candidates for each place: the rest would be pieces of what is shown anyway. */
  private static final int CANDIDATES = 400;

  private static final double CARRIES = 0.5;
  private static final double SAME_PAPERS = 0.6;

  /** "foxtrot model of ours", when the topic is "glimmer foxtrot model". */
  private static final double STRADDLES = 0.8;

  private static final double MORE_THAN_ITS_PART = 0.001;

  private final PhraseIndex index;
  private final BitSet less;
  private final BitSet more;
  private final Map<Integer, BitSet> papers = new HashMap<>();
  private final List<Kept> kept = new ArrayList<>();

  /**
   * A phrase with those it stands for.
   *
   * @param papers all that mention it
   * @param also the other phrases, the clearest first, but no pieces of it
   */
  record Chosen(Found found, BitSet papers, List<Also> also) {}

  /** A phrase another one stands for. */
  record Also(int phrase, BitSet papers) {}

  private record Kept(Found found, List<Found> also) {}

  private PhraseChoice(PhraseIndex index, BitSet less, BitSet more) {
    this.index = index;
    this.less = less;
    this.more = more;
  }

  static List<Chosen> of(PhraseIndex index, BitSet less, BitSet more, List<Found> found, int n) {
    PhraseChoice choice = new PhraseChoice(index, less, more);
    List<Found> first = found.subList(0, Math.min(found.size(), Math.max(CANDIDATES, 4 * n)));
    List<BitSet> papers = index.papersWith(first.stream().map(Found::phrase).toList());
    for (int i = 0; i < first.size(); i++) {
      choice.papers.put(first.get(i).phrase(), papers.get(i));
    }
    first.forEach(choice::take);
    return choice.kept.stream()
        .sorted(Comparator.comparingDouble(one -> -one.found.z()))
        .limit(n)
        .map(choice::chosen)
        .toList();
  }

  private Chosen chosen(Kept one) {
    List<Also> also =
        one.also.stream()
            .filter(other -> !index.within(other.phrase(), one.found.phrase()))
            .map(other -> new Also(other.phrase(), with(other)))
            .toList();
    return new Chosen(one.found, with(one.found), also);
  }

  private void take(Found next) {
    for (Kept one : kept) {
      if (standsFor(one.found, next) || one.also.stream().anyMatch(o -> names(o, one, next))) {
        one.also.add(next);
        return;
      }
    }
    List<Found> also = new ArrayList<>();
    for (Iterator<Kept> all = kept.iterator(); all.hasNext(); ) {
      Kept one = all.next();
      // What it stood for must not get lost with it: of a part of a part little may be left.
      if (standsFor(next, one.found)
          && one.also.stream()
              .allMatch(o -> standsFor(next, o) || !index.within(o.phrase(), next.phrase()))) {
        also.add(one.found);
        also.addAll(one.also);
        all.remove();
      }
    }
    kept.add(new Kept(next, also));
  }

  /** Whether another has the short name of one in it and says no more: {@code VLA models}. */
  private boolean names(Found name, Kept one, Found other) {
    return !index.overlap(name.phrase(), one.found.phrase())
        && index.within(name.phrase(), other.phrase())
        && standsFor(name, other);
  }

  /** Whether a reader who is shown the one phrase misses nothing of the other. */
  private boolean standsFor(Found one, Found other) {
    if (index.within(other.phrase(), one.phrase())) {
      BitSet without = (BitSet) with(other).clone();
      without.andNot(with(one));
      return excess(without) < (1 - CARRIES) * excess(with(other));
    }
    if (index.within(one.phrase(), other.phrase())) {
      return !standsFor(other, one)
          && RateTest.rise(other.less(), other.more(), Math.max(1, one.less()), one.more())
              > MORE_THAN_ITS_PART;
    }
    if (one.z() < other.z()) {
      return false;
    }
    if (index.abbreviates(one.phrase(), other.phrase())
        || index.abbreviates(other.phrase(), one.phrase())) {
      return true;
    }
    BitSet both = (BitSet) with(one).clone();
    both.and(with(other));
    BitSet any = (BitSet) with(one).clone();
    any.or(with(other));
    return both.cardinality() >= SAME_PAPERS * any.cardinality()
        || (index.overlap(one.phrase(), other.phrase())
            && both.cardinality() >= STRADDLES * with(other).cardinality());
  }

  private BitSet with(Found found) {
    return Objects.requireNonNull(papers.get(found.phrase()));
  }

  /** How much larger its share is on the one side than on the other. */
  private double excess(BitSet mentions) {
    return share(mentions, more) - share(mentions, less);
  }

  private static double share(BitSet mentions, BitSet of) {
    BitSet both = (BitSet) mentions.clone();
    both.and(of);
    return (double) both.cardinality() / Math.max(1, of.cardinality());
  }
}
