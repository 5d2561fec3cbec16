package io.github.broadsheet.archive;

import io.github.broadsheet.source.PaperTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Rows of the archive as the table every listing is, without a detour over papers. */
final class ListingTable {
  /** Between two looks whether the reader has interrupted. */
  private static final int ROWS = 1_000;

  private ListingTable() {}

  /** The columns of a listing, as a query names them. */
  static String columns() {
    return String.join(", ", empty("").columnNames());
  }

  static Table empty(String name) {
    return PaperTable.of(name, List.of());
  }

  /** The rows of a query for {@link #columns}, in its order. */
  static Table read(String name, ResultSet rows) throws SQLException {
    Table table = empty(name);
    List<Cell> cells = new ArrayList<>();
    for (Column<?> column : table.columns()) {
      cells.add(cell(column));
    }
    for (int row = 0; rows.next(); row++) {
      for (int i = 0; i < cells.size(); i++) {
        cells.get(i).append(rows, i + 1);
      }
      if (row % ROWS == 0 && Thread.currentThread().isInterrupted()) {
        throw new CancellationException("Stopped while reading the archive.");
      }
    }
    return table;
  }

  private interface Cell {
    void append(ResultSet row, int index) throws SQLException;
  }

  private static Cell cell(Column<?> column) {
    if (column instanceof StringColumn texts) {
      return (row, index) -> {
        String text = row.getString(index);
        if (text == null) {
          texts.appendMissing();
        } else {
          texts.append(text);
        }
      };
    }
    if (column instanceof IntColumn numbers) {
      return (row, index) -> {
        int number = row.getInt(index);
        if (row.wasNull()) {
          numbers.appendMissing();
        } else {
          numbers.append(number);
        }
      };
    }
    if (column instanceof DateColumn days) {
      Repeated<LocalDate> day = new Repeated<>(LocalDate::parse);
      return (row, index) -> days.append(day.of(row.getString(index)));
    }
    InstantColumn times = (InstantColumn) column;
    Repeated<Instant> time = new Repeated<>(Instant::parse);
    return (row, index) -> times.append(time.of(row.getString(index)));
  }

  /** Reads text that is often the same as in the row before. */
  private static final class Repeated<T> {
    private final Function<String, T> reading;
    private @Nullable String text;
    private @Nullable T value;

    Repeated(Function<String, T> reading) {
      this.reading = reading;
    }

    @Nullable T of(@Nullable String next) {
      if (!Objects.equals(text, next)) {
        value = next == null ? null : reading.apply(next);
        text = next;
      }
      return value;
    }
  }
}
