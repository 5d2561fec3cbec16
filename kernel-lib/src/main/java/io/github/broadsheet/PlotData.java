package io.github.broadsheet;

import io.github.broadsheet.chart.PlotlyText;
import io.github.broadsheet.display.Plain;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The table behind a plot, asked for its columns by the word a reader typed. */
record PlotData(String word, Table table) {
  /** More of a text nobody reads in a chart, and a long one would fill the notebook. */
  private static final int LONGEST = 300;

  Column<?> column(String name) {
    if (!table.containsColumn(name)) {
      throw new IllegalArgumentException(
          "%s looks for \"%s\"; this table has %s.".formatted(word, name, columns()));
    }
    return table.column(name);
  }

  /** A column of numbers; one that is all missing counts, whatever its type. */
  Column<?> numbers(String name) {
    Column<?> column = column(name);
    if (!(column instanceof NumericColumn<?>) && column.countMissing() < column.size()) {
      throw new IllegalArgumentException(
          "%s needs numbers in \"%s\"; that column is of type %s. This table has %s."
              .formatted(word, name, type(column), columns()));
    }
    return column;
  }

  /** The first column that names things, or the first of all. */
  String firstName() {
    if (table.columnCount() == 0) {
      throw new IllegalArgumentException(word + " needs columns; this table has none.");
    }
    return table.columns().stream()
        .filter(column -> !(column instanceof NumericColumn<?>))
        .findFirst()
        .orElse(table.column(0))
        .name();
  }

  /** The first column with numbers that is not the one with the names. */
  String firstNumber() {
    return table.columns().stream()
        .filter(column -> column instanceof NumericColumn<?> && !column.name().equals(firstName()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    word + " looks for a column with numbers; this table has " + columns() + "."))
        .name();
  }

  /** The number in a cell; NaN if it is missing. */
  static double number(Column<?> column, int row) {
    return column instanceof NumericColumn<?> numbers && !numbers.isMissing(row)
        ? numbers.getDouble(row)
        : Double.NaN;
  }

  /** A cell as Plotly reads it: a day or a time (UTC) in ISO form, other text cut and escaped. */
  static @Nullable String text(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return null;
    }
    Object value = column.get(row);
    if (value instanceof Instant instant) {
      return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    }
    return column instanceof NumericColumn<?>
        ? column.getString(row)
        : PlotlyText.escape(Plain.cut(String.valueOf(value), LONGEST));
  }

  static boolean isTime(Column<?> column) {
    return column instanceof DateColumn
        || column instanceof DateTimeColumn
        || column instanceof InstantColumn;
  }

  /** A row of the table in words. */
  String rows(int count) {
    boolean papers = table.containsColumn("id") && table.containsColumn("title");
    return count + (papers ? " paper" : " row") + (count == 1 ? "" : "s");
  }

  private String columns() {
    return table.columnCount() == 0
        ? "no columns"
        : table.columns().stream()
            .map(column -> column.name() + " (" + type(column) + ")")
            .collect(Collectors.joining(", "));
  }

  private static String type(Column<?> column) {
    return column.type().getPrinterFriendlyName().toLowerCase(Locale.ROOT);
  }
}
