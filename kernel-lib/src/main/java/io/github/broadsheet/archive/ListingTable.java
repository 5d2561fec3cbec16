package io.github.broadsheet.archive;

import io.github.broadsheet.source.LateDictionary;
import io.github.broadsheet.source.PaperTable;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
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

  /** Texts of which nearly every row has its own. */
  private static final Set<String> SELDOM_REPEATED =
      Set.of("id", "title", "abstract", "authors", "keywords", "code_url", "project_url", "url");

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
    Table empty = empty("");
    List<Filling> fillings = new ArrayList<>();
    for (Column<?> column : empty.columns()) {
      fillings.add(filling(column));
    }
    for (int row = 0; rows.next(); row++) {
      for (int i = 0; i < fillings.size(); i++) {
        fillings.get(i).add(rows, i + 1);
      }
      if (row % ROWS == 0 && Thread.currentThread().isInterrupted()) {
        throw new CancellationException("Stopped while reading the archive.");
      }
    }
    return Table.create(name, fillings.stream().<Column<?>>map(Filling::column).toList());
  }

  /** A column that is being filled. */
  private interface Filling {
    void add(ResultSet row, int index) throws SQLException;

    Column<?> column();
  }

  private static Filling filling(Column<?> column) {
    if (column instanceof StringColumn texts) {
      return SELDOM_REPEATED.contains(column.name()) ? new Texts(column.name()) : new Words(texts);
    }
    if (column instanceof IntColumn numbers) {
      return new Numbers(numbers);
    }
    return column instanceof DateColumn days
        ? new Parsed<>(days, LocalDate::parse)
        : new Parsed<>((InstantColumn) column, Instant::parse);
  }

  private record Texts(String name, List<String> texts) implements Filling {
    Texts(String name) {
      this(name, new ArrayList<>());
    }

    @Override
    public void add(ResultSet row, int index) throws SQLException {
      // The bytes as they are in the file: half the work of getString, and most of what is read.
      byte[] text = row.getBytes(index);
      texts.add(text == null ? "" : new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public Column<?> column() {
      return LateDictionary.column(name, texts);
    }
  }

  private record Words(StringColumn column) implements Filling {
    @Override
    public void add(ResultSet row, int index) throws SQLException {
      String word = row.getString(index);
      if (word == null) {
        column.appendMissing();
      } else {
        column.append(word);
      }
    }
  }

  private record Numbers(IntColumn column) implements Filling {
    @Override
    public void add(ResultSet row, int index) throws SQLException {
      int number = row.getInt(index);
      if (row.wasNull()) {
        column.appendMissing();
      } else {
        column.append(number);
      }
    }
  }

  /** Days and times, of which there are far fewer than rows: each is parsed once. */
  private record Parsed<T>(Column<T> column, Function<String, T> parsing, Map<String, T> known)
      implements Filling {
    Parsed(Column<T> column, Function<String, T> parsing) {
      this(column, parsing, new HashMap<>());
    }

    @Override
    public void add(ResultSet row, int index) throws SQLException {
      String text = row.getString(index);
      if (text == null) {
        column.appendMissing();
      } else {
        column.append(known.computeIfAbsent(text, parsing));
      }
    }
  }
}
