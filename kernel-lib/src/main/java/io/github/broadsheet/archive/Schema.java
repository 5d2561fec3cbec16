package io.github.broadsheet.archive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables of the archive and how they came to be: a script for each version, of which a file
 * runs those it has not seen. Dates are ISO text, times ISO text in UTC with milliseconds, so that
 * their order is that of the text.
 */
final class Schema {
  /** Marks a file as ours: "BSht". */
  static final int APPLICATION = 0x42536874;

  /** Never changed once released; a new version is one more script. */
  static final List<String> SCRIPTS =
      List.of(
          """
          CREATE TABLE papers (
            id            TEXT NOT NULL PRIMARY KEY,
            title         TEXT NOT NULL,
            abstract      TEXT,
            authors       TEXT,
            author_count  INTEGER,
            organization  TEXT,
            published     TEXT,
            listed        TEXT,
            upvotes       INTEGER,
            comments      INTEGER,
            keywords      TEXT,
            categories    TEXT,
            code_url      TEXT,
            stars         INTEGER,
            project_url   TEXT,
            url           TEXT,
            source        TEXT NOT NULL,
            fetched_at    TEXT,
            votes_at      TEXT
          );
          CREATE INDEX by_votes ON papers (upvotes DESC, listed DESC, id DESC);
          CREATE TABLE list_days (
            day           TEXT NOT NULL PRIMARY KEY,
            state         TEXT NOT NULL CHECK (state IN ('partial', 'complete', 'frozen')),
            papers        INTEGER NOT NULL,
            fetched_at    TEXT NOT NULL,
            fetches       INTEGER NOT NULL
          ) WITHOUT ROWID;
          CREATE TABLE lists (
            day           TEXT NOT NULL REFERENCES list_days (day),
            id            TEXT NOT NULL REFERENCES papers (id),
            place         INTEGER NOT NULL,
            PRIMARY KEY (day, id)
          ) WITHOUT ROWID;
          CREATE TABLE sightings (
            id            TEXT NOT NULL REFERENCES papers (id),
            seen_at       TEXT NOT NULL,
            upvotes       INTEGER,
            comments      INTEGER,
            PRIMARY KEY (id, seen_at)
          ) WITHOUT ROWID;
          CREATE VIEW listing AS
            SELECT id, title, abstract, authors, author_count, organization, published, listed,
              upvotes, comments, keywords, categories, code_url, stars, project_url, url, source,
              coalesce(votes_at, fetched_at) AS fetched_at
            FROM papers;
          """,
          """
          CREATE TABLE citations (
            id            TEXT NOT NULL PRIMARY KEY,
            citations     INTEGER,
            influential   INTEGER,
            seen_at       TEXT NOT NULL
          ) WITHOUT ROWID;
          """);

  private final List<String> scripts;

  Schema() {
    this(SCRIPTS);
  }

  Schema(List<String> scripts) {
    this.scripts = List.copyOf(scripts);
  }

  int version() {
    return scripts.size();
  }

  /**
   * Brings the file behind a connection to this version, all of it or nothing; gives the version it
   * was of, 0 for one without anything in it.
   *
   * @throws Refused if it is of a newer version, or none of ours
   */
  int apply(Connection connection, Path file) throws SQLException {
    if (versionOf(connection, file) == version()) {
      return version();
    }
    try (Transaction transaction = Transaction.begin(connection)) {
      // Another process may have done it meanwhile.
      int found = versionOf(connection, file);
      for (int next = found; next < version(); next++) {
        run(connection, scripts.get(next));
      }
      run(connection, "PRAGMA user_version = " + version());
      run(connection, "PRAGMA application_id = " + APPLICATION);
      transaction.commit();
      return found;
    }
  }

  private int versionOf(Connection connection, Path file) throws SQLException {
    int found = number(connection, "PRAGMA user_version");
    int application = number(connection, "PRAGMA application_id");
    boolean blank = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    if (application != APPLICATION && !(blank && application == 0)) {
      throw new Refused(
          file
              + " is an SQLite file of another program, so nothing is written to it. Move it away,"
              + " or name another folder with BROADSHEET_HOME.");
    }
    if (found > version()) {
      throw new Refused(
          "The archive %s is of version %d, written by a newer Broadsheet; this one knows versions up to %d. Update Broadsheet, or name another folder with BROADSHEET_HOME; nothing in it was changed."
              .formatted(file, found, version()));
    }
    return found;
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  private static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String part : script.split(";\\s*(\\n|$)")) {
        statement.execute(part);
      }
    }
  }

  /** A file that is whole, but not for us. */
  static final class Refused extends SQLException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }
}
