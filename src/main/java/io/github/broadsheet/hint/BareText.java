package io.github.broadsheet.hint;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** A word without quotes that is given to a method that takes text: {@code about(agent)}. */
final class BareText {
  /** Words of the library and of Tablesaw whose arguments are text. */
  private static final Set<String> TAKES_TEXT =
      Set.of(
          "about",
          "matching",
          "by",
          "from",
          "in",
          "search",
          "column",
          "stringColumn",
          "intColumn",
          "dateColumn",
          "str",
          "num",
          "date",
          "countBy",
          "sortOn",
          "sortAscendingOn",
          "sortDescendingOn",
          "selectColumns",
          "rejectColumns");

  private BareText() {}

  static Optional<Hint> of(Spot spot) {
    Matcher symbol = spot.symbol();
    if (!symbol.find() || !symbol.group(1).equals("variable")) {
      return Optional.empty();
    }
    int token = spot.tokenAt(spot.nameStart(symbol.group(2)));
    boolean argument =
        (spot.is(token - 1, "(") || spot.is(token - 1, ","))
            && (spot.is(token + 1, ")") || spot.is(token + 1, ","));
    int open = token - 1;
    while (argument && open > 0 && !spot.is(open, "(")) {
      open = spot.is(open, ")") ? 0 : open - 1;
    }
    boolean takesText =
        argument
            && open > 0
            && (TAKES_TEXT.contains(spot.tokens().get(open - 1).text())
                || (spot.is(open - 1, "of") && spot.is(open - 3, "Trend")));
    return takesText
        ? Optional.of(Hint.of("text stands in quotes: \"" + symbol.group(2) + "\""))
        : Optional.empty();
  }
}
