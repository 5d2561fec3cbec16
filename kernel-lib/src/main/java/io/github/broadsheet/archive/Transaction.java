package io.github.broadsheet.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** All of it or nothing: what is not committed when this is closed did not happen. */
final class Transaction implements AutoCloseable {
  private final Connection connection;
  private boolean open = true;

  private Transaction(Connection connection) {
    this.connection = connection;
  }

  /** Begins to write: waits for another writer at once, not half-way. */
  static Transaction begin(Connection connection) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
    return new Transaction(connection);
  }

  void commit() throws SQLException {
    execute(connection, "COMMIT");
    open = false;
  }

  @Override
  public void close() {
    if (open) {
      try {
        execute(connection, "ROLLBACK");
      } catch (SQLException e) {
        // SQLite has rolled back by itself, as it does when the disk is full.
      }
    }
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
