package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Closes what is still open in a cell that is being typed, so that javac can read it. */
final class Brackets {
  /** What a statement that ended its line goes on with in the next. */
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

  private Brackets() {}

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

  /**
   * What follows a place where something is typed, with the brackets around the place closed.
   *
   * @param cut where it begins in the cell, and {@code resume} where what follows it does
   */
  static String rest(String java, List<Token> before, List<Token> after, int cut, int resume) {
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
}
