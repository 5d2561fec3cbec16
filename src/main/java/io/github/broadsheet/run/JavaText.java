package io.github.broadsheet.run;

import java.util.Locale;

/** Text as a Java string literal. */
final class JavaText {
  private JavaText() {}

  /** The literal, quotes included; reads back as exactly this text. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> append(quoted, point));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    switch (point) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (isHidden(point)) {
          // No unicode escape for a control sign: javac reads those before it reads the literal.
          quoted.append(
              point < ' '
                  ? String.format(Locale.ROOT, "\\%03o", point)
                  : String.format(Locale.ROOT, "\\u%04x", point));
        } else {
          quoted.appendCodePoint(point);
        }
      }
    }
  }

  // Signs that a reader of the cell would not see, and halves of signs; all below 0x10000.
  private static boolean isHidden(int point) {
    int type = Character.getType(point);
    return point <= Character.MAX_VALUE
        && (type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR);
  }
}
