package io.github.broadsheet.hint;

import io.github.broadsheet.analysis.Scope;
import java.util.Optional;
import java.util.regex.Matcher;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** Columns that are named as if they were variables or fields. */
final class Columns {
  private final Scope scope;

  Columns(Scope scope) {
    this.scope = scope;
  }

  Optional<Hint> of(Spot spot) {
    Matcher symbol = spot.symbol();
    if (!symbol.find() || !symbol.group(1).equals("variable")) {
      return Optional.empty();
    }
    String name = symbol.group(2);
    boolean member = spot.owner().matches("Table|Relation");
    int token = spot.tokenAt(spot.nameStart(name));
    if (!member && (token < 0 || spot.is(token - 1, ".") || spot.is(token + 1, "="))) {
      return Optional.empty();
    }
    String wanted = member ? spot.ownerName() : "";
    for (int i = scope.variables().size() - 1; i >= 0; i--) {
      Scope.Variable variable = scope.variables().get(i);
      if ((wanted.isEmpty() || wanted.equals(variable.name()))
          && variable.value().get() instanceof Relation table
          && table.containsColumn(name)) {
        return Optional.of(Hint.of(text(variable.name(), table.column(name), member)));
      }
    }
    return Optional.empty();
  }

  private static String text(String table, Column<?> column, boolean member) {
    String read = table + "." + accessor(column.type()) + "(\"" + column.name() + "\")";
    String query = query(column.type());
    String is = column.name() + " is a column of " + table + ": ";
    return member || query.isEmpty()
        ? is + read
        : is + query + "(\"" + column.name() + "\") in a condition, " + read + " elsewhere";
  }

  private static String accessor(ColumnType type) {
    return switch (type.name()) {
      case "STRING" -> "stringColumn";
      case "INTEGER" -> "intColumn";
      case "LONG" -> "longColumn";
      case "DOUBLE" -> "doubleColumn";
      case "BOOLEAN" -> "booleanColumn";
      case "LOCAL_DATE" -> "dateColumn";
      case "LOCAL_DATE_TIME" -> "dateTimeColumn";
      case "INSTANT" -> "instantColumn";
      default -> "column";
    };
  }

  /** The word of QuerySupport for a column of a type; empty if it has none. */
  private static String query(ColumnType type) {
    return switch (type.name()) {
      case "STRING" -> "str";
      case "INTEGER", "LONG", "DOUBLE", "FLOAT", "SHORT" -> "num";
      case "BOOLEAN" -> "bool";
      case "LOCAL_DATE" -> "date";
      case "LOCAL_DATE_TIME" -> "dateTime";
      default -> "";
    };
  }
}
