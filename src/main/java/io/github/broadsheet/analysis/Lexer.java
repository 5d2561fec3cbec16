package io.github.broadsheet.analysis;

import java.util.ArrayList;
import java.util.List;

/** Cuts a cell into tokens. Never fails: what no token begins with is a symbol of its own. */
public final class Lexer {
  /** Longest first; {@code >>} is two symbols, so that type arguments close one by one. */
  private static final List<String> SYMBOLS =
      List.of(
          "...", "<<=", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=",
          "*=", "/=", "%=", "&=", "|=", "^=");

  private final String code;
  private int at;

  private Lexer(String code) {
    this.code = code;
  }

  /** All tokens of the code, comments included. */
  public static List<Token> tokens(String code) {
    Lexer lexer = new Lexer(code);
    List<Token> tokens = new ArrayList<>();
    while (lexer.skipSpace()) {
      tokens.add(lexer.next());
    }
    return tokens;
  }

  /** The tokens of the code without its comments. */
  public static List<Token> significant(String code) {
    List<Token> tokens = tokens(code);
    tokens.removeIf(token -> token.kind() == Token.Kind.COMMENT);
    return tokens;
  }

  private boolean skipSpace() {
    while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
      at++;
    }
    return at < code.length();
  }

  private Token next() {
    char first = code.charAt(at);
    if (code.startsWith("//", at)) {
      int end = lineEnd(at);
      return token(Token.Kind.COMMENT, end, end < code.length());
    }
    if (code.startsWith("/*", at)) {
      int close = code.indexOf("*/", at + 2);
      return token(Token.Kind.COMMENT, close < 0 ? code.length() : close + 2, close >= 0);
    }
    if (code.startsWith("\"\"\"", at)) {
      return quoted(Token.Kind.TEXT_BLOCK, "\"\"\"");
    }
    if (first == '"') {
      return quoted(Token.Kind.STRING, "\"");
    }
    if (first == '\'') {
      return quoted(Token.Kind.CHAR, "'");
    }
    if (Character.isJavaIdentifierStart(code.codePointAt(at))) {
      return token(Token.Kind.WORD, wordEnd(at), true);
    }
    if (isDigit(at) || (first == '.' && isDigit(at + 1))) {
      return token(Token.Kind.NUMBER, numberEnd(), true);
    }
    for (String symbol : SYMBOLS) {
      if (code.startsWith(symbol, at)) {
        return token(Token.Kind.SYMBOL, at + symbol.length(), true);
      }
    }
    return token(Token.Kind.SYMBOL, at + Character.charCount(code.codePointAt(at)), true);
  }

  private Token token(Token.Kind kind, int end, boolean closed) {
    Token token = new Token(kind, at, end, code.substring(at, end), closed);
    at = end;
    return token;
  }

  private Token quoted(Token.Kind kind, String quote) {
    boolean block = kind == Token.Kind.TEXT_BLOCK;
    int end = at + quote.length();
    while (end < code.length()) {
      char c = code.charAt(end);
      if (c == '\\') {
        end = Math.min(code.length(), end + 2);
      } else if (code.startsWith(quote, end)) {
        return token(kind, end + quote.length(), true);
      } else if (!block && (c == '\n' || c == '\r')) {
        break;
      } else {
        end++;
      }
    }
    return token(kind, end, false);
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < code.length() && code.charAt(end) != '\n' && code.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < code.length() && Character.isJavaIdentifierPart(code.codePointAt(end))) {
      end += Character.charCount(code.codePointAt(end));
    }
    return end;
  }

  private boolean isDigit(int index) {
    return index < code.length() && code.charAt(index) >= '0' && code.charAt(index) <= '9';
  }

  private int numberEnd() {
    int end = at;
    while (end < code.length()) {
      char c = code.charAt(end);
      boolean sign =
          (c == '+' || c == '-')
              && (isExponent(end - 1, 'e') && !code.startsWith("0x", at)
                  || isExponent(end - 1, 'p'));
      boolean point = c == '.' && !isWordStart(end + 1) && !code.startsWith("..", end);
      if (!Character.isLetterOrDigit(c) && c != '_' && !sign && !point) {
        break;
      }
      end++;
    }
    return end;
  }

  private boolean isExponent(int index, char letter) {
    return Character.toLowerCase(code.charAt(index)) == letter;
  }

  /** A word after the point of {@code 1.f} or {@code 1.e3} belongs to the number. */
  private boolean isWordStart(int index) {
    if (index >= code.length() || !Character.isJavaIdentifierStart(code.charAt(index))) {
      return false;
    }
    char c = Character.toLowerCase(code.charAt(index));
    return !(c == 'e' || c == 'f' || c == 'd' || c == 'p');
  }
}
