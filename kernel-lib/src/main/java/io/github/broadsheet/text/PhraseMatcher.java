package io.github.broadsheet.text;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds many phrases in a text in one pass over it, however many they are.
 *
 * <p>A phrase is found as whole words, in any case, with {@code s} or {@code es} added ({@code ies}
 * for a final {@code y}). A hyphen in the text is a space, and spaces may be many; a hyphen in the
 * phrase is a space or nothing ({@code few-shot} finds {@code fewshot}). Words are those of
 * Unicode; in scripts written without spaces (Chinese, Japanese, Thai) a word may begin at every
 * character. Accents count: {@code naive} is not {@code naïve}. Soft hyphens and what else nobody
 * sees do not, and a ligature is its letters. Safe for use by many threads.
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

  /** States in which no phrase has begun. */
  private final BitSet idle;

  private final @Nullable PhraseFilter filter;

  PhraseMatcher(
      Map<Integer, Integer> symbolClass,
      int classes,
      int[] next,
      int[][] found,
      BitSet idle,
      @Nullable PhraseFilter filter) {
    this.symbolClass = symbolClass;
    this.classes = classes;
    this.next = next;
    this.found = found;
    this.idle = idle;
    this.filter = filter;
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
    if (filter != null) {
      byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
      if (ascii.length == text.length()) {
        return scanAscii(filter, ascii, phrases);
      }
    }
    return scanAll(text, phrases);
  }

  /**
   * Runs over those stretches alone in which the filter sees that a phrase may be: each from the
   * beginning of a word, without anything alive, until nothing is alive again. The filter may see a
   * phrase by the character before it, which is then read already.
   */
  private boolean scanAscii(PhraseFilter filter, byte[] text, @Nullable BitSet phrases) {
    boolean any = false;
    int at = 0;
    int state = 0;
    for (int hit = filter.next(text, 0); hit < text.length; hit = filter.next(text, at - 1)) {
      int begin = filter.begin(text, hit, at);
      if (begin > at) {
        at = begin;
        state = 0;
      }
      int reach = Math.min(text.length, filter.reach(hit));
      while (at < text.length && (at < reach || !idle.get(state / classes))) {
        int row = next[state + ascii[text[at++]]];
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
    }
    if (at < text.length) {
      return any;
    }
    if (phrases != null) {
      report(state, phrases);
    }
    return any || found[state / classes].length > 0;
  }

  private boolean scanAll(String text, @Nullable BitSet phrases) {
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
        if (!composed && Letters.mayCompose((char) c)) {
          composed = true;
          String whole = Letters.composed(text);
          if (!whole.equals(text)) {
            return scanAll(whole, phrases);
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
