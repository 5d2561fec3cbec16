package io.github.broadsheet.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A topic: what a reader calls it, and what mentions it.
 *
 * <p>Written {@code agent}; with alternatives {@code agent|agentic}; with a label {@code agents:
 * agent|agentic|"tool use"}; with conditions {@code agent|agentic AND tool use NOT survey}, where
 * {@code |} holds tighter than {@code AND} and {@code NOT}, which are written in capitals. Quotes
 * keep what would mean something else: {@code "a|b"}, {@code "x: y"}, {@code "AND"}. {@code
 * /GPT-?[45]o?/} is a regular expression, of Java, in any case.
 *
 * @param label how charts and tables call the topic
 * @param all a paper must mention one term of each; at least one list, none empty
 * @param none a paper must not mention any of these
 */
public record Topic(String label, List<List<Term>> all, List<Term> none) {
  public Topic {
    all = all.stream().map(List::copyOf).toList();
    none = List.copyOf(none);
  }

  /**
   * Reads a topic.
   *
   * @throws IllegalArgumentException if it cannot be understood: what, where, and how to write it
   */
  public static Topic parse(String topic) {
    return new TopicParser(topic).topic();
  }

  /** All phrases whose mention can make a paper one of the topic, as written. */
  public List<String> phrases() {
    return all.stream()
        .flatMap(List::stream)
        .filter(term -> !term.isExpression())
        .map(Term::text)
        .toList();
  }

  /** The topic as it is written, without its label. */
  public String query() {
    return join(all, none, Term::written);
  }

  static String join(List<List<Term>> all, List<Term> none, Function<Term, String> word) {
    String wanted =
        all.stream()
            .map(terms -> terms.stream().map(word).collect(Collectors.joining("|")))
            .collect(Collectors.joining(" AND "));
    return none.isEmpty()
        ? wanted
        : wanted + " NOT " + none.stream().map(word).collect(Collectors.joining("|"));
  }

  /** The same topic in which a phrase may also be written in another way. */
  public Topic or(String phrase, String other) {
    List<List<Term>> wider =
        all.stream()
            .map(
                terms ->
                    terms.contains(new Term(phrase, false))
                        ? Stream.concat(terms.stream(), Stream.of(new Term(other, false))).toList()
                        : terms)
            .toList();
    return new Topic(label, wider, none);
  }

  Stream<Term> terms() {
    return Stream.concat(all.stream().flatMap(List::stream), none.stream());
  }
}
