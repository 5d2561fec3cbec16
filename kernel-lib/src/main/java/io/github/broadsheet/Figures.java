package io.github.broadsheet;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** Columns of numbers that are shown as readers write them. */
final class Figures {
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private Figures() {}

  /** Shares, 0 to 1, shown in percent. */
  static DoubleColumn percent(String name) {
    // A blank that does not break: a lone % on the next line reads badly.
    return formatted(name, "0.00\u00A0%");
  }

  /** Error rates: as many zeros as a reader can count, then powers of ten. */
  static DoubleColumn q(String name) {
    DoubleColumn column = DoubleColumn.create(name);
    column.setPrintFormatter(new Rates());
    return column;
  }

  private static final class Rates extends NumberColumnFormatter {
    private final DecimalFormat tiny = new DecimalFormat("0.0E0", SYMBOLS);
    private final DecimalFormat plain = new DecimalFormat("0.000", SYMBOLS);

    @Override
    public String format(double rate) {
      return Double.isNaN(rate) ? "" : (rate < 0.001 && rate > 0 ? tiny : plain).format(rate);
    }
  }

  static DoubleColumn formatted(String name, String pattern) {
    DoubleColumn column = DoubleColumn.create(name);
    column.setPrintFormatter(new NumberColumnFormatter(new DecimalFormat(pattern, SYMBOLS)));
    return column;
  }
}
