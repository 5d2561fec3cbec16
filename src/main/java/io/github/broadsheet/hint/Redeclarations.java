package io.github.broadsheet.hint;

import io.github.broadsheet.analysis.Scope;
import io.github.broadsheet.analysis.Token;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * {@code display papers}: to Java, a new variable {@code papers} of a type that nobody has declared
 * yet. It would take the place of the one that is there.
 */
final class Redeclarations {
  private final Scope scope;
  private final Vocabulary vocabulary;

  Redeclarations(Scope scope, Vocabulary vocabulary) {
    this.scope = scope;
    this.vocabulary = vocabulary;
  }

  Optional<Hint> of(Spot spot) {
    Matcher symbol = spot.symbol();
    int next = spot.at() + 1;
    boolean bare =
        symbol.find()
            && symbol.group(1).equals("class")
            && spot.is(next, Token.Kind.WORD)
            && (next + 1 == spot.tokens().size() || spot.is(next + 1, ";"));
    String name = bare ? spot.tokens().get(next).text() : "";
    if (!bare || scope.variables().stream().noneMatch(each -> each.name().equals(name))) {
      return Optional.empty();
    }
    String word = symbol.group(2);
    boolean method = vocabulary.after("").stream().anyMatch(each -> each.startsWith(word + "("));
    return Optional.of(
        Hint.forLine(
            method
                ? "a call has parentheses: " + word + "(" + name + ")"
                : name + " is declared already, and " + word + " is no type"));
  }
}
