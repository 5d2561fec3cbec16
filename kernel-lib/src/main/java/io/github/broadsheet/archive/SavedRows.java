package io.github.broadsheet.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Rows of one table from a damaged file into a whole one, as far as they make sense. */
final class SavedRows implements AutoCloseable {
  /** There is damage where these rows should be. */
  static final int UNREADABLE = -1;

  private static final Set<String> DAYS = Set.of("published", "listed", "day");
  private static final Set<String> TIMES = Set.of("fetched_at", "votes_at", "seen_at");
  private static final Set<String> NUMBERS =
      Set.of(
          "author_count",
          "upvotes",
          "comments",
          "stars",
          "place",
          "papers",
          "fetches",
          "citations",
          "influential");

  private final String[] columns;
  private final @Nullable PreparedStatement find;
  private final PreparedStatement put;

  SavedRows(Connection from, Connection to, String table, String columns, String which)
      throws SQLException {
    this.columns = columns.split(", ");
    put =
        to.prepareStatement(
            "INSERT INTO %s (%s) VALUES (?%s) ON CONFLICT DO NOTHING"
                .formatted(table, columns, ", ?".repeat(this.columns.length - 1)));
    find = prepared(from, "SELECT " + columns + " FROM " + table + " WHERE " + which);
  }

  /** Null where even the names of the tables are lost, or the table is of a later version. */
  private static @Nullable PreparedStatement prepared(Connection from, String query) {
    try {
      return from.prepareStatement(query);
    } catch (SQLException damaged) {
      return null;
    }
  }

  /** Saves the rows with these keys; gives how many, or {@link #UNREADABLE}. */
  int save(Object... keys) throws SQLException {
    if (find == null) {
      return UNREADABLE;
    }
    int saved = 0;
    try {
      for (int i = 0; i < keys.length; i++) {
        find.setObject(i + 1, keys[i]);
      }
      ResultSet rows = find.executeQuery();
      while (rows.next()) {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = sense(columns[i], rows.getObject(i + 1));
        }
        saved += put(values) ? 1 : 0;
      }
      return saved;
    } catch (Unwritable e) {
      throw e.cause;
    } catch (SQLException damaged) {
      return UNREADABLE;
    }
  }

  /** A value as its column has them; null for noise. */
  private static @Nullable Object sense(String column, @Nullable Object value) {
    if (NUMBERS.contains(column)) {
      return value instanceof Integer ? value : null;
    }
    if (!(value instanceof String text) || text.chars().anyMatch(SavedRows::isNoise)) {
      return null;
    }
    try {
      if (DAYS.contains(column)) {
        return LocalDate.parse(text).toString();
      }
      return TIMES.contains(column) ? Times.text(Instant.parse(text)) : text;
    } catch (DateTimeException noise) {
      return null;
    }
  }

  private static boolean isNoise(int c) {
    return (Character.isISOControl(c) && !Character.isWhitespace(c)) || c == '\uFFFD';
  }

  /** False for a row that lacks what it must have. */
  private boolean put(Object[] values) throws Unwritable {
    try {
      for (int i = 0; i < values.length; i++) {
        put.setObject(i + 1, values[i]);
      }
      return put.executeUpdate() > 0;
    } catch (SQLException e) {
      if (e instanceof SQLiteException known
          && (known.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
        return false;
      }
      throw new Unwritable(e);
    }
  }

  /** The new file is in trouble, which is not the damage of the old one. */
  private static final class Unwritable extends Exception {
    private static final long serialVersionUID = 1;
    private final SQLException cause;

    Unwritable(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  @Override
  public void close() throws SQLException {
    try (PreparedStatement first = put;
        PreparedStatement second = find) {
      // Both are closed, even if one of them fails.
    }
  }
}
