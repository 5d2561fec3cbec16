package io.github.broadsheet.archive;

import io.github.broadsheet.source.CitationKeeper.Count;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes how often papers are cited, and reads it back: for each the newest answer. */
final class CitationRows {
  private final Connection connection;

  CitationRows(Connection connection) {
    this.connection = connection;
  }

  void put(Map<String, Count> counts, Instant seen) throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            """
            INSERT INTO citations (id, citations, influential, seen_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET citations = excluded.citations,
              influential = excluded.influential, seen_at = excluded.seen_at
            WHERE excluded.seen_at >= seen_at
            """)) {
      for (Map.Entry<String, Count> count : counts.entrySet()) {
        put.setString(1, count.getKey());
        put.setObject(2, count.getValue().citations());
        put.setObject(3, count.getValue().influential());
        put.setString(4, Times.text(seen));
        put.executeUpdate();
      }
    }
  }

  Map<String, Count> of(Collection<String> ids, Instant since) throws SQLException {
    Map<String, Count> counts = new HashMap<>();
    try (PreparedStatement find =
        connection.prepareStatement(
            "SELECT citations, influential FROM citations WHERE id = ? AND seen_at >= ?")) {
      for (String id : ids) {
        find.setString(1, id);
        find.setString(2, Times.text(since));
        try (ResultSet row = find.executeQuery()) {
          if (row.next()) {
            counts.put(id, new Count(number(row, 1), number(row, 2)));
          }
        }
      }
    }
    return counts;
  }

  private static @Nullable Integer number(ResultSet row, int index) throws SQLException {
    int number = row.getInt(index);
    return row.wasNull() ? null : (Integer) number;
  }
}
