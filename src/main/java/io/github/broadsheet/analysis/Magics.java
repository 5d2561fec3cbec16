package io.github.broadsheet.analysis;

import java.util.List;
import java.util.Set;

/** The lines of a cell that are not Java: those that begin with {@code %}. */
public final class Magics {
  /** Cell magics whose body is Java all the same. */
  private static final Set<String> JAVA_BODY = Set.of("%%time", "%%timeit");

  private Magics() {}

  /** The cell with its magics turned to spaces, so that every position stays. */
  public static String blank(String cell) {
    if (cell.indexOf('%') < 0) {
      return cell;
    }
    StringBuilder java = new StringBuilder(cell);
    String head = cell.stripLeading();
    if (head.startsWith("%%")) {
      boolean keepsBody = JAVA_BODY.contains(head.split("\\s", 2)[0]);
      int from = cell.length() - head.length();
      blank(java, from, keepsBody ? lineEnd(cell, from) : cell.length());
      if (!keepsBody) {
        return java.toString();
      }
    }
    // A line of a text block or of a comment may begin with % and stay what it is.
    List<Token> tokens = Lexer.tokens(java.toString());
    for (int line = 0; line < cell.length(); line = lineEnd(cell, line) + 1) {
      int at = line;
      if (cell.charAt(at) == '%'
          && tokens.stream().noneMatch(token -> token.start() < at && at < token.end())) {
        blank(java, at, lineEnd(cell, at));
      }
    }
    return java.toString();
  }

  /** Whether the position is on a line that {@link #blank} takes out. */
  public static boolean at(String cell, int position) {
    int start = cell.lastIndexOf('\n', position - 1) + 1;
    int end = lineEnd(cell, start);
    String line = cell.substring(start, end);
    return !line.isBlank() && blank(cell).substring(start, end).isBlank();
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        text.setCharAt(i, ' ');
      }
    }
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
