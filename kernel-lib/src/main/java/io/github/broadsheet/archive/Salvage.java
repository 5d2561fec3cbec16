package io.github.broadsheet.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What can still be read of a damaged archive, row by row, into a new one. A day of which a paper
 * was lost is not known any more, so that the next fetch asks for it again.
 */
final class Salvage {
  /** So many rows are looked for at once, and then one by one if there is damage among them. */
  private static final int STRIDE = 64;

  /** No page holds more papers. */
  private static final int PAPERS_A_PAGE = 40;

  private static final LocalDate FIRST = LocalDate.of(2023, 5, 1);

  private final Connection from;
  private final Connection to;

  Salvage(Connection from, Connection to) {
    this.from = from;
    this.to = to;
  }

  /** Saves all that can be read, of lists those up to this day. */
  void run(LocalDate last) throws SQLException {
    papers();
    lists(last);
    byPaper("sightings", "id, seen_at, upvotes, comments");
    byPaper("citations", "id, citations, influential, seen_at");
  }

  private void papers() throws SQLException {
    String columns =
        "id, title, abstract, authors, author_count, organization, published, listed, upvotes,"
            + " comments, keywords, categories, code_url, stars, project_url, url, source,"
            + " fetched_at, votes_at";
    try (SavedRows rows =
        new SavedRows(from, to, "papers", columns, "rowid BETWEEN ? AND ? ORDER BY rowid")) {
      long end = lastPaper();
      for (long row = 1; row <= end; row += STRIDE) {
        if (rows.save(row, row + STRIDE - 1) == SavedRows.UNREADABLE) {
          for (long one = row; one < row + STRIDE; one++) {
            rows.save(one, one);
          }
        }
      }
    }
  }

  /** No paper has a higher row number. */
  private long lastPaper() {
    for (String query :
        new String[] {
          "SELECT max(rowid) FROM papers",
          "SELECT " + PAPERS_A_PAGE + " * page_count FROM pragma_page_count()"
        }) {
      try (Statement statement = from.createStatement();
          ResultSet row = statement.executeQuery(query)) {
        return row.getLong(1);
      } catch (SQLException damaged) {
        // The next query knows a limit, too.
      }
    }
    return 0;
  }

  private void lists(LocalDate last) throws SQLException {
    try (SavedRows days =
            new SavedRows(
                from, to, "list_days", "day, state, papers, fetched_at, fetches", "day = ?");
        SavedRows lists = new SavedRows(from, to, "lists", "day, id, place", "day = ?");
        PreparedStatement begun =
            to.prepareStatement("INSERT INTO list_days VALUES (?, 'partial', 0, ?, 0)");
        PreparedStatement less =
            to.prepareStatement(
                """
                UPDATE list_days SET state = 'partial', fetches = 0, fetched_at = ?2, papers = ?3
                WHERE day = ?1 AND papers <> ?3
                """);
        PreparedStatement unknown =
            to.prepareStatement("DELETE FROM list_days WHERE papers = 0 AND fetches = 0")) {
      String longAgo = Times.text(Instant.EPOCH);
      for (LocalDate day = FIRST; !day.isAfter(last); day = day.plusDays(1)) {
        if (days.save(day.toString()) <= 0) {
          begun.setString(1, day.toString());
          begun.setString(2, longAgo);
          begun.executeUpdate();
        }
        int saved = lists.save(day.toString());
        less.setString(1, day.toString());
        less.setString(2, longAgo);
        // Of what is unreadable nobody knows how much it was, which is never the number noted.
        less.setInt(3, Math.max(saved, count(day)));
        less.executeUpdate();
      }
      unknown.executeUpdate();
    }
  }

  private int count(LocalDate day) throws SQLException {
    try (Statement statement = to.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*) FROM lists WHERE day = '" + day + "'")) {
      return row.getInt(1);
    }
  }

  private void byPaper(String table, String columns) throws SQLException {
    try (SavedRows rows = new SavedRows(from, to, table, columns, "id = ?");
        Statement statement = to.createStatement();
        ResultSet papers = statement.executeQuery("SELECT id FROM papers")) {
      while (papers.next()) {
        rows.save(papers.getString(1));
      }
    }
  }
}
