package io.github.broadsheet.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as text on its way to or from a file. What the columns of a listing hold is known by
 * their names; of any other column the cells tell; and where they would tell wrong, the file says
 * the types ({@link #typesToSay}), so that a table always reads back equal.
 */
final class Grid {
  /**
   * A value that is there.
   *
   * @param isText whether the file marks it as text, so that it is no number, date or the like
   */
  record Cell(String text, boolean isText) {}

  private static final Map<String, ColumnType> OF_A_LISTING = new LinkedHashMap<>();

  static {
    for (Column<?> column : PaperTable.of("", List.of()).columns()) {
      OF_A_LISTING.put(column.name(), column.type());
    }
  }

  private final Map<String, List<@Nullable Cell>> columns = new LinkedHashMap<>();
  private int rows;

  /** A table as text; {@code isText} tells of a value how the file will mark it. */
  static Grid of(Table table, BiPredicate<Column<?>, String> isText) {
    Grid grid = new Grid();
    for (Column<?> column : table.columns()) {
      grid.addColumn(column.name());
    }
    for (int row = 0; row < table.rowCount(); row++) {
      grid.addRow();
      for (Column<?> column : table.columns()) {
        if (!column.isMissing(row)) {
          String text = String.valueOf(column.get(row));
          grid.put(column.name(), new Cell(text, isText.test(column, text)));
        }
      }
    }
    return grid;
  }

  /** Whether a listing has a column of this name, in any case of letters. */
  static boolean isColumnOfAListing(String name) {
    return OF_A_LISTING.containsKey(name.toLowerCase(Locale.ROOT));
  }

  void addColumn(String name) {
    List<@Nullable Cell> cells = columns.computeIfAbsent(name, unused -> new ArrayList<>());
    while (cells.size() < rows) {
      cells.add(null);
    }
  }

  /** Begins a row in which all is missing that {@link #put} does not give. */
  void addRow() {
    rows++;
    for (List<@Nullable Cell> cells : columns.values()) {
      cells.add(null);
    }
  }

  /** Gives the last row a value. */
  void put(String column, Cell cell) {
    addColumn(column);
    List<@Nullable Cell> cells = columns.get(column);
    if (cells != null) {
      cells.set(rows - 1, cell);
    }
  }

  List<String> names() {
    return List.copyOf(columns.keySet());
  }

  int rows() {
    return rows;
  }

  @Nullable Cell at(String column, int row) {
    List<@Nullable Cell> cells = columns.get(column);
    return cells == null ? null : cells.get(row);
  }

  /** The types a file must say: all of a table's if a single one would be guessed wrong. */
  Map<String, String> typesToSay(Table table) {
    Map<String, String> types = new LinkedHashMap<>();
    boolean wrong = false;
    for (Column<?> column : table.columns()) {
      types.put(column.name(), column.type().name());
      wrong |= !column.type().equals(guess(column.name()));
    }
    return wrong ? types : Map.of();
  }

  private ColumnType guess(String name) {
    ColumnType known = OF_A_LISTING.get(name.toLowerCase(Locale.ROOT));
    return known != null ? known : CellType.guess(columns.getOrDefault(name, List.of()));
  }

  /** The table, with the types the file says and else the guessed ones. */
  Table table(String name, Map<String, String> types, Remarks remarks) {
    Table table = Table.create(name);
    columns.forEach(
        (column, cells) -> {
          CellType said = CellType.named(types.get(column));
          CellType type = said != null ? said : CellType.of(guess(column));
          table.addColumns(type.column(unique(column, table.columnNames()), cells, remarks));
        });
    return table;
  }

  /** A name no other column has: Tablesaw knows no two that differ in case alone. */
  static String unique(String name, List<String> taken) {
    String unique = name;
    for (int again = 2; taken.stream().anyMatch(unique::equalsIgnoreCase); again++) {
      unique = name + " " + again;
    }
    return unique;
  }
}
