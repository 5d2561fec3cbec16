package io.github.broadsheet.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says where in an ASCII text a phrase may be, by looking at few of its bytes: four at a time, as
 * one number, in a set of all that occur in a rare word of each phrase. What it passes over holds
 * no phrase; what it stops at often does not either.
 */
final class PhraseFilter {
  /** What stops it in every second paper is no rare word. */
  private static final Set<String> FREQUENT =
      Set.of(
          "model",
          "models",
          "learning",
          "network",
          "networks",
          "data",
          "training",
          "language",
          "large",
          "based",
          "method",
          "using",
          "with",
          "from",
          "image",
          "task",
          "system");

  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int GRAM = 4;

  /** Sets the bit that makes ASCII letters small; other bytes collide, which only costs a look. */
  private static final int SMALL = 0x20202020;

  /** Beyond this a longer word brings no more speed. */
  private static final int LONGEST_STRIDE = 8;

  /** Two sets of bits, by two hashes: what is in both by chance is rare. */
  private static final int HASH = 0x9E3779B1;

  private static final int OTHER_HASH = 0x85EBCA6B;

  private final long[] grams = new long[1 << 10];
  private final long[] others = new long[1 << 10];
  private final int stride;
  private final int words;

  private PhraseFilter(int stride, int words) {
    this.stride = stride;
    this.words = words;
  }

  /** Letters that are together in all spellings of a phrase, and what may stand beside them. */
  private record Anchor(String letters, BitSet left, BitSet right) {
    static Anchor of(String letters, Collection<String> spellings) {
      BitSet left = new BitSet();
      BitSet right = new BitSet();
      for (String spelling : spellings) {
        int at = spelling.indexOf(letters);
        int end = at + letters.length();
        left.or(beside(at == 0 ? null : spelling.charAt(at - 1)));
        right.or(beside(end == spelling.length() ? null : spelling.charAt(end)));
      }
      return new Anchor(letters, left, right);
    }

    /** At the end of a phrase there is no word's letter; a space may be written in other ways. */
    private static BitSet beside(@Nullable Character known) {
      BitSet bytes = new BitSet();
      if (known != null && known != ' ') {
        bytes.set(known);
      } else {
        for (int c = 0; c < 128; c++) {
          bytes.set(c, !isWord((byte) c));
        }
      }
      return bytes;
    }
  }

  /** A filter for phrases, each in its spellings; null if one is too short for it to be of use. */
  static @Nullable PhraseFilter of(List<? extends Collection<String>> phrases) {
    List<Anchor> anchors = new ArrayList<>();
    int words = 1;
    for (Collection<String> spellings : phrases) {
      if (spellings.stream().anyMatch(spelling -> spelling.contains("?"))) {
        // Half of a character that stands alone comes as a question mark.
        return null;
      }
      // A phrase with another character is not in an ASCII text.
      if (spellings.stream().allMatch(PhraseFilter::isAscii)) {
        String letters = letters(spellings);
        if (letters.length() < GRAM - 1) {
          return null;
        }
        anchors.add(Anchor.of(letters, spellings));
      }
      words = Math.max(words, spellings.stream().mapToInt(PhraseFilter::words).max().orElse(1));
    }
    int shortest = anchors.stream().mapToInt(anchor -> anchor.letters.length()).min().orElse(GRAM);
    PhraseFilter filter = new PhraseFilter(Math.min(LONGEST_STRIDE, shortest - 1), words);
    anchors.forEach(filter::add);
    return filter;
  }

  /** The rarest letters that are together in every spelling: the longest that is not frequent. */
  private static String letters(Collection<String> spellings) {
    String first = spellings.iterator().next();
    String[] parts = first.split("[^a-z0-9]+");
    int last = parts.length - 1;
    if (last >= 0 && first.endsWith("y")) {
      parts[last] = parts[last].substring(0, parts[last].length() - 1);
    }
    return Arrays.stream(parts)
        .filter(part -> spellings.stream().allMatch(spelling -> spelling.contains(part)))
        .max(
            Comparator.<String, Boolean>comparing(
                    part -> part.length() >= GRAM && !FREQUENT.contains(part))
                .thenComparing(String::length))
        .orElse("");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static int words(String spelling) {
    return spelling.split("[^a-z0-9]+").length;
  }

  /**
   * Adds as many neighbouring grams as the stride is long, so that one of them is looked at
   * wherever the letters are; those within the letters, if there are so many.
   */
  private void add(Anchor anchor) {
    int length = anchor.letters.length();
    int first = stride <= length - 2 ? 0 : -1;
    for (int from = first; from < first + stride; from++) {
      add(anchor, from, 0, 0);
    }
  }

  private void add(Anchor anchor, int from, int place, int gram) {
    if (place == GRAM) {
      int hash = hash(gram, HASH);
      int other = hash(gram, OTHER_HASH);
      grams[hash >>> 6] |= 1L << hash;
      others[other >>> 6] |= 1L << other;
      return;
    }
    int at = from + place;
    if (at >= 0 && at < anchor.letters.length()) {
      add(anchor, from, place + 1, gram | anchor.letters.charAt(at) << (8 * place));
    } else {
      (at < 0 ? anchor.left : anchor.right)
          .stream().forEach(c -> add(anchor, from, place + 1, gram | c << (8 * place)));
    }
  }

  private static int hash(int gram, int factor) {
    return (gram | SMALL) * factor >>> 16;
  }

  /** The next place from {@code from} on at which to look, or the length of the text. */
  int next(byte[] text, int from) {
    int end = text.length - GRAM;
    int i = from + (stride - from % stride) % stride;
    for (; i <= end; i += stride) {
      int gram = (int) FOUR.get(text, i);
      int hash = hash(gram, HASH);
      if ((grams[hash >>> 6] >>> hash & 1) != 0) {
        int other = hash(gram, OTHER_HASH);
        if ((others[other >>> 6] >>> other & 1) != 0) {
          return i;
        }
      }
    }
    // Three letters at the very end have no fourth to be looked at with.
    return i == end + 1 && i >= 0 ? i : text.length;
  }

  /** Where a phrase that has the bytes at a place may begin at the earliest. */
  int begin(byte[] text, int place, int least) {
    int begin = place;
    for (int word = 0; word < words && begin > least; word++) {
      while (begin > least && !isWord(text[begin - 1])) {
        begin--;
      }
      while (begin > least && isWord(text[begin - 1])) {
        begin--;
      }
    }
    while (begin > least && !isWord(text[begin - 1]) && text[begin - 1] > ' ') {
      begin--;
    }
    return begin;
  }

  /** How many bytes it has looked at. */
  int reach(int place) {
    return place + GRAM;
  }

  private static boolean isWord(byte letter) {
    int small = letter | 0x20;
    return small >= 'a' && small <= 'z' || letter >= '0' && letter <= '9';
  }
}
