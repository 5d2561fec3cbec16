package io.github.broadsheet.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the tokens of a part tell of it, without knowing any type. */
final class PartShape {
  private PartShape() {}

  /** Whether a part may declare one of these names, if only for a parameter of a lambda. */
  static boolean mayDeclare(List<Token> tokens, Set<String> names) {
    for (int i = 0; i < tokens.size(); i++) {
      if (names.contains(tokens.get(i).text()) && mayDeclare(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayDeclare(List<Token> tokens, int index) {
    Token before = index > 0 ? tokens.get(index - 1) : tokens.get(index);
    boolean afterType =
        index > 0
            && (before.isName()
                || Keywords.PRIMITIVES.contains(before.text())
                || before.is(">")
                || before.is("]")
                || before.is("..."));
    return afterType || isLambdaParameter(tokens, index);
  }

  private static boolean isLambdaParameter(List<Token> tokens, int index) {
    int next = index + 1;
    while (next < tokens.size()
        && (tokens.get(next).isName() || tokens.get(next).is(",") || tokens.get(next).is(")"))) {
      next++;
    }
    return next < tokens.size() && tokens.get(next).is("->");
  }

  /**
   * Whether an expression is no statement by itself. A call may give nothing, so it stays as it is;
   * anything else is read into a variable, as JShell does.
   */
  static boolean isBare(List<Token> ofPart) {
    List<Token> tokens = new ArrayList<>(ofPart);
    if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).is(";")) {
      tokens.remove(tokens.size() - 1);
    }
    if (tokens.isEmpty() || !tokens.get(tokens.size() - 1).is(")")) {
      return !tokens.isEmpty();
    }
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      boolean operator =
          token.kind() == Token.Kind.SYMBOL
              && !token.opens()
              && !token.closes()
              && !token.is(".")
              && !token.is("::")
              && !token.is("<")
              && !token.is(">")
              && !token.is(",")
              && !token.is("@");
      if (depth == 0 && (operator || token.is("instanceof") || isCast(tokens, i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCast(List<Token> tokens, int index) {
    return tokens.get(index).is(")")
        && index + 1 < tokens.size()
        && !tokens.get(index + 1).is(".")
        && !tokens.get(index + 1).is("[");
  }
}
