package io.github.broadsheet.text;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Reads the texts of papers into one number a word, spellings of a word into the same number. */
final class TextReader implements WordReader.Sink {
  private static final int TIED = 1 << 30;

  private final WordReader reader = new WordReader(this);
  private final Vocabulary vocabulary = new Vocabulary();
  private byte[] kinds = new byte[1 << 12];
  private final PairCounts tiedPairs = new PairCounts();
  private final int[] starts;
  private final int[] summaries;
  private Ints tokens = new Ints();

  /** The places of words that a hyphen ties to the one before; known once the texts are read. */
  private final BitSet tied = new BitSet();

  private int paper;
  private int before = Words.BREAK;

  TextReader(int papers) {
    starts = new int[papers + 1];
    summaries = new int[papers];
  }

  /** Reads the next paper. */
  void add(@Nullable String title, @Nullable String summary) {
    if (title != null) {
      reader.read(Letters.read(title));
      end();
    }
    summaries[paper] = tokens.size();
    if (summary != null) {
      reader.read(Letters.read(summary));
      end();
    }
    starts[++paper] = tokens.size();
  }

  @Override
  public void word(char[] letters, int length, int start, int end, boolean tied) {
    int known = vocabulary.size();
    int word = vocabulary.add(letters, length);
    if (word == known) {
      if (word == kinds.length) {
        kinds = Arrays.copyOf(kinds, 2 * word);
      }
      kinds[word] = PlainWords.kind(vocabulary.word(word));
    }
    boolean number = letters[0] >= '0' && letters[0] <= '9' && isNumber(letters, length);
    if (kinds[word] == PlainWords.BREAK || (number && !(tied && before >= 0))) {
      end();
    } else {
      boolean pair = tied && before >= 0;
      if (pair) {
        tiedPairs.see(before, word, tokens.size());
      }
      tokens.add(pair ? word | TIED : word);
      before = word;
    }
  }

  @Override
  public void end() {
    if (before != Words.BREAK) {
      tokens.add(Words.BREAK);
      before = Words.BREAK;
    }
  }

  /** Learns the spellings and puts words for them. */
  Words finish() {
    int[] all = tokens.values();
    int[] counts = new int[vocabulary.size()];
    for (int i = 0; i < tokens.size(); i++) {
      if (all[i] >= 0) {
        counts[all[i] & ~TIED]++;
      }
    }
    Words words = Words.of(vocabulary, counts, Arrays.copyOf(kinds, vocabulary.size()), tiedPairs);
    int to = 0;
    for (int p = 0; p < paper; p++) {
      int from = starts[p];
      int summary = summaries[p];
      starts[p] = to;
      for (int i = from; i < starts[p + 1]; i++) {
        if (i == summary) {
          summaries[p] = to;
        }
        int word = all[i] < 0 ? Words.BREAK : words.wordOf(all[i] & ~TIED);
        int whole =
            word >= 0 && to > starts[p] && all[to - 1] >= 0 ? words.joined(all[to - 1], word) : -1;
        if (whole >= 0) {
          all[to - 1] = whole;
        } else {
          tied.set(to, all[i] >= TIED);
          all[to++] = word;
        }
      }
      if (summary == starts[p + 1]) {
        summaries[p] = to;
      }
    }
    starts[paper] = to;
    tokens.cut(to);
    return words;
  }

  int[] tokens() {
    return tokens.values();
  }

  /** Frees the texts: they take as much as the index. */
  void drop() {
    tokens = new Ints();
  }

  /** Whether a hyphen ties the word at a place to the one before. */
  boolean isTied(int place) {
    return tied.get(place);
  }

  int start(int paper) {
    return starts[paper];
  }

  /** Where the title of a paper ends. */
  int summary(int paper) {
    return summaries[paper];
  }

  int size() {
    return tokens.size();
  }

  private static boolean isNumber(char[] letters, int length) {
    for (int i = 0; i < length; i++) {
      if (letters[i] != '.' && (letters[i] < '0' || letters[i] > '9')) {
        return false;
      }
    }
    return true;
  }
}
