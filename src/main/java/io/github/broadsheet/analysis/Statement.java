package io.github.broadsheet.analysis;

import java.util.Set;

/** Where statements end. */
final class Statement {
  private static final Set<String> WORDS =
      Set.of(
          "if",
          "while",
          "for",
          "do",
          "try",
          "switch",
          "synchronized",
          "return",
          "throw",
          "break",
          "continue",
          "assert",
          "{",
          ";",
          "else",
          "catch",
          "finally",
          "case");

  private Statement() {}

  /** Whether what begins here can be no expression. */
  static boolean begins(Tokens tokens, int at) {
    return WORDS.contains(tokens.text(at)) || isLabel(tokens, at) || tokens.is(at, "}");
  }

  /** The index after the statement or expression that begins here. */
  static int end(Tokens tokens, int at) {
    return switch (tokens.text(at)) {
      case "{" -> tokens.afterBrackets(at);
      case "if" -> {
        int then = end(tokens, afterHead(tokens, at));
        yield tokens.is(then, "else") ? end(tokens, then + 1) : then;
      }
      case "for", "while" -> end(tokens, afterHead(tokens, at));
      case "switch" -> {
        int body = afterBlock(tokens, afterHead(tokens, at));
        yield tokens.is(body, ".") ? afterSemicolon(tokens, body) : body;
      }
      case "synchronized" -> afterBlock(tokens, afterHead(tokens, at));
      case "do" -> afterSemicolon(tokens, end(tokens, at + 1));
      case "try" -> {
        int end = afterBlock(tokens, afterHead(tokens, at));
        while (tokens.is(end, "catch") || tokens.is(end, "finally")) {
          end = afterBlock(tokens, afterHead(tokens, end));
        }
        yield end;
      }
      default -> isLabel(tokens, at) ? end(tokens, at + 2) : afterSemicolon(tokens, at);
    };
  }

  private static boolean isLabel(Tokens tokens, int at) {
    return tokens.isName(at) && tokens.is(at + 1, ":");
  }

  private static int afterHead(Tokens tokens, int at) {
    return tokens.is(at + 1, "(") ? tokens.afterBrackets(at + 1) : at + 1;
  }

  private static int afterBlock(Tokens tokens, int at) {
    return tokens.is(at, "{") ? tokens.afterBrackets(at) : at;
  }

  private static int afterSemicolon(Tokens tokens, int from) {
    int at = from;
    while (at < tokens.size() && !tokens.is(at, ";") && !tokens.is(at, "}")) {
      at = tokens.after(at);
    }
    return tokens.is(at, ";") ? at + 1 : at;
  }
}
