package io.github.broadsheet.hint;

import io.github.broadsheet.analysis.Scope;
import io.github.broadsheet.analysis.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;

/** Names that other languages and libraries have and Java calls otherwise. */
final class ForeignNames {
  /** One line of the list: what is called how, on what, and what to write instead. */
  record Entry(String kind, String name, String on, String hint) {}

  private static final String METHOD = "function";
  private static final String MEMBER = "member";

  private final Scope scope;

  ForeignNames(Scope scope) {
    this.scope = scope;
  }

  Optional<Hint> of(Spot spot) {
    Matcher symbol = spot.symbol();
    if (!symbol.find()) {
      return Optional.empty();
    }
    String name = symbol.group(2);
    int start = spot.nameStart(name);
    boolean member = start > 0 && spot.code().charAt(start - 1) == '.';
    boolean method = symbol.group(1).equals("method");
    String kind = member ? MEMBER : method ? METHOD : symbol.group(1);
    String arguments = symbol.group(3) == null ? "" : symbol.group(3);
    String on = member ? spot.owner() : method ? first(arguments) : "";
    String of = member ? receiver(spot, start) : method ? argument(spot, start) : "";
    return entries().stream()
        .filter(e -> e.kind.equals(kind) && e.name.equals(name) && on.matches(e.on))
        .findFirst()
        .map(
            e ->
                new Hint(
                    "in Java: " + e.hint.replace("{x}", of.isEmpty() ? "x" : of),
                    kind.equals("class")))
        .or(() -> declaration(spot, symbol, start));
  }

  /** The list, in its order. */
  static List<Entry> entries() {
    try (InputStream in = ForeignNames.class.getResourceAsStream("foreign.tsv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 4))
          .map(parts -> new Entry(parts[0], parts[1], parts[2], parts[3]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code x = 5} of something that nobody has declared. */
  private Optional<Hint> declaration(Spot spot, Matcher symbol, int start) {
    String name = symbol.group(2);
    int token = spot.tokenAt(start);
    boolean assigned =
        symbol.group(1).equals("variable")
            && token >= 0
            && spot.is(token + 1, "=")
            && (token == 0 || token == spot.first() || spot.is(token - 1, ";"))
            && scope.variables().stream().noneMatch(each -> near(each.name(), name));
    return assigned
        ? Optional.of(Hint.of("a new variable is declared: var " + name + " = …"))
        : Optional.empty();
  }

  private static boolean near(String one, String other) {
    return other.length() > 2 && EditDistance.between(one, other) <= 1;
  }

  /** The type of the first argument, without its package. */
  private static String first(String arguments) {
    int depth = 0;
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        return arguments.substring(0, i);
      }
    }
    return arguments;
  }

  /** The name before the point, where it is no more than one. */
  private static String receiver(Spot spot, int start) {
    int token = spot.tokenAt(start);
    boolean name = token >= 2 && spot.is(token - 2, Token.Kind.WORD) && !spot.is(token - 3, ".");
    return name ? spot.tokens().get(token - 2).text() : "";
  }

  /** The first argument, where it is no more than a name or a literal. */
  private static String argument(Spot spot, int start) {
    int token = spot.tokenAt(start);
    boolean one =
        token >= 0
            && spot.is(token + 1, "(")
            && (spot.is(token + 3, ")") || spot.is(token + 3, ","));
    return one ? spot.tokens().get(token + 2).text() : "";
  }
}
