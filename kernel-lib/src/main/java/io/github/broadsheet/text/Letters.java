package io.github.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the topic language reads a character: its folded form, and whether it is part of a word. */
final class Letters {
  /** A letter, digit or mark: a word goes on from one to the next. */
  static final int WORD = 0;

  /** A letter of a script written without spaces: a word ends on both sides of it. */
  static final int SOLO = 1;

  /** Punctuation and symbols: on neither side part of a word. */
  static final int OTHER = 2;

  /** White space or a hyphen. */
  static final int SPACE = 3;

  static final int KINDS = 4;

  /** Stands for any hyphen or short dash. */
  static final char HYPHEN = '-';

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private static final Pattern SPACING = Pattern.compile("[ -]+");

  private static final char SOFT_HYPHEN = '\u00AD';

  /**
   * What is not seen: soft hyphens, joiners and blanks without width, marks of direction; and the
   * forms of letters that print has: ligatures, full width, mathematical alphabets.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\u00AD\u034F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]"
              + "|([\uFB00-\uFB06\uFF01-\uFF5E\\x{1D400}-\\x{1D7FF}])");

  private Letters() {}

  static int kind(int codePoint) {
    if (isSpace(codePoint)) {
      return SPACE;
    }
    if (!Character.isLetterOrDigit(codePoint) && !isMark(codePoint)) {
      return OTHER;
    }
    return codePoint > 127 && WITHOUT_SPACES.contains(UnicodeScript.of(codePoint)) ? SOLO : WORD;
  }

  /** Whether a word may begin or end between characters of these kinds. */
  static boolean boundary(int before, int after) {
    return before != WORD || after != WORD;
  }

  /** Lower case; a hyphen or white space becomes a space, a typographic apostrophe a plain one. */
  static int fold(int codePoint) {
    if (isSpace(codePoint)) {
      return ' ';
    }
    return codePoint == '’' ? '\'' : Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  /** A text as it is {@linkplain #composed}, itself where nothing in it changes. */
  static String read(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (mayCompose(text.charAt(i))) {
        return composed(text);
      }
    }
    return text;
  }

  /**
   * A text as a reader sees it: accents on their letters, without characters that nobody sees (soft
   * hyphens, joiners of words, marks of byte order and direction), and ligatures, full width and
   * mathematical letters as plain letters.
   */
  static String composed(String text) {
    String seen =
        UNSEEN
            .matcher(text)
            .replaceAll(
                found ->
                    found.group(1) == null
                        ? ""
                        : Matcher.quoteReplacement(
                            Normalizer.normalize(found.group(1), Normalizer.Form.NFKC)));
    return Normalizer.normalize(seen, Normalizer.Form.NFC);
  }

  /** Whether {@link #composed} may change a text that has this character. */
  static boolean mayCompose(char c) {
    return c >= 0x300 || c == SOFT_HYPHEN;
  }

  /**
   * A phrase as it is looked for: composed, folded, one space between words, or {@link #HYPHEN}
   * where there is but a hyphen; none around them.
   */
  static String foldMarking(String phrase) {
    StringBuilder folded = new StringBuilder(phrase.length());
    composed(phrase)
        .codePoints()
        .map(c -> isHyphen(c) ? HYPHEN : fold(c))
        .forEach(folded::appendCodePoint);
    return SPACING
        .matcher(folded)
        .replaceAll(spacing -> spacing.group().contains(" ") ? " " : "" + HYPHEN)
        .replaceAll("^[ -]|[ -]$", "");
  }

  private static boolean isHyphen(int codePoint) {
    return codePoint == '-' || (codePoint >= 0x2010 && codePoint <= 0x2013);
  }

  private static boolean isSpace(int codePoint) {
    return isHyphen(codePoint)
        || Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint);
  }

  /** An accent that stands as a character of its own; not the selector that colours an emoji. */
  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          codePoint < 0xFE00 || codePoint > 0xFE0F;
      default -> false;
    };
  }
}
