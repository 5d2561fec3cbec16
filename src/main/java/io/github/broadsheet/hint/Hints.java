package io.github.broadsheet.hint;

import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.analysis.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What to do about an error. Silent where it is not known: a wrong hint is worse than none.
 *
 * <pre>{@code
 * new Hints(scope, vocabulary).of("len(papers)", problem) // papers.rowCount()
 * }</pre>
 */
public final class Hints {
  private final List<Function<Spot, Optional<Hint>>> rules;
  private final Thrown thrown;

  /** With what a session has declared, and the names it knows. */
  public Hints(Scope scope, Vocabulary vocabulary) {
    thrown = new Thrown(scope);
    rules =
        List.of(
            Limits::of,
            ForeignLines::of,
            ForeignWords::of,
            Brackets::of,
            new Redeclarations(scope, vocabulary)::of,
            Conversions::of,
            Operators::of,
            new Columns(scope)::of,
            new ForeignNames(scope)::of,
            new NearNames(scope, vocabulary)::of,
            BareText::of);
  }

  /**
   * What to do about an exception; empty where that is not known.
   *
   * @param message its own, read by who knows that it may throw
   */
  public Optional<String> of(Throwable failure, String message) {
    return thrown.of(failure, message);
  }

  /** The first that fits; empty if none does. */
  public Optional<Hint> of(String code, Problem problem) {
    Spot spot = Spot.of(code, problem);
    return rules.stream().map(rule -> rule.apply(spot)).flatMap(Optional::stream).findFirst();
  }
}
