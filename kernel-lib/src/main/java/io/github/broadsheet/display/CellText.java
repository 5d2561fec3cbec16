package io.github.broadsheet.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** A cell of a table as text, the same in every output. */
final class CellText {
  static final String MISSING = "–";

  /** New ids such as 2405.17430, old ones such as math.GT/0309136; with or without version. */
  private static final Pattern ARXIV_ID =
      Pattern.compile("\\d{4}\\.\\d{4,5}(v\\d+)?|[a-z-]+(\\.[A-Z]{2})?/\\d{7}(v\\d+)?");

  private static final MathContext SIX_DIGITS = new MathContext(6);

  private CellText() {}

  /** The text of a cell, or null if it is missing. Days and times in ISO form, times in UTC. */
  static @Nullable String of(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return null;
    }
    Object value = column.get(row);
    if (value instanceof Instant instant) {
      return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
    if (column instanceof DoubleColumn || column instanceof FloatColumn) {
      return number(((NumericColumn<?>) column).getDouble(row), column.getString(row));
    }
    return column instanceof NumericColumn<?> ? column.getString(row) : String.valueOf(value);
  }

  /** Six digits are enough to read, unless the column was given a format of its own. */
  private static String number(double value, String printed) {
    if (Double.isInfinite(value) || !plain(value, printed)) {
      return printed;
    }
    double size = Math.abs(value);
    if (value != 0 && (size >= 1e15 || size < 1e-6)) {
      return String.valueOf(value);
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shorter =
        size >= 1e6 ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact.round(SIX_DIGITS);
    return shorter.stripTrailingZeros().toPlainString();
  }

  /**
   * Whether a number was printed without a format: that gives all its digits, and no zeros more.
   */
  private static boolean plain(double value, String printed) {
    try {
      boolean padded = printed.contains(".") && printed.endsWith("0");
      return Double.parseDouble(printed) == value && !padded;
    } catch (NumberFormatException formatted) {
      return false;
    }
  }

  /** Whether values of the column line up at their right end. */
  static boolean right(Column<?> column) {
    return column instanceof NumericColumn<?>;
  }

  /** {@code A, B +12}: the first two of names joined with "; ", and how many more there are. */
  static String people(String names, int count) {
    List<String> all =
        Arrays.stream(names.split(";")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    int more = Math.max(count, all.size()) - Math.min(2, all.size());
    String first = String.join(", ", all.subList(0, Math.min(2, all.size())));
    return more > 0 ? first + " +" + more : first;
  }

  /** The page of an arXiv id, or null if it is none. */
  static @Nullable String arxivPage(String id) {
    return ARXIV_ID.matcher(id).matches() ? "https://arxiv.org/abs/" + id : null;
  }
}
