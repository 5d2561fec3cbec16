package io.github.broadsheet.display;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What of a table is shown, in any form: which rows, which columns, and what is said about the
 * rest.
 */
final class TableView {
  private static final int ALL_ROWS = 30;
  private static final int HEAD = 20;
  private static final int TAIL = 5;
  private static final int MOST_COLUMNS = 40;

  final Table table;

  /** Whether each row is a paper. */
  final boolean listing;

  final List<Column<?>> columns = new ArrayList<>();
  final int head;
  final int tail;

  /** What a reader must know of what is not shown, a line each. */
  final List<String> notes = new ArrayList<>();

  private TableView(Table table, int head, int tail) {
    this.table = table;
    this.head = head;
    this.tail = tail;
    listing = text("id") != null && text("title") != null;
    choose();
  }

  static TableView of(Table table) {
    boolean all = table.rowCount() <= ALL_ROWS;
    return new TableView(table, all ? table.rowCount() : HEAD, all ? 0 : TAIL);
  }

  /** The same with fewer rows, for tables that are too large all the same. */
  TableView smaller() {
    return new TableView(table, Math.max(1, head * 2 / 3), Math.min(tail, head / 3));
  }

  /** {@code 41 papers × 18 columns}. */
  String shape() {
    return count(table.rowCount(), listing ? "paper" : "row")
        + " × "
        + count(table.columnCount(), "column");
  }

  String caption() {
    String name = table.name() == null ? "" : Plain.line(table.name());
    return name.isEmpty() ? shape() : Plain.cut(name, 80) + ": " + shape();
  }

  /** Rows at the start and at the end; those between are hidden. */
  int[] rows() {
    int last = table.rowCount();
    return IntStream.concat(IntStream.range(0, head), IntStream.range(last - tail, last)).toArray();
  }

  int hiddenRows() {
    return table.rowCount() - head - tail;
  }

  /** {@code 16 rows not shown: inRange(20, 36) has them}. */
  String gap() {
    return count(hiddenRows(), listing ? "paper" : "row")
        + " not shown; .inRange("
        + head
        + ", "
        + (table.rowCount() - tail)
        + ") gives them";
  }

  /** A column of text by this name, or null. */
  @Nullable Column<?> text(String name) {
    Column<?> column = any(name);
    return column != null && column.type() == ColumnType.STRING ? column : null;
  }

  @Nullable Column<?> any(String name) {
    return table.containsColumn(name) ? table.column(name) : null;
  }

  /** The text of a listing's cell, or null if the column or the value is missing. */
  @Nullable String at(String name, int row) {
    Column<?> column = any(name);
    return column == null ? null : CellText.of(column, row);
  }

  private void choose() {
    List<String> empty = new ArrayList<>();
    Map<String, String> elsewhere = new LinkedHashMap<>();
    for (Column<?> column : table.columns()) {
      String place = listing ? place(column) : null;
      if (table.rowCount() > 0 && column.countMissing() == column.size()) {
        empty.add(column.name());
      } else if (place != null) {
        elsewhere.put(column.name(), place);
      } else {
        columns.add(column);
      }
    }
    if (columns.size() > MOST_COLUMNS) {
      List<Column<?>> rest = columns.subList(MOST_COLUMNS, columns.size());
      notes.add("Not shown: " + names(rest.stream().map(Column::name).toList()) + ".");
      rest.clear();
    }
    if (!elsewhere.isEmpty()) {
      List<String> places =
          elsewhere.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
      notes.add("Also in the table: " + String.join(", ", places) + ".");
    }
    if (!empty.isEmpty()) {
      notes.add((empty.size() == 1 ? "Empty column: " : "Empty columns: ") + names(empty) + ".");
    }
    if (table.rowCount() == 0) {
      notes.add(listing ? "No papers." : "No rows.");
    }
  }

  /** Where a column of a listing is shown if not as a column of its own, else null. */
  private @Nullable String place(Column<?> column) {
    return switch (column.name()) {
      case "abstract" -> "(below the title)";
      case "url" -> "(the title's link)";
      case "author_count" -> text("authors") == null ? null : "(in authors)";
      case "listed", "source", "fetched_at" -> constant(column);
      default -> null;
    };
  }

  private static @Nullable String constant(Column<?> column) {
    if (column.size() < 2) {
      return null;
    }
    String first = CellText.of(column, 0);
    boolean same =
        first != null
            && IntStream.range(1, column.size())
                .allMatch(row -> first.equals(CellText.of(column, row)));
    return same ? "= " + first : null;
  }

  private static String names(List<String> names) {
    int most = 20;
    List<String> first =
        names.stream().limit(most).map(name -> Plain.cut(Plain.line(name), 40)).toList();
    return String.join(", ", first)
        + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
