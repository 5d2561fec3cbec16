package io.github.broadsheet.hint;

import io.github.broadsheet.analysis.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Brackets of which one is missing, or one too many. */
final class Brackets {
  private static final List<String> KEYS =
      List.of("premature.eof", "expected", "expected2", "expected3", "illegal.start.of.expr");

  private Brackets() {}

  static Optional<Hint> of(Spot spot) {
    if (!KEYS.contains(spot.key())) {
      return Optional.empty();
    }
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : spot.tokens()) {
      if (token.opens()) {
        open.push(token);
      } else if (token.closes()) {
        if (open.isEmpty()) {
          boolean here = Math.abs(token.start() - spot.problem().start()) <= 1;
          return here ? hint("this " + token.text() + " closes nothing") : Optional.empty();
        }
        if (!open.pop().closer().equals(token.text())) {
          return Optional.empty();
        }
      }
    }
    if (!spot.key().equals("premature.eof") || open.isEmpty()) {
      return Optional.empty();
    }
    Token last = open.peek();
    int line =
        1 + (int) spot.code().substring(0, last.start()).chars().filter(c -> c == '\n').count();
    return hint("the " + last.text() + " of line " + line + " is never closed");
  }

  private static Optional<Hint> hint(String text) {
    return Optional.of(Hint.of(text));
  }
}
