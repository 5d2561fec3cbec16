package io.github.broadsheet.display;

/** Text on its way into a terminal, where a control character is a command. */
public final class Plain {
  private Plain() {}

  /** The text as one line: white space collapsed, control and direction characters dropped. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isISOControl(c) || c == '\u00A0') {
        blank = true;
      } else if (!Html.turnsDirection(c)) {
        if (blank && !line.isEmpty()) {
          line.append(' ');
        }
        blank = false;
        line.append(c);
      }
    }
    return line.toString();
  }

  /** The text cut to so many columns, the last of them an ellipsis if something is missing. */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      int next = used + width(point);
      if (next > columns - 1) {
        break;
      }
      used = next;
      end += Character.charCount(point);
    }
    int word = text.lastIndexOf(' ', end);
    boolean whole = end < text.length() && text.charAt(end) == ' ';
    int cut = !whole && word > end * 3 / 4 ? word : end;
    return text.substring(0, cut).stripTrailing() + "…";
  }

  /** The text with blanks up to so many columns, at its end or, for numbers, before it. */
  public static String pad(String text, int columns, boolean right) {
    String blanks = " ".repeat(Math.max(0, columns - width(text)));
    return right ? blanks + text : text + blanks;
  }

  /** How many columns a terminal needs for the text. */
  public static int width(String text) {
    return text.codePoints().map(Plain::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || (point >= 0x1F300 && point <= 0x1FAFF)
            || (point >= 0x20000 && point <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
