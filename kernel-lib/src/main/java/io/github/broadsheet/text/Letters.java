package io.github.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

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

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

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

  /** A phrase as it is looked for: composed, folded, one space between words, none around them. */
  static String fold(String phrase) {
    StringBuilder folded = new StringBuilder(phrase.length());
    Normalizer.normalize(phrase, Normalizer.Form.NFC)
        .codePoints()
        .map(Letters::fold)
        .forEach(folded::appendCodePoint);
    return folded.toString().replaceAll(" +", " ").strip();
  }

  private static boolean isSpace(int codePoint) {
    return codePoint == '-'
        || (codePoint >= 0x2010 && codePoint <= 0x2013)
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
