package io.github.broadsheet.hint;

import io.github.broadsheet.analysis.Token;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words and signs of other languages in the middle of a line. */
final class ForeignWords {
  private static final Map<String, String> OPERATORS =
      Map.of("and", "a && b", "or", "a || b", "is", "a == b, or a.equals(b) for values");

  /** What a copy from a page or a mail leaves. */
  private static final Map<Integer, String> PASTED =
      Map.of(
          0x201C, "this is a typographic quote: type \"",
          0x201D, "this is a typographic quote: type \"",
          0x2018, "this is a typographic quote: type \" for text, ' for one character",
          0x2019, "this is a typographic quote: type \" for text, ' for one character",
          0x2013, "this is a dash: type -",
          0x2212, "this is a typographic minus: type -",
          0x00A0, "this is a no-break space: type a space",
          0x200B, "here is a space without width: delete it");

  private ForeignWords() {}

  static Optional<Hint> of(Spot spot) {
    Optional<Hint> quoted = quoted(spot);
    if (quoted.isPresent() || !isSyntax(spot)) {
      return quoted;
    }
    for (int i = spot.first(); spot.onLine(i); i++) {
      String hint = at(spot, i);
      if (hint != null) {
        return Optional.of(Hint.forLine("in Java: " + hint));
      }
    }
    return Optional.empty();
  }

  /** Text between the wrong quotes. */
  private static Optional<Hint> quoted(Spot spot) {
    if (spot.key().startsWith("illegal.char")) {
      int at = Math.min(spot.problem().start(), Math.max(0, spot.code().length() - 1));
      return Optional.ofNullable(PASTED.get(spot.code().codePointAt(at))).map(Hint::of);
    }
    if (!spot.key().contains("char.lit")) {
      return Optional.empty();
    }
    if (spot.line().contains("'''")) {
      return Optional.of(Hint.forLine("text of several lines stands between \"\"\" and \"\"\""));
    }
    Token token = spot.at() < spot.tokens().size() ? spot.tokens().get(spot.at()) : null;

    return Optional.of(
        Hint.forLine(
            token != null && token.kind() == Token.Kind.CHAR && token.closed()
                ? "text stands in double quotes: \""
                    + token.text().substring(1, token.text().length() - 1).replace("\"", "\\\"")
                    + "\""
                : "text stands in double quotes; single ones hold one character, such as 'a'"));
  }

  /** Whether javac could not make a statement of the line. */
  private static boolean isSyntax(Spot spot) {
    return spot.key()
        .matches("expected\\d?|illegal\\..*|not\\.stmt|premature\\.eof|cant\\.resolve.*");
  }

  private static @Nullable String at(Spot spot, int i) {
    Token token = spot.tokens().get(i);
    boolean operandBefore = spot.onLine(i - 1) && isOperand(spot, i - 1);
    boolean operandAfter = spot.onLine(i + 1) && startsOperand(spot, i + 1);
    if (token.is("#")) {
      return "// begins a comment";
    }
    if (token.text().matches("[fF]")
        && (spot.is(i + 1, Token.Kind.STRING) || spot.is(i + 1, Token.Kind.CHAR))
        && spot.tokens().get(i + 1).start() == token.end()) {
      return "\"%s papers\".formatted(n), or n + \" papers\"";
    }
    if (token.is("*") && spot.is(i + 1, "*") && spot.tokens().get(i + 1).start() == token.end()) {
      return power(spot, i);
    }
    if (token.is("lambda")) {
      return "x -> …, with several parameters (x, y) -> …";
    }
    if (token.is("print") && operandAfter && !spot.is(i + 1, "(")) {
      return "System.out.println(…)";
    }
    if (token.is("not") && operandAfter && !operandBefore) {
      return "!a";
    }
    if (OPERATORS.containsKey(token.text()) && operandBefore && operandAfter) {
      return OPERATORS.get(token.text());
    }
    if (token.is("in") && operandBefore && operandAfter) {
      return "xs.contains(x), of a map map.containsKey(x)";
    }
    if (token.is("if") && operandBefore && hasElse(spot, i)) {
      return "condition ? one : other";
    }
    if (token.is("[")
        && spot.key().equals("illegal.start.of.expr")
        && token.start() == spot.problem().start()) {
      return "List.of(1, 2, 3) is a list, new int[] {1, 2, 3} an array";
    }
    if (token.is("{")
        && (spot.is(i + 1, Token.Kind.STRING) || spot.is(i + 1, Token.Kind.NUMBER))
        && spot.is(i + 2, ":")) {
      return "Map.of(\"a\", 1, \"b\", 2)";
    }
    return token.is("[") && isSlice(spot, i)
        ? "text.substring(0, 3), list.subList(0, 3), table.first(3)"
        : null;
  }

  private static boolean isOperand(Spot spot, int i) {
    Token token = spot.tokens().get(i);
    return switch (token.kind()) {
      case NUMBER, STRING, CHAR -> true;
      case WORD -> token.isName() || token.text().matches("true|false|null|this");
      default -> token.is(")") || token.is("]");
    };
  }

  private static boolean startsOperand(Spot spot, int i) {
    Token token = spot.tokens().get(i);
    return token.is("(")
        || token.is("!")
        || (isOperand(spot, i) && !token.is(")") && !token.is("]"));
  }

  private static boolean hasElse(Spot spot, int from) {
    for (int i = from + 1; spot.onLine(i); i++) {
      if (spot.is(i, "else")) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code [} begins {@code [0:3]}. */
  private static boolean isSlice(Spot spot, int from) {
    if (!spot.onLine(from - 1) || !isOperand(spot, from - 1)) {
      return false;
    }
    for (int i = from + 1; spot.onLine(i) && !spot.is(i, "]"); i++) {
      if (spot.is(i, "?")) {
        return false;
      }
      if (spot.is(i, ":")) {
        return true;
      }
    }
    return false;
  }

  private static String power(Spot spot, int i) {
    boolean simple = spot.onLine(i - 1) && spot.onLine(i + 2);
    String base = simple ? spot.tokens().get(i - 1).text() : "";
    String exponent = simple ? spot.tokens().get(i + 2).text() : "";
    return base.matches("\\w+") && exponent.matches("\\w+")
        ? "Math.pow(" + base + ", " + exponent + ")"
        : "Math.pow(x, y)";
  }
}
