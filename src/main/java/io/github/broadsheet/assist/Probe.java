package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Magics;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell made fit for javac: a marker in the place of what is being typed, and what is still open
 * closed.
 *
 * @param kind what is being typed
 * @param start where it begins; what javac sees of the cell before it is unchanged
 * @param prefix what of it is typed before the cursor
 * @param code the cell with the marker
 */
record Probe(Kind kind, int start, String prefix, String code) {
  enum Kind {
    NAME,
    /** A name after {@code ::}, which javac sees as one after a point. */
    REFERENCE,
    LITERAL,
    IMPORT
  }

  static final String MARKER = "$$here";

  /** The probe for a cursor; null where there is nothing to suggest. */
  static @Nullable Probe at(String cell, int cursor) {
    if (Magics.at(cell, cursor)) {
      return null;
    }
    String java = Magics.blank(cell);
    List<Token> before = new ArrayList<>();
    List<Token> after = new ArrayList<>();
    Token here = null;
    for (Token token : Lexer.tokens(java)) {
      boolean word = token.kind() == Token.Kind.WORD;
      boolean inside =
          token.start() < cursor
              && (cursor < token.end() || (cursor == token.end() && (word || !token.closed())));
      boolean atNumber = token.kind() == Token.Kind.NUMBER && token.end() == cursor;
      boolean atLineComment =
          token.kind() == Token.Kind.COMMENT
              && token.end() == cursor
              && token.text().startsWith("//");
      if (inside || (word && token.start() == cursor)) {
        if (!word && token.kind() != Token.Kind.STRING && token.kind() != Token.Kind.SYMBOL) {
          return null;
        }
        here = token;
      } else if (atNumber || atLineComment) {
        return null;
      } else if (token.kind() != Token.Kind.COMMENT) {
        (token.end() <= cursor ? before : after).add(token);
      }
    }
    boolean literal = here != null && here.kind() == Token.Kind.STRING;
    int start = here == null ? cursor : here.start() + (literal ? 1 : 0);
    int resume = here == null ? cursor : literalEnd(java, here, after);
    String prefix = java.substring(start, Math.max(start, cursor));
    if (!literal && isImport(before)) {
      return new Probe(Kind.IMPORT, start, prefix, java);
    }
    String marker = literal ? '"' + MARKER + '"' : MARKER;
    int cut = literal ? start - 1 : start;
    StringBuilder code = new StringBuilder(java.substring(0, cut));
    Token last = before.isEmpty() ? null : before.get(before.size() - 1);
    boolean reference = !literal && last != null && last.is("::");
    if (last != null && reference) {
      code.replace(last.start(), last.end(), " .");
    }
    boolean bareNew = !literal && last != null && last.is("new") && !continues(after, "(<[.");
    code.append(marker)
        .append(bareNew ? "()" : "")
        .append(Brackets.rest(java, before, after, cut, resume));
    Kind kind = literal ? Kind.LITERAL : reference ? Kind.REFERENCE : Kind.NAME;
    return new Probe(kind, start, prefix, Brackets.close(code.toString()));
  }

  private static boolean continues(List<Token> after, String symbols) {
    return !after.isEmpty() && symbols.contains(after.get(0).text());
  }

  private static int literalEnd(String java, Token here, List<Token> after) {
    if (here.closed() || here.kind() != Token.Kind.STRING) {
      return here.end();
    }
    // An open string swallows the rest of its line.
    after.removeIf(token -> token.start() < here.end());
    return Math.min(java.length(), here.end());
  }

  private static boolean isImport(List<Token> before) {
    for (int i = before.size() - 1; i >= 0; i--) {
      Token token = before.get(i);
      if (token.is("import")) {
        return true;
      }
      if (!token.is(".") && !token.isName() && !token.is("static")) {
        return false;
      }
    }
    return false;
  }
}
