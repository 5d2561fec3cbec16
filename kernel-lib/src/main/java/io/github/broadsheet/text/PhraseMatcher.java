package io.github.broadsheet.text;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds many phrases in a text in one pass over it, however many they are.
 *
 * <p>A phrase is found as whole words, in any case, with {@code s} or {@code es} added ({@code ies}
 * for a final {@code y}); a hyphen is a space, and spaces may be many. Words are those of Unicode;
 * in scripts written without spaces (Chinese, Japanese, Thai) a word may begin at every character.
 * Accents count: {@code naive} is not {@code naïve}. Safe for use by many threads.
 */
public final class PhraseMatcher {
  /** Class of each ASCII character; of the others see {@link #classOf}. */
  private final int[] ascii = new int[128];

  private final Map<Integer, Integer> symbolClass;
  private final int classes;

  /** Row (state × classes) to go to; complemented where leaving the state reports what it found. */
  private final int[] next;

  /** What each state has found, once the word is over. */
  private final int[][] found;

  PhraseMatcher(Map<Integer, Integer> symbolClass, int classes, int[] next, int[][] found) {
    this.symbolClass = symbolClass;
    this.classes = classes;
    this.next = next;
    this.found = found;
    for (int c = 0; c < ascii.length; c++) {
      ascii[c] = classOf(c);
    }
  }

  /**
   * A matcher of these phrases; a phrase is reported by its place in the list.
   *
   * @throws IllegalArgumentException if a phrase is empty
   */
  public static PhraseMatcher of(List<String> phrases) {
    return new PhraseAutomaton(phrases).matcher();
  }

  /** Whether the text has any of the phrases. */
  public boolean matches(String text) {
    return scan(text, null);
  }

  /** Sets the bit of every phrase that the text has, and clears none. */
  public void find(String text, BitSet phrases) {
    scan(text, phrases);
  }

  /** Whether a phrase was found; without a set to collect them, stops at the first. */
  private boolean scan(String text, @Nullable BitSet phrases) {
    boolean any = false;
    boolean composed = false;
    int state = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int c = text.charAt(i);
      int symbol;
      if (c < 128) {
        symbol = ascii[c];
      } else {
        if (c >= 0x300 && !composed) {
          composed = true;
          if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return scan(Normalizer.normalize(text, Normalizer.Form.NFC), phrases);
          }
        }
        int codePoint = text.codePointAt(i);
        i += Character.charCount(codePoint) - 1;
        symbol = classOf(codePoint);
      }
      int row = next[state + symbol];
      if (row < 0) {
        any = true;
        if (phrases == null) {
          return true;
        }
        report(state, phrases);
        row = ~row;
      }
      state = row;
    }
    if (phrases != null) {
      report(state, phrases);
    }
    return any || found[state / classes].length > 0;
  }

  private void report(int state, BitSet phrases) {
    for (int phrase : found[state / classes]) {
      phrases.set(phrase);
    }
  }

  private int classOf(int codePoint) {
    Integer symbol = symbolClass.get(Letters.fold(codePoint));
    return symbol == null ? Letters.kind(codePoint) : symbol;
  }
}
