package io.github.broadsheet.text;

/**
 * Cuts a text into words, as far as phrases go: what may stand between two words of one phrase is a
 * blank or a hyphen; all else ends the phrase. Formulas, LaTeX commands and addresses are no words.
 */
final class WordReader {
  private static final int FORMULA = 300;

  /** Takes what is read, in the order of the text. */
  interface Sink {
    /**
     * A word: its folded letters, where it stands, and whether a hyphen ties it to the one before.
     */
    void word(char[] letters, int length, int start, int end, boolean tied);

    /** A place no phrase goes over. */
    void end();
  }

  private final Sink sink;
  private char[] letters = new char[64];

  WordReader(Sink sink) {
    this.sink = sink;
  }

  void read(String text) {
    int length = text.length();
    boolean tied = false;
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      if (isWord(text, i)) {
        i = word(text, i, tied);
        tied = false;
      } else if (c == '$') {
        int close = text.indexOf('$', i + 1);
        i = close > 0 && close - i < FORMULA ? close + 1 : i + 1;
        sink.end();
      } else if (c == '\\') {
        i++;
        while (i < length && isLetter(text.charAt(i))) {
          i++;
        }
        sink.end();
      } else if (isHyphen(c)) {
        tied = i > 0 && i + 1 < length && isWord(text, i - 1) && isWord(text, i + 1);
        if (!tied) {
          sink.end();
        }
        i++;
      } else {
        if (Letters.kind(c) != Letters.SPACE) {
          sink.end();
        }
        i++;
      }
    }
    sink.end();
  }

  /** Reads the word that starts here; gives the place after it. */
  private int word(String text, int start, boolean tied) {
    int length = text.length();
    int size = 0;
    int i = start;
    while (i < length) {
      char c = text.charAt(i);
      boolean point = c == '.' && i > start && isDigit(text, i - 1) && isDigit(text, i + 1);
      if (c == ',' && isThousands(text, start, i)) {
        i++;
        continue;
      }
      if (!point && !isWord(text, i)) {
        break;
      }
      if (size + 2 > letters.length) {
        letters = java.util.Arrays.copyOf(letters, 2 * letters.length);
      }
      if (c < 128) {
        letters[size++] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        i++;
      } else {
        int point2 = text.codePointAt(i);
        size += Character.toChars(Letters.fold(point2), letters, size);
        i += Character.charCount(point2);
      }
    }
    if (isAddress(text, i)) {
      while (i < length && !Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      sink.end();
      return i;
    }
    sink.word(letters, size, start, i, tied);
    if (i + 1 < length && (text.charAt(i) == '\'' || text.charAt(i) == '’')) {
      // "the model's memory" is about the model, and goes on
      boolean genitive = text.charAt(i + 1) == 's' && (i + 2 == length || !isWord(text, i + 2));
      return genitive ? i + 2 : i;
    }
    return i;
  }

  /** Whether three digits follow a comma that one to three digits, or such with commas, precede. */
  private static boolean isThousands(String text, int start, int comma) {
    for (int i = start; i < comma; i++) {
      if (!isDigit(text, i) && text.charAt(i) != ',') {
        return false;
      }
    }
    return comma > start
        && isDigit(text, comma + 1)
        && isDigit(text, comma + 2)
        && isDigit(text, comma + 3)
        && !isDigit(text, comma + 4);
  }

  /** Whether what stands before this place is the begin of an address: github.com, a@b, http://. */
  private static boolean isAddress(String text, int end) {
    if (end + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(end);
    return c == '@'
        || (c == '.' && isLetter(text.charAt(end + 1)))
        || (c == ':' && text.startsWith("//", end + 1));
  }

  private static boolean isWord(String text, int i) {
    char c = text.charAt(i);
    if (c < 128) {
      return isLetter(c) || (c >= '0' && c <= '9');
    }
    return Character.isLowSurrogate(c) && i > 0
        ? Letters.kind(text.codePointAt(i - 1)) == Letters.WORD
        : Letters.kind(text.codePointAt(i)) == Letters.WORD;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(String text, int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private static boolean isHyphen(char c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2013);
  }
}
