package io.github.broadsheet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text from anywhere, made fit for a terminal: harmless, and no wider than its place. */
final class ScreenText {
  // What a terminal obeys instead of showing it: colours, titles, cursor moves.
  private static final Pattern ESCAPES =
      Pattern.compile(
          "[\\u001B\\u009B]\\[[0-?]*[ -/]*[@-~]|\\u009B[0-?]*[ -/]*[@-~]"
              + "|\\u001B\\][^\\u0007\\u001B]*(\\u0007|\\u001B\\\\)?|\\u001B[ -/]*[0-~]?");
  private static final String BIDI =
      "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  private ScreenText() {}

  /** The text in one line, without anything that moves the cursor or turns the reading order. */
  static String safe(String text) {
    return shown(text).replaceAll("\\s+", " ").strip();
  }

  /** The same with its line ends and its indent. */
  static List<String> safeLines(String text) {
    return text.lines().map(line -> shown(line.replace("\t", "    "))).toList();
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    ESCAPES
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .forEach(
            point -> {
              if (BIDI.indexOf(point) < 0) {
                boolean hidden =
                    Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE;
                shown.appendCodePoint(hidden ? ' ' : point);
              }
            });
    return shown.toString();
  }

  /** The columns that the text takes. */
  static int width(String text) {
    return text.codePoints().map(ScreenText::width).sum();
  }

  /** The text, or as much of it as fits with a sign that there is more. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    return head(text, columns - 1) + "…";
  }

  /** The text in lines of at most so many columns, broken between words where there are any. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (width(line.toString()) > columns) {
        String head = head(line.toString(), columns);
        lines.add(head);
        line.delete(0, head.length());
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  // At least one sign, so that a narrow place still moves on.
  private static String head(String text, int columns) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += width(point);
      if (used > columns && end > 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    if (point < 0x1100) {
      return 1;
    }
    boolean wide =
        switch (Character.UnicodeScript.of(point)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
          default ->
              (point >= 0x1F300 && point <= 0x1FAFF)
                  || (point >= 0x3000 && point <= 0x303E)
                  || (point >= 0xFF01 && point <= 0xFF60)
                  || (point >= 0xFFE0 && point <= 0xFFE6);
        };
    return wide ? 2 : 1;
  }
}
