package io.github.broadsheet.hint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signs and words that a type does not know: its methods do what they mean. */
final class Operators {
  private static final Pattern OPERANDS =
      Pattern.compile("operator '(.+)'\\s+first type:\\s+(\\S+).*\\s+second type:\\s+(\\S+)");
  private static final Pattern ARRAY = Pattern.compile("array required, but (\\S+) found");
  private static final Pattern DEREFERENCED =
      Pattern.compile("^(int|long|double|float|boolean|char|short|byte) ");

  private Operators() {}

  static Optional<Hint> of(Spot spot) {
    String text =
        switch (spot.key()) {
          case "operator.cant.be.applied.1" -> operator(spot);
          case "operator.cant.be.applied" ->
              spot.problem().message().matches("(?s).*\\b(Filter|Selection)\\b.*'!'.*")
                  ? "in Java: not(a), or a.negate() of a filter"
                  : null;
          case "array.req.but.found" -> index(spot);
          case "cant.deref" -> member(spot);
          case "abstract.cant.be.instantiated" -> made(spot);
          default -> null;
        };
    // What stands between the brackets of something that is no array is judged as an index.
    return Optional.ofNullable(text)
        .map(t -> new Hint(t, spot.key().equals("array.req.but.found")));
  }

  private static @Nullable String operator(Spot spot) {
    Matcher operands = OPERANDS.matcher(spot.problem().message());
    if (!operands.find()) {
      return null;
    }
    String first = Spot.simple(operands.group(2));
    String sign = operands.group(1);
    if (first.equals("String") && sign.equals("*")) {
      return "\"…\".repeat(n) repeats a text";
    }
    if (first.matches("String") && sign.matches("[<>]=?")) {
      return "a.compareTo(b) " + sign + " 0 compares texts";
    }
    boolean column = first.endsWith("Column");
    boolean query = first.matches("Filter|Selection|Function");
    return switch (sign) {
      case "&", "&&" -> query ? "a.and(b) of two conditions" : null;
      case "|", "||" -> query ? "a.or(b) of two conditions" : null;
      case ">" -> column ? "isGreaterThan(…) of a column gives the rows for where" : null;
      case ">=" -> column ? "isGreaterThanOrEqualTo(…) of a column gives the rows for where" : null;
      case "<" -> column ? "isLessThan(…) of a column gives the rows for where" : null;
      case "<=" -> column ? "isLessThanOrEqualTo(…) of a column gives the rows for where" : null;
      case "+" -> column ? "columns are added with add(…)" : null;
      case "-" -> column ? "columns are subtracted with subtract(…)" : null;
      case "*" -> column ? "columns are multiplied with multiply(…)" : null;
      case "/" -> column ? "columns are divided with divide(…)" : null;
      default -> null;
    };
  }

  /** {@code xs[0]} of something that is no array. */
  private static @Nullable String index(Spot spot) {
    Matcher array = ARRAY.matcher(spot.problem().message());
    String written = spot.written();
    int open = written.lastIndexOf('[');
    if (!array.find() || open < 0 || !written.endsWith("]")) {
      return null;
    }
    String owner = written.substring(0, open).strip();
    String index = written.substring(open + 1, written.length() - 1).strip();
    String type = Spot.simple(array.group(1)).replaceFirst("<.*", "");
    if (type.matches("List|ArrayList|LinkedList|\\w*Column")) {
      String from = index.matches("-\\d+") ? owner + ".size() - " + index.substring(1) : index;
      return "in Java: " + owner + ".get(" + from + ")";
    }
    String method =
        switch (type) {
          case "Map", "HashMap", "TreeMap", "LinkedHashMap" -> ".get(";
          case "String" -> ".charAt(";
          case "Table", "Relation" -> index.startsWith("\"") ? ".column(" : ".row(";
          default -> "";
        };
    return method.isEmpty() ? null : "in Java: " + owner + method + index + ")";
  }

  private static @Nullable String member(Spot spot) {
    Matcher type = DEREFERENCED.matcher(spot.problem().message());
    if (!type.find()) {
      return null;
    }
    return spot.written().endsWith(".toString")
        ? "String.valueOf("
            + Conversions.shortened(spot.written().replaceFirst("\\.toString$", ""))
            + ")"
        : type.group(1) + " is a primitive type, which has no members";
  }

  private static @Nullable String made(Spot spot) {
    Matcher type =
        Pattern.compile("^(\\w+) is abstract").matcher(Spot.simple(spot.problem().message()));
    return !type.find()
        ? null
        : switch (type.group(1)) {
          case "List", "Collection" -> "new ArrayList<>()";
          case "Map" -> "new HashMap<>()";
          case "Set" -> "new HashSet<>()";
          default -> null;
        };
  }
}
