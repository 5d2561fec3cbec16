package io.github.broadsheet;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What a word asks of a table: its columns as functions from a row to a value (null where missing),
 * or an error that names the word, the column, and what the table has instead.
 */
record Asked(Table table, String word) {

  /** The text of those of the columns that the table has; at least one. */
  List<IntFunction<@Nullable String>> texts(String... names) {
    List<IntFunction<@Nullable String>> texts = new ArrayList<>();
    for (Column<?> column : anyOf(names)) {
      if (column instanceof StringColumn words) {
        texts.add(row -> words.isMissing(row) ? null : words.get(row));
      } else {
        require(column.countMissing() == column.size(), column, "text");
        texts.add(row -> null);
      }
    }
    return texts;
  }

  /** The number in a column. */
  IntFunction<@Nullable Double> number(String name) {
    Column<?> column = anyOf(name).get(0);
    if (column instanceof NumericColumn<?> numbers) {
      return row -> numbers.isMissing(row) ? null : (Double) numbers.getDouble(row);
    }
    require(column.countMissing() == column.size(), column, "numbers");
    return row -> null;
  }

  /** The day (UTC) in the first of the columns that has one in the row. */
  IntFunction<@Nullable LocalDate> day(String... names) {
    List<IntFunction<@Nullable LocalDate>> days = new ArrayList<>();
    for (Column<?> column : anyOf(names)) {
      days.add(day(column));
    }
    return row -> {
      for (IntFunction<@Nullable LocalDate> day : days) {
        LocalDate found = day.apply(row);
        if (found != null) {
          return found;
        }
      }
      return null;
    };
  }

  private IntFunction<@Nullable LocalDate> day(Column<?> column) {
    if (column instanceof DateColumn days) {
      return row -> days.get(row);
    }
    if (column instanceof DateTimeColumn times) {
      return row -> times.isMissing(row) ? null : times.get(row).toLocalDate();
    }
    if (column instanceof InstantColumn instants) {
      return row ->
          instants.isMissing(row) ? null : instants.get(row).atZone(ZoneOffset.UTC).toLocalDate();
    }
    require(column.countMissing() == column.size(), column, "dates");
    return row -> null;
  }

  /** Whether a row has anything in a column. */
  IntFunction<Boolean> known(String name) {
    Column<?> column = anyOf(name).get(0);
    return row -> !column.isMissing(row);
  }

  private List<Column<?>> anyOf(String... names) {
    List<Column<?>> columns = new ArrayList<>();
    for (String name : names) {
      if (table.containsColumn(name)) {
        columns.add(table.column(name));
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "%s looks in %s; this table has %s%s (it has %s). If the column has another name here, rename it: table.column(\"…\").setName(\"%s\")."
              .formatted(
                  word,
                  quoted(" and ", names),
                  names.length == 1 ? "no " + quoted("", names) : "neither",
                  near(names[0]),
                  table.columnCount() == 0 ? "no columns" : String.join(", ", table.columnNames()),
                  names[0]));
    }
    return columns;
  }

  /** The column that was perhaps meant: another spelling, a plural. */
  private String near(String name) {
    return table.columnNames().stream()
        .filter(column -> distance(name, column) <= (name.length() + 2) / 3)
        .min(Comparator.comparingInt(column -> distance(name, column)))
        .map(column -> "; did you mean \"" + column + "\"?")
        .orElse("");
  }

  /** How many letters to put in, take out or change (Levenshtein), in any case. */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }

  private void require(boolean fits, Column<?> column, String expected) {
    if (!fits) {
      throw new IllegalArgumentException(
          "%s needs %s in \"%s\"; this table has %s there, for example %s. Papers.read(path) gives every column its type."
              .formatted(
                  word,
                  expected,
                  column.name(),
                  column.type().name(),
                  column.removeMissing().first(1).getString(0)));
    }
  }

  private static String quoted(String joint, String... names) {
    return List.of(names).stream().map(name -> '"' + name + '"').collect(Collectors.joining(joint));
  }
}
