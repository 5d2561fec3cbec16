package io.github.broadsheet.hint;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Magics;
import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.analysis.Token;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error and the code around it.
 *
 * @param tokens of the cell, without comments
 * @param at which of them is the first that ends behind the start of the error
 */
record Spot(String code, Problem problem, List<Token> tokens, int at) {
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(class|variable|method|static)\\s+(\\w+)(?:\\((.*)\\))?");
  private static final Pattern OWNER =
      Pattern.compile("location:\\s+(?:variable (\\w+) of type|class|interface|enum) (\\S.*)");

  static Spot of(String code, Problem problem) {
    List<Token> tokens = Lexer.significant(Magics.blank(code));
    int at = 0;
    while (at < tokens.size() && tokens.get(at).end() <= problem.start()) {
      at++;
    }
    return new Spot(code, problem, tokens, at);
  }

  /** javac's key without what all have in common: {@code cant.resolve}. */
  String key() {
    return problem.code().replaceFirst("^compiler\\.err\\.", "");
  }

  /** What javac says of the symbol that it does not know; its groups are kind, name, arguments. */
  Matcher symbol() {
    return SYMBOL.matcher(simple(problem.message()));
  }

  /** Without packages. */
  static String simple(String types) {
    return types.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
  }

  /** The type, or the type of the value, that has no such member; empty if it is none. */
  String owner() {
    Matcher owner = OWNER.matcher(simple(problem.message()));
    return owner.find() ? owner.group(2) : "";
  }

  /** The variable that has no such member; empty if it is none. */
  String ownerName() {
    Matcher owner = OWNER.matcher(problem.message());
    return owner.find() && owner.group(1) != null ? owner.group(1) : "";
  }

  /** Where an unknown name stands inside the error. */
  int nameStart(String name) {
    int inside = code.lastIndexOf(name, Math.max(problem.start(), problem.end() - name.length()));
    return inside < problem.start() ? Math.min(problem.start(), code.length()) : inside;
  }

  /** The index of the token that begins at a position, or -1. */
  int tokenAt(int position) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).start() == position) {
        return i;
      }
    }
    return -1;
  }

  boolean is(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
  }

  boolean is(int index, Token.Kind kind) {
    return index >= 0 && index < tokens.size() && tokens.get(index).kind() == kind;
  }

  /** The text of the code where the error is. */
  String written() {
    int start = Math.min(problem.start(), code.length());
    return code.substring(start, Math.max(start, Math.min(problem.end(), code.length())));
  }

  int lineStart() {
    return code.lastIndexOf('\n', Math.min(problem.start(), code.length()) - 1) + 1;
  }

  int lineEnd() {
    int end = code.indexOf('\n', lineStart());
    return end < 0 ? code.length() : end;
  }

  /** The line of the error. */
  String line() {
    return code.substring(lineStart(), lineEnd()).strip();
  }

  /** Whether a token is on the line of the error. */
  boolean onLine(int index) {
    return index >= 0
        && index < tokens.size()
        && tokens.get(index).start() >= lineStart()
        && tokens.get(index).end() <= lineEnd();
  }

  /** The index of the first token of the line. */
  int first() {
    int first = 0;
    while (first < tokens.size() && tokens.get(first).start() < lineStart()) {
      first++;
    }
    return first;
  }
}
