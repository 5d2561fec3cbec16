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
import org.jspecify.annotations.Nullable;

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

  /**
   * Who writes out what has a short form mostly adds that: {@code neural radiance fields (NeRF)}.
   */
  private static final double WRITTEN_OUT = 0.5;

  private final PhraseIndex index;
  private final BitSet less;
  private final BitSet more;
  private final Map<Integer, BitSet> papers = new HashMap<>();
  private final List<Kept> kept = new ArrayList<>();

  /**
   * A phrase with those it stands for.
   *
   * @param papers all that mention it
   * @param also the other phrases, the clearest first, but no pieces of it or of one another
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
            .filter(
                other -> one.also.stream().noneMatch(o -> index.within(other.phrase(), o.phrase())))
            .map(other -> new Also(other.phrase(), with(other)))
            .toList();
    return new Chosen(one.found, with(one.found), also);
  }

  private void take(Found next) {
    for (Kept one : kept) {
      if (standsFor(one.found, next)
          || one.also.stream().anyMatch(o -> names(o, one, next) || tells(o, one, next))) {
        one.also.add(next);
        if (isShort(one.found, next) || isShort(next, one.found)) {
          // The two are one thing, and have the same parts.
          one.also.addAll(replaced(next, one));
        }
        return;
      }
    }
    kept.add(new Kept(next, replaced(next, null)));
  }

  /** Takes away what a phrase stands for, one of them aside, with all that went with it. */
  private List<Found> replaced(Found by, @Nullable Kept aside) {
    List<Found> gone = new ArrayList<>();
    for (Iterator<Kept> all = kept.iterator(); all.hasNext(); ) {
      Kept one = all.next();
      // What it stood for must not get lost with it: of a part of a part little may be left.
      if (one != aside
          && standsFor(by, one.found)
          && one.also.stream()
              .allMatch(o -> standsFor(by, o) || !index.within(o.phrase(), by.phrase()))) {
        gone.add(one.found);
        gone.addAll(one.also);
        all.remove();
      }
    }
    return gone;
  }

  /** Whether another has the short name of one in it and says no more: {@code VLA models}. */
  private boolean names(Found name, Kept one, Found other) {
    return !index.overlap(name.phrase(), one.found.phrase())
        && index.within(name.phrase(), other.phrase())
        && standsFor(name, other);
  }

  /**
   * Whether one already tells of another by a name it stands for: {@code LRMs} beside {@code
   * reasoning models}, which stands for large reasoning models; {@code vision-language-action
   * models} beside {@code VLA}.
   */
  private boolean tells(Found name, Kept one, Found other) {
    return isShort(other, name)
        || isShort(name, other)
        || ((isShort(one.found, name) || isShort(name, one.found))
            && index.within(name.phrase(), other.phrase())
            && !risesMore(other, name));
  }

  /** Whether a reader who is shown the one phrase misses nothing of the other. */
  private boolean standsFor(Found one, Found other) {
    if (index.within(other.phrase(), one.phrase())) {
      BitSet without = (BitSet) with(other).clone();
      without.andNot(with(one));
      return excess(without) < (1 - CARRIES) * excess(with(other));
    }
    if (index.within(one.phrase(), other.phrase())) {
      return !standsFor(other, one) && !risesMore(other, one);
    }
    if (one.z() < other.z()) {
      return false;
    }
    if (isShort(one, other) || isShort(other, one)) {
      return true;
    }
    int both = shared(one, other);
    int any = with(one).cardinality() + with(other).cardinality() - both;
    return both >= SAME_PAPERS * any
        || (index.overlap(one.phrase(), other.phrase())
            && both >= STRADDLES * with(other).cardinality());
  }

  /** Whether a longer phrase rises more than the part of it that is one by itself. */
  private static boolean risesMore(Found longer, Found part) {
    return RateTest.rise(longer.less(), longer.more(), Math.max(1, part.less()), part.more())
        <= MORE_THAN_ITS_PART;
  }

  /** Whether papers that write the one out mostly have the short form, too. */
  private boolean isShort(Found letters, Found longer) {
    return index.abbreviates(letters.phrase(), longer.phrase())
        && shared(letters, longer) >= WRITTEN_OUT * with(longer).cardinality();
  }

  private int shared(Found one, Found other) {
    BitSet both = (BitSet) with(one).clone();
    both.and(with(other));
    return both.cardinality();
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
