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
  static List<Insertion> closed(String source) {
    if (!source.contains("record")) {
      return List.of();
    }
    List<Token> tokens = Lexer.significant(source);
    List<Insertion> closed = new ArrayList<>();
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
        closed.add(new Insertion(token.start(), PUBLIC));
      }
    }
    return closed;
  }

  private static boolean begins(Token before) {
    return before.is("{") || before.is("}") || before.is(";");
  }
}
