package io.github.broadsheet.analysis;

/**
 * A piece of a cell as Java reads it. Offsets are UTF-16 positions, end exclusive.
 *
 * @param closed false for a string, text block or comment that never ends
 */
public record Token(Kind kind, int start, int end, String text, boolean closed) {
  /** What a token is. */
  public enum Kind {
    WORD,
    NUMBER,
    STRING,
    CHAR,
    TEXT_BLOCK,
    SYMBOL,
    COMMENT
  }

  /** Whether this is the given word or symbol. */
  public boolean is(String wanted) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wanted);
  }

  /** Whether this is a word that is not reserved. */
  public boolean isName() {
    return kind == Kind.WORD && !Keywords.RESERVED.contains(text);
  }

  /** Whether this opens a parenthesis, bracket or brace. */
  public boolean opens() {
    return kind == Kind.SYMBOL && "([{".contains(text);
  }

  /** Whether this closes a parenthesis, bracket or brace. */
  public boolean closes() {
    return kind == Kind.SYMBOL && ")]}".contains(text);
  }

  /** The closing counterpart of an opening token. */
  public String closer() {
    return switch (text) {
      case "(" -> ")";
      case "[" -> "]";
      default -> "}";
    };
  }
}
