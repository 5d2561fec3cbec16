package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Magics;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  private static final Set<String> CONTINUES =
      Set.of(
          ".",
          ")",
          "]",
          ",",
          ";",
          "?",
          ":",
          "->",
          "::",
          "+",
          "-",
          "*",
          "/",
          "%",
          "&&",
          "||",
          "==",
          "!=",
          "<",
          ">",
          "<=",
          ">=",
          "=",
          "&",
          "|",
          "^",
          "instanceof",
          "(");

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
    code.append(marker).append(bareNew ? "()" : "").append(rest(java, before, after, cut, resume));
    Kind kind = literal ? Kind.LITERAL : reference ? Kind.REFERENCE : Kind.NAME;
    return new Probe(kind, start, prefix, close(code.toString()));
  }

  private static boolean continues(List<Token> after, String symbols) {
    return !after.isEmpty() && symbols.contains(after.get(0).text());
  }

  /** The cell with all that is open closed. */
  static String close(String code) {
    List<Token> open = open(Lexer.significant(code));
    StringBuilder closed = new StringBuilder(code);
    for (int i = open.size() - 1; i >= 0; i--) {
      // A statement inside a body needs its end before the body's.
      closed.append(open.get(i).is("{") && i == open.size() - 1 ? ";\n" : "");
      closed.append(open.get(i).closer());
    }
    return closed.toString();
  }

  private static int literalEnd(String java, Token here, List<Token> after) {
    if (here.closed() || here.kind() != Token.Kind.STRING) {
      return here.end();
    }
    // An open string swallows the rest of its line.
    after.removeIf(token -> token.start() < here.end());
    return Math.min(java.length(), here.end());
  }

  private static String rest(
      String java, List<Token> before, List<Token> after, int cut, int resume) {
    List<Token> open = open(before);
    int parens = open.size();
    while (parens > 0 && !open.get(parens - 1).is("{")) {
      parens--;
    }
    List<Token> run = open.subList(parens, open.size());
    if (closedBy(after) < run.size()) {
      StringBuilder closed = new StringBuilder();
      for (int i = run.size() - 1; i >= 0; i--) {
        closed.append(run.get(i).closer());
      }
      int next = resume;
      for (Token token : after) {
        if (token.closes() || java.substring(cut, token.start()).contains("\n")) {
          break;
        }
        next = token.end();
      }
      return closed + ";" + java.substring(next);
    }
    boolean ends =
        run.isEmpty()
            && (after.isEmpty()
                || after.get(0).is("}")
                || (java.substring(cut, after.get(0).start()).contains("\n")
                    && !CONTINUES.contains(after.get(0).text())));
    return (ends ? ";" : "") + java.substring(resume);
  }

  /** How many brackets opened before are closed by what follows in the same statement. */
  private static int closedBy(List<Token> after) {
    int depth = 0;
    int closed = 0;
    for (Token token : after) {
      if (token.opens()) {
        depth++;
      } else if (token.closes() && depth > 0) {
        depth--;
      } else if (token.is("}") || (token.is(";") && depth == 0)) {
        break;
      } else if (token.closes()) {
        closed++;
      }
    }
    return closed;
  }

  private static List<Token> open(List<Token> tokens) {
    List<Token> open = new ArrayList<>();
    for (Token token : tokens) {
      if (token.opens()) {
        open.add(token);
      } else if (token.closes() && !open.isEmpty()) {
        open.remove(open.size() - 1);
      }
    }
    return open;
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
