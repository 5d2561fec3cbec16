package io.github.broadsheet.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
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

  private final long[] grams = new long[1 << 10];
  private final int stride;
  private final int words;

  private final boolean hasShort;

  private PhraseFilter(int shortest, int words) {
    this.stride = Math.max(1, shortest - GRAM + 1);
    this.hasShort = shortest < GRAM;
    this.words = words;
  }

  /** A filter for phrases, each in its spellings; null if one is too short for it to be of use. */
  static @Nullable PhraseFilter of(List<? extends Collection<String>> phrases) {
    List<String> anchors = new ArrayList<>();
    int words = 1;
    for (Collection<String> spellings : phrases) {
      // A phrase with another character is not in an ASCII text.
      if (spellings.stream().anyMatch(PhraseFilter::isAscii)) {
        String anchor = anchor(spellings);
        if (anchor.length() < GRAM - 1) {
          return null;
        }
        anchors.add(anchor);
      }
      words = Math.max(words, spellings.stream().mapToInt(PhraseFilter::words).max().orElse(1));
    }
    int shortest = anchors.stream().mapToInt(String::length).min().orElse(GRAM);
    PhraseFilter filter = new PhraseFilter(shortest, words);
    anchors.forEach(filter::add);
    return filter;
  }

  /** The rarest letters that are together in every spelling: the longest that is not frequent. */
  private static String anchor(Collection<String> spellings) {
    String first = spellings.iterator().next();
    String[] parts = first.split("[^a-z0-9]+");
    if (parts.length > 0 && first.endsWith("y")) {
      parts[parts.length - 1] =
          first.substring(first.length() - parts[parts.length - 1].length(), first.length() - 1);
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

  private void add(String anchor) {
    if (anchor.length() < GRAM) {
      for (int next = 0; next < 256; next++) {
        set(anchor.charAt(0) | anchor.charAt(1) << 8 | anchor.charAt(2) << 16 | next << 24);
      }
    }
    for (int i = 0; i < stride && i + GRAM <= anchor.length(); i++) {
      int gram = 0;
      for (int c = GRAM - 1; c >= 0; c--) {
        gram = gram << 8 | anchor.charAt(i + c);
      }
      set(gram);
    }
  }

  private void set(int gram) {
    int hash = hash(gram);
    grams[hash >>> 6] |= 1L << hash;
  }

  private static int hash(int gram) {
    return (gram | SMALL) * 0x9E3779B1 >>> 16;
  }

  /** The next place from {@code from} on at which to look, or the length of the text. */
  int next(byte[] text, int from) {
    int end = text.length - GRAM;
    for (int i = from + (stride - from % stride) % stride; i <= end; i += stride) {
      int hash = hash((int) FOUR.get(text, i));
      if ((grams[hash >>> 6] >>> hash & 1) != 0) {
        return i;
      }
    }
    // Three letters at the very end have no fourth to be looked at with.
    return hasShort && from <= end + 1 && end >= -1 ? end + 1 : text.length;
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
