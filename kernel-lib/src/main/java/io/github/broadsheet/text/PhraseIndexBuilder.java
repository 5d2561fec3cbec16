package io.github.broadsheet.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases by length: a phrase of n words can only be frequent if the two of n - 1 words in it
 * are. The texts are read once, into one number a word; each round puts in the place of a number
 * that of the longer phrase which starts there.
 */
final class PhraseIndexBuilder {
  private static final int LONGEST = 4;

  /** {@code reinforcement learning from human feedback} has four words that count. */
  private static final int LONGEST_WITH_INNER = 5;

  /** Such a part of its papers has a phrase only within a longer one: then it is but a piece. */
  private static final double PIECE = 0.85;

  private static final double TITLED = 0.05;

  /** With less it is a piece of words of hyphens: {@code loop} of closed-loop. */
  private static final double FREE = 0.4;

  private final int papers;
  private final int least;
  private final TextReader texts;

  /** Per phrase so far, the shorter ones at its begin and its end; words are their own. */
  private final Ints first = new Ints();

  private final Ints second = new Ints();
  private final Ints lengths = new Ints();
  private final Ints counts = new Ints();
  private final Ints titles = new Ints();
  private final Ints repeats = new Ints();

  /**
   * How many papers have it not just within words of hyphens: {@code time compute} of test-time
   * compute.
   */
  private final Ints free = new Ints();

  /** Whether a phrase has a word like "of" in it. */
  private final BitSet inner = new BitSet();

  private final List<Mentions> rounds = new ArrayList<>();
  private boolean titlesTell;

  PhraseIndexBuilder(int papers, int least) {
    this.papers = papers;
    this.least = least;
    texts = new TextReader(papers);
  }

  /** What the papers mention of the phrases of one length. */
  private record Mentions(int[] starts, Ints phrases) {}

  PhraseIndex build(IntFunction<@Nullable String> title, IntFunction<@Nullable String> summary) {
    for (int paper = 0; paper < papers; paper++) {
      texts.add(title.apply(paper), summary.apply(paper));
    }
    Words words = texts.finish();
    countWords(words);
    for (int length = 1; length <= LONGEST_WITH_INNER; length++) {
      if (length > 1) {
        lengthen(length, length > LONGEST);
      }
      rounds.add(collect(words));
    }
    return choose(words);
  }

  /** Numbers of words too rare for any phrase become breaks. */
  private void countWords(Words words) {
    int[] tokens = texts.tokens();
    int[] count = new int[words.size()];
    int[] last = new int[words.size()];
    Arrays.fill(last, -1);
    for (int paper = 0; paper < papers; paper++) {
      for (int i = texts.start(paper); i < texts.start(paper + 1); i++) {
        int word = tokens[i];
        if (word >= 0 && last[word] != paper) {
          last[word] = paper;
          count[word]++;
        }
      }
    }
    int[] number = new int[words.size()];
    for (int word = 0; word < number.length; word++) {
      number[word] = count[word] < least ? -1 : add(word, word, 1, count[word]);
      if (number[word] >= 0) {
        inner.set(number[word], words.kind(word) == PlainWords.INNER);
      }
    }
    for (int i = 0; i < texts.size(); i++) {
      tokens[i] = tokens[i] < 0 ? Words.BREAK : number[tokens[i]];
    }
  }

  private int add(int begin, int end, int length, int count) {
    first.add(begin);
    second.add(end);
    lengths.add(length);
    counts.add(count);
    titles.add(0);
    repeats.add(0);
    free.add(0);
    return counts.size() - 1;
  }

  private void lengthen(int length, boolean withInner) {
    int[] tokens = texts.tokens();
    PairCounts pairs = new PairCounts();
    for (int paper = 0; paper < papers; paper++) {
      for (int i = texts.start(paper); i < texts.start(paper + 1) - 1; i++) {
        if (tokens[i] >= 0
            && tokens[i + 1] >= 0
            && (!withInner || inner.get(tokens[i]) || inner.get(tokens[i + 1]))) {
          pairs.see(tokens[i], tokens[i + 1], paper);
        }
      }
    }
    PairCounts numbers = new PairCounts();
    pairs.atLeast(
        least,
        (begin, end, count) -> {
          int phrase = add(begin, end, length, count);
          numbers.put(begin, end, phrase);
          inner.set(phrase, inner.get(begin) || inner.get(end));
        });
    for (int paper = 0; paper < papers; paper++) {
      int last = texts.start(paper + 1) - 1;
      for (int i = texts.start(paper); i <= last; i++) {
        boolean pair = i < last && tokens[i] >= 0 && tokens[i + 1] >= 0;
        tokens[i] = pair ? numbers.at(tokens[i], tokens[i + 1]) : Words.BREAK;
      }
    }
  }

  /** Which phrases of the present length each paper has, how many titles, how many twice. */
  private Mentions collect(Words words) {
    int[] tokens = texts.tokens();
    int[] starts = new int[papers + 1];
    Ints mentions = new Ints();
    int[] last = new int[counts.size()];
    Arrays.fill(last, -1);
    int[] again = last.clone();
    int[] lastFree = last.clone();
    for (int paper = 0; paper < papers; paper++) {
      for (int i = texts.start(paper); i < texts.start(paper + 1); i++) {
        int phrase = tokens[i];
        if (phrase >= 0 && last[phrase] != paper && says(words, phrase)) {
          last[phrase] = paper;
          mentions.add(phrase);
          if (i < texts.summary(paper)) {
            titles.set(phrase, titles.at(phrase) + 1);
          }
        } else if (phrase >= 0 && last[phrase] == paper && again[phrase] != paper) {
          again[phrase] = paper;
          repeats.set(phrase, repeats.at(phrase) + 1);
        }
        if (phrase >= 0 && lastFree[phrase] != paper && !isCut(i, phrase)) {
          lastFree[phrase] = paper;
          free.set(phrase, free.at(phrase) + 1);
        }
      }
      starts[paper + 1] = mentions.size();
    }
    return new Mentions(starts, mentions);
  }

  /**
   * Whether a phrase begins in the middle of a word of hyphens here, or, if it is longer, ends
   * there.
   */
  private boolean isCut(int place, int phrase) {
    int length = lengths.at(phrase);
    return texts.isTied(place) || (length > 1 && texts.isTied(place + length));
  }

  /** Whether a phrase may stand for itself: its ends are words, and it is more than a plain one. */
  private boolean says(Words words, int phrase) {
    byte begin = words.kind(end(phrase, true));
    byte end = words.kind(end(phrase, false));
    return lengths.at(phrase) == 1
        ? begin == PlainWords.TOPIC
        : begin != PlainWords.INNER && end != PlainWords.INNER;
  }

  /**
   * Whether titles speak the language of the abstracts: of ten papers that mention a phrase, one or
   * two have it in the title. Made-up and missing titles say nothing of what is topical.
   */
  private boolean titlesTell(Words words) {
    long all = 0;
    long titled = 0;
    for (int phrase = 0; phrase < counts.size(); phrase++) {
      if (lengths.at(phrase) > 1 && says(words, phrase)) {
        all += counts.at(phrase);
        titled += titles.at(phrase);
      }
    }
    return titled > 0 && titled >= TITLED * all;
  }

  private boolean stands(Words words, int phrase) {
    return says(words, phrase)
        && free.at(phrase) >= FREE * counts.at(phrase)
        && (!titlesTell
            || Topical.of(
                words, spell(phrase), counts.at(phrase), titles.at(phrase), repeats.at(phrase)));
  }

  /** The first or last word of a phrase. */
  private int end(int phrase, boolean begin) {
    int at = phrase;
    for (int length = lengths.at(phrase); length > 1; length--) {
      at = begin ? first.at(at) : second.at(at);
    }
    return first.at(at);
  }

  private int[] spell(int phrase) {
    int[] spelled = new int[lengths.at(phrase)];
    int at = phrase;
    for (int i = spelled.length - 1; i > 0; i--) {
      spelled[i] = end(at, false);
      at = first.at(at);
    }
    spelled[0] = first.at(at);
    return spelled;
  }

  /** Leaves out pieces of longer phrases, and what no paper is about. */
  private PhraseIndex choose(Words words) {
    titlesTell = titlesTell(words);
    int all = counts.size();
    int[] whole = new int[all];
    for (int phrase = all - 1; phrase >= 0; phrase--) {
      if (lengths.at(phrase) > 1) {
        int longer =
            stands(words, phrase) ? Math.max(counts.at(phrase), whole[phrase]) : whole[phrase];
        whole[first.at(phrase)] = Math.max(whole[first.at(phrase)], longer);
        whole[second.at(phrase)] = Math.max(whole[second.at(phrase)], longer);
      }
    }
    int[] number = new int[all];
    Ints chosen = new Ints();
    for (int phrase = 0; phrase < all; phrase++) {
      number[phrase] = -1;
      if (stands(words, phrase) && whole[phrase] < PIECE * counts.at(phrase)) {
        number[phrase] = chosen.size();
        chosen.add(phrase);
      }
    }
    int[][] spelled = new int[chosen.size()][];
    int[] count = new int[chosen.size()];
    int[] inTitles = new int[chosen.size()];
    for (int i = 0; i < spelled.length; i++) {
      spelled[i] = spell(chosen.at(i));
      count[i] = counts.at(chosen.at(i));
      inTitles[i] = titles.at(chosen.at(i));
    }
    return merge(words, spelled, count, inTitles, number);
  }

  private PhraseIndex merge(
      Words words, int[][] spelled, int[] count, int[] inTitles, int[] number) {
    texts.drop();
    int[] starts = new int[papers + 1];
    Ints mentions = new Ints();
    for (int paper = 0; paper < papers; paper++) {
      for (Mentions round : rounds) {
        for (int i = round.starts[paper]; i < round.starts[paper + 1]; i++) {
          int phrase = number[round.phrases.at(i)];
          if (phrase >= 0) {
            mentions.add(phrase);
          }
        }
      }
      starts[paper + 1] = mentions.size();
    }
    return new PhraseIndex(words, spelled, count, inTitles, starts, mentions.toArray());
  }
}
