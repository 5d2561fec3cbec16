package io.github.broadsheet.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The words of many texts by number, spellings of one word under one number: plurals ({@code
 * agents}), British forms ({@code optimisation}), and what some write as one word and some as two
 * ({@code multi-modal}, {@code multimodal}). A spelling is only joined to one that the texts have.
 */
final class Words {
  /** In place of a number: no phrase goes over it. */
  static final int BREAK = -1;

  private final Vocabulary vocabulary;

  /** By the number of each spelling, that of its word. */
  private final int[] wordOf;

  private final byte[] kinds;

  /** Two words that are one, and that one. */
  private final PairCounts joined;

  private Words(Vocabulary vocabulary, int[] wordOf, byte[] kinds, PairCounts joined) {
    this.vocabulary = vocabulary;
    this.wordOf = wordOf;
    this.kinds = kinds;
    this.joined = joined;
  }

  /**
   * Learns which spellings belong together.
   *
   * @param counts how often each spelling occurs
   * @param tied how often each two spellings are tied by a hyphen
   */
  static Words of(Vocabulary vocabulary, int[] counts, byte[] kinds, PairCounts tied) {
    int[] wordOf = new int[vocabulary.size()];
    for (int i = 0; i < wordOf.length; i++) {
      wordOf[i] = singular(vocabulary, i, counts);
    }
    for (int i = 0; i < wordOf.length; i++) {
      wordOf[i] = american(vocabulary, wordOf[i]);
    }
    PairCounts joined = new PairCounts();
    tied.atLeast(
        1,
        (first, second, count) -> {
          String letters = vocabulary.word(first) + vocabulary.word(second);
          int whole = vocabulary.find(letters);
          // A slip of the pen, such as "incontext", joins nothing.
          if (whole >= 0 && counts[whole] * 20L >= count && counts[whole] > 1) {
            joined.put(wordOf[first], wordOf[second], wordOf[whole]);
          }
        });
    return new Words(vocabulary, wordOf, kinds, joined);
  }

  int size() {
    return wordOf.length;
  }

  String word(int number) {
    return vocabulary.word(number);
  }

  byte kind(int number) {
    return kinds[number];
  }

  int wordOf(int spelling) {
    return wordOf[spelling];
  }

  /** The one word that two words are, or -1. */
  int joined(int first, int second) {
    return joined.at(first, second);
  }

  /** How the texts most often write a phrase, of the places where it is found in some of them. */
  String surface(int[] phrase, Iterable<String> texts) {
    Map<String, Integer> forms = new HashMap<>();
    Spans spans = new Spans();
    WordReader reader = new WordReader(spans);
    for (String written : texts) {
      String text = Letters.read(written);
      spans.size = 0;
      reader.read(text);
      for (int i = 0; i + phrase.length <= spans.size; i++) {
        if (Arrays.equals(spans.words, i, i + phrase.length, phrase, 0, phrase.length)) {
          String form = text.substring(spans.starts[i], spans.ends[i + phrase.length - 1]);
          forms.merge(form.replaceAll("\\s+", " "), 1, Integer::sum);
        }
      }
    }
    return forms.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElseGet(() -> plain(phrase));
  }

  String plain(int[] phrase) {
    StringBuilder text = new StringBuilder();
    for (int word : phrase) {
      text.append(text.isEmpty() ? "" : " ").append(word(word));
    }
    return text.toString();
  }

  /** Bytes that the words take, about. */
  long bytes() {
    return vocabulary.bytes() + 5L * wordOf.length;
  }

  private static int singular(Vocabulary vocabulary, int spelling, int[] counts) {
    String word = vocabulary.word(spelling);
    int length = word.length();
    if (length < 4 || !word.endsWith("s") || word.endsWith("ss")) {
      return spelling;
    }
    String stem = word.substring(0, length - 1);
    int single = vocabulary.find(stem);
    if (single < 0 && word.endsWith("ies")) {
      single = vocabulary.find(word.substring(0, length - 3) + "y");
    }
    if (single < 0 && word.endsWith("es")) {
      single = vocabulary.find(word.substring(0, length - 2));
    }
    boolean known = single >= 0 && 20L * counts[single] >= counts[spelling];
    // "lens", "news", "basis" are no plurals of what happens to be a word as well.
    boolean plural = !word.endsWith("us") && !word.endsWith("is") && !word.equals("news");
    return known && plural ? single : spelling;
  }

  private static int american(Vocabulary vocabulary, int spelling) {
    String word = vocabulary.word(spelling);
    if (word.length() < 6) {
      return spelling;
    }
    String other =
        word.replaceFirst("is(e|ed|es|er|ing|ation)$", "iz$1")
            .replaceFirst("our$", "or")
            .replaceFirst("ll(ing|ed|er)$", "l$1");
    int known = other.equals(word) ? -1 : vocabulary.find(other);
    return known < 0 ? spelling : known;
  }

  /** The words of one text, and where they stand. */
  private final class Spans implements WordReader.Sink {
    int[] words = new int[256];
    int[] starts = new int[256];
    int[] ends = new int[256];
    int size;

    @Override
    public void word(char[] letters, int length, int start, int end, boolean tied) {
      int spelling = vocabulary.find(letters, length);
      int word = spelling < 0 ? BREAK : wordOf[spelling];
      if (size > 0 && words[size - 1] != BREAK && word != BREAK) {
        int whole = joined(words[size - 1], word);
        if (whole >= 0) {
          words[size - 1] = whole;
          ends[size - 1] = end;
          return;
        }
      }
      add(word, start, end);
    }

    @Override
    public void end() {
      add(BREAK, 0, 0);
    }

    private void add(int word, int start, int end) {
      if (size == words.length) {
        words = Arrays.copyOf(words, 2 * size);
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
      }
      words[size] = word;
      starts[size] = start;
      ends[size++] = end;
    }
  }
}
