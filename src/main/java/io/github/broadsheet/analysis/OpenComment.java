package io.github.broadsheet.analysis;

import java.util.List;

/** A comment that goes on to the end of a cell, which JShell takes for all the rest in silence. */
public final class OpenComment {
  private OpenComment() {}

  /** The complaint about it; none if every comment ends. */
  public static List<Problem> in(String code) {
    List<Token> tokens = code.contains("/*") ? Lexer.tokens(code) : List.of();
    Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    if (last == null || last.closed() || !last.text().startsWith("/*")) {
      return List.of();
    }
    String message = "this comment has no end: */ closes it";
    int start = last.start();
    return List.of(new Problem(start, start + 2, "compiler.err.unclosed.comment", message, true));
  }
}
