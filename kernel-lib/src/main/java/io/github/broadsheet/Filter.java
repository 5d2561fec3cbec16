package io.github.broadsheet;

import io.github.broadsheet.text.Expression;
import io.github.broadsheet.text.Names;
import io.github.broadsheet.text.Topic;
import io.github.broadsheet.text.TopicMatcher;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * A choice of papers, to be put into Tablesaw's own {@code where}:
 *
 * <pre>{@code
 * papers.where(about("agent", "tool use").and(upvoted(20)).and(withCode()))
 * papers.where(by("LeCun").or(from("Meta")).and(num("comments").isGreaterThan(2)))
 * }</pre>
 *
 * <p>Works on every table that has the column asked for, also a joined or loaded one; on any other
 * it is an {@link IllegalArgumentException} that names the column and what the table has.
 *
 * <p>A missing value never matches. {@link #negate} gives exactly the other papers, as Tablesaw's
 * {@code not} does: those whose value is missing are among them, so that no paper is in neither.
 */
public final class Filter implements Function<Table, Selection> {
  private static final String JOINT = ";";

  private final String name;
  private final @Nullable Set<String> columns;
  private final Function<? super Table, Selection> choice;

  private Filter(
      String name, @Nullable Set<String> columns, Function<? super Table, Selection> choice) {
    this.name = name;
    this.columns = columns;
    this.choice = choice;
  }

  private static Filter rows(String name, Set<String> columns, Function<Asked, IntPredicate> test) {
    return new Filter(
        name,
        columns,
        table -> {
          IntPredicate fits = test.apply(new Asked(table, name));
          return Selection.with(IntStream.range(0, table.rowCount()).filter(fits).toArray());
        });
  }

  /**
   * Papers that mention any of the phrases in title or abstract.
   *
   * <p>Case does not matter; a plural in {@code s}, {@code es} or {@code ies} matches its singular
   * (type the singular); {@code few-shot} is also {@code few shot} and {@code fewshot}; only whole
   * words match, so {@code agent} is not in {@code reagent}. {@code "agent|agentic"} is the same as
   * two phrases, {@code "agent AND tool use NOT survey"} sets conditions over title and abstract
   * together. Example: {@code papers.where(about("agent", "tool use"))}.
   *
   * @throws IllegalArgumentException if there is no phrase or one cannot be understood
   */
  public static Filter about(String... phrases) {
    String name = call("about", (Object[]) phrases);
    if (phrases.length == 0) {
      throw new IllegalArgumentException(
          "about() needs a phrase to look for, for example about(\"agent\", \"tool use\").");
    }
    TopicMatcher topics = TopicMatcher.of(Arrays.stream(phrases).map(Topic::parse).toList());
    return rows(
        name,
        Set.of("title", "abstract"),
        asked -> {
          List<IntFunction<@Nullable String>> texts = asked.texts("title", "abstract");
          TopicMatcher.Scan scan = topics.scan();
          return row -> {
            scan.clear();
            for (IntFunction<@Nullable String> column : texts) {
              String text = column.apply(row);
              if (text != null) {
                scan.read(text);
              }
            }
            return IntStream.range(0, topics.size()).anyMatch(scan::mentions);
          };
        });
  }

  /**
   * Papers whose title or abstract has a match of a Java regular expression, in any case (start it
   * with {@code (?-i)} if case matters). Example: {@code papers.where(matching("GPT-?[45]o?"))}.
   *
   * @throws IllegalArgumentException if the expression is broken: where, and why; or, once it
   *     looks, if it tries too many ways in a text to come to an end
   */
  public static Filter matching(String regex) {
    String name = call("matching", regex);
    Expression expression = Expression.of("matching(…)", regex);
    return anyText(name, expression::matches, "title", "abstract");
  }

  /**
   * Papers by an author, asked for by full name or last name: {@code by("LeCun")}, {@code by("Yann
   * LeCun")}. Case, accents, punctuation and middle names do not matter; words are whole, and a
   * first name alone is not enough.
   */
  public static Filter by(String author) {
    String name = call("by", author);
    int comma = author.indexOf(',');
    String inOrder =
        comma < 0 ? author : author.substring(comma + 1) + " " + author.substring(0, comma);
    List<String> asked = words(name, inOrder, "by(\"Yann LeCun\") or by(\"LeCun\")");
    return anyText(
        name,
        authors ->
            Arrays.stream(authors.split(JOINT))
                .anyMatch(person -> Names.isPerson(Names.words(person), asked)),
        "authors");
  }

  /**
   * Papers from an organization whose name has these words: {@code from("Meta")} finds "Meta AI"
   * and "AI at Meta". Case and accents do not matter.
   */
  public static Filter from(String organization) {
    String name = call("from", organization);
    List<String> asked = words(name, organization, "from(\"Meta\")");
    return anyText(name, found -> Names.has(Names.words(found), asked), "organization");
  }

  /**
   * Papers in an arXiv category, as first or further category: {@code in("cs.CL")}; {@code
   * in("cs")} takes the whole archive. Case does not matter.
   */
  public static Filter in(String category) {
    String name = call("in", category);
    String asked = category.strip();
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(name + " needs a category, for example in(\"cs.CL\").");
    }
    return anyText(
        name,
        categories ->
            Arrays.stream(categories.split(JOINT))
                .map(String::strip)
                .anyMatch(
                    one ->
                        one.equalsIgnoreCase(asked)
                            || one.regionMatches(true, 0, asked + ".", 0, asked.length() + 1)),
        "categories");
  }

  /**
   * Papers of this day (UTC) or later, by the day they were listed, or published where that is not
   * known. Example: {@code papers.where(since("2025-09-01"))}.
   */
  public static Filter since(String day) {
    return since(Days.day(day));
  }

  /** Papers of this day (UTC) or later: see {@link #since(String)}. */
  public static Filter since(LocalDate day) {
    return dated(call("since", day), found -> !found.isBefore(day));
  }

  /**
   * Papers up to and with this day (UTC), by the day they were listed, or published where that is
   * not known. Example: {@code papers.where(until("2025-11-30"))}.
   */
  public static Filter until(String day) {
    return until(Days.day(day));
  }

  /** Papers up to and with this day (UTC): see {@link #until(String)}. */
  public static Filter until(LocalDate day) {
    return dated(call("until", day), found -> !found.isAfter(day));
  }

  /** Papers with at least this many upvotes, as of when they were fetched. */
  public static Filter upvoted(int atLeast) {
    return counted("upvoted", "upvotes", atLeast);
  }

  /** Papers with at least this many comments, as of when they were fetched. */
  public static Filter commented(int atLeast) {
    return counted("commented", "comments", atLeast);
  }

  /** Papers with a link to their code. */
  public static Filter withCode() {
    return rows("withCode()", Set.of("code_url"), asked -> asked.known("code_url")::apply);
  }

  /** Papers that are in this choice and in the other, which may be any of Tablesaw's. */
  public Filter and(Function<? super Table, Selection> other) {
    return new Filter(
        "%s.and(%s)".formatted(this, inner(other)),
        both(other),
        table -> copy(table, this).and(other.apply(table)));
  }

  /** Papers that are in this choice or in the other, which may be any of Tablesaw's. */
  public Filter or(Function<? super Table, Selection> other) {
    return new Filter(
        "%s.or(%s)".formatted(this, inner(other)),
        both(other),
        table -> copy(table, this).or(other.apply(table)));
  }

  /** All papers that are not in this choice, those with a missing value among them. */
  public Filter negate() {
    return new Filter(
        this + ".negate()", columns, table -> copy(table, this).flip(0, table.rowCount()));
  }

  /** The columns of a listing it looks at; null if nobody knows, as with a choice of Tablesaw's. */
  @Nullable Set<String> columns() {
    return columns;
  }

  private @Nullable Set<String> both(Function<? super Table, Selection> other) {
    Set<String> others = other instanceof Filter filter ? filter.columns : null;
    if (columns == null || others == null) {
      return null;
    }
    Set<String> both = new HashSet<>(columns);
    both.addAll(others);
    return both;
  }

  @Override
  public Selection apply(Table table) {
    return choice.apply(table);
  }

  /** The choice as it was written. */
  @Override
  public String toString() {
    return name;
  }

  /** A selection of its own: Tablesaw's connectives change the one they are called on. */
  private static Selection copy(Table table, Function<? super Table, Selection> choice) {
    return Selection.with(choice.apply(table).toArray());
  }

  private static Filter anyText(String name, Predicate<String> test, String... columns) {
    return rows(
        name,
        Set.of(columns),
        asked -> {
          List<IntFunction<@Nullable String>> texts = asked.texts(columns);
          return row -> {
            for (IntFunction<@Nullable String> column : texts) {
              String text = column.apply(row);
              if (text != null && test.test(text)) {
                return true;
              }
            }
            return false;
          };
        });
  }

  private static Filter dated(String name, Predicate<LocalDate> test) {
    return rows(
        name,
        Set.of("listed", "published"),
        asked -> {
          IntFunction<@Nullable LocalDate> day = asked.day("listed", "published");
          return row -> {
            LocalDate found = day.apply(row);
            return found != null && test.test(found);
          };
        });
  }

  private static Filter counted(String word, String column, int atLeast) {
    return rows(
        call(word, atLeast),
        Set.of(column),
        asked -> {
          IntFunction<@Nullable Double> count = asked.number(column);
          return row -> {
            Double found = count.apply(row);
            return found != null && found >= atLeast;
          };
        });
  }

  private static List<String> words(String name, String text, String example) {
    List<String> words = Names.words(text);
    if (words.isEmpty()) {
      throw new IllegalArgumentException(name + " needs a name, for example " + example + ".");
    }
    return words;
  }

  private static String call(String word, Object... arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument instanceof Integer ? argument.toString() : "\"" + argument + '"')
        .collect(Collectors.joining(", ", word + "(", ")"));
  }

  private static String inner(Object filter) {
    return filter instanceof Filter ? filter.toString() : "…";
  }
}
