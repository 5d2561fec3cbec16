package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The constructors of a record at the top of a cell. JShell makes such a record public, and then
 * javac refuses a constructor without {@code public} that the reader was right to write so.
 */
final class Constructors {
  private static final String PUBLIC = "public ";

  private Constructors() {}

  /** Where a source must say {@code public}; nowhere if it is not that of a record. */
  static List<Integer> closed(String source) {
    if (!source.contains("record")) {
      return List.of();
    }
    List<Token> tokens = Lexer.significant(source);
    List<Integer> closed = new ArrayList<>();
    String record = "";
    int depth = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      Token next = tokens.get(i + 1);
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (depth == 0 && token.is("record") && next.isName()) {
        record = next.text();
      } else if (depth == 0 && record.isEmpty() && (token.is("class") || token.is("interface"))) {
        return List.of();
      } else if (depth == 1
          && token.is(record)
          && (next.is("{") || next.is("("))
          && begins(tokens.get(i - 1))) {
        closed.add(token.start());
      }
    }
    return closed;
  }

  private static boolean begins(Token before) {
    return before.is("{") || before.is("}") || before.is(";");
  }

  /** The source with what is missing at these places. */
  static String opened(String source, List<Integer> closed) {
    StringBuilder opened = new StringBuilder(source);
    for (int i = closed.size() - 1; i >= 0; i--) {
      opened.insert(closed.get(i), PUBLIC);
    }
    return opened.toString();
  }

  /** Where a position of the opened source was before. */
  static long before(long position, List<Integer> closed) {
    long before = position;
    for (int place : closed) {
      if (before > place) {
        before = Math.max(place, before - PUBLIC.length());
      }
    }
    return before;
  }
}
