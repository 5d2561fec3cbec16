package io.github.broadsheet.archive;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Notes;
import io.github.broadsheet.source.CitationKeeper;
import io.github.broadsheet.source.ListKeeper;
import io.github.broadsheet.source.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What was fetched so far: papers, the lists of days, and each sighting of their votes, in the
 * SQLite file {@code archive.db}. Several processes may use it at once. What a method wrote is
 * there for good when it returns; where one fails, nothing of what it was to write is there.
 *
 * <p>Every method throws a {@link PapersException} that says what happened to the file and what to
 * do.
 */
public final class Archive implements ListKeeper, CitationKeeper, AutoCloseable {
  /** The file in the folder for data. */
  public static final String FILE = "archive.db";

  /** A write takes milliseconds; one that waits longer waits for a program that hangs. */
  private static final int PATIENCE_MILLIS = 10_000;

  private final Path file;
  private final Connection connection;
  private final ListRows lists;
  private final PaperRows papers;
  private final CitationRows citations;

  private Archive(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.papers = new PaperRows(connection);
    this.lists = new ListRows(connection);
    this.citations = new CitationRows(connection);
  }

  /**
   * What an archive holds.
   *
   * @param papers each once
   * @param lists days with a list
   * @param frozen days that are not asked again, with a list or without
   * @param first the first day with a list; null if there is none
   * @param last the last one
   * @param sightings how often votes were seen
   */
  public record Contents(
      int papers,
      int lists,
      int frozen,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      int sightings) {}

  /** The archive in this folder; made if there is none. */
  public static Archive open(Path home) {
    return open(home, new Schema());
  }

  /**
   * What became of a damaged archive.
   *
   * @param aside where it lies now
   * @param saved what was saved of it
   */
  public record Repaired(Path aside, Contents saved) {}

  /**
   * Puts a damaged archive aside and begins a new one with all that can still be read of it; of
   * lists those up to this day.
   *
   * @return nothing if the archive is not damaged, or there is none
   */
  public static Optional<Repaired> repair(Path home, LocalDate last) {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Archive archive = open(home)) {
      archive.check();
      return Optional.empty();
    } catch (PapersException e) {
      if (!Trouble.isDamage(e)) {
        throw e;
      }
    }
    return Optional.of(Repair.of(file, last));
  }

  static Archive open(Path home, Schema schema, String... pragmas) {
    Path file = home.resolve(FILE);
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new PapersException(
          "The folder for the archive, "
              + home
              + ", cannot be made ("
              + e
              + "). Name another one with BROADSHEET_HOME.",
          e);
    }
    try {
      return connect(file, schema, pragmas);
    } catch (SQLException e) {
      throw Trouble.of(file, e);
    } catch (LinkageError e) {
      throw Trouble.unloadable(file, e);
    }
  }

  private static Archive connect(Path file, Schema schema, String... pragmas) throws SQLException {
    boolean blank = file.toFile().exists() && file.toFile().length() == 0;
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      for (String pragma : pragmas) {
        execute(connection, "PRAGMA " + pragma);
      }
      if (schema.apply(connection, file) == 0 && blank) {
        Notes.say(
            "The archive "
                + file
                + " was a file of 0 bytes, so it is begun anew. If there were papers in it, put a"
                + " copy of it back in its place.");
      }
      // Readers go on while one writes. The file remembers, so this costs nothing the next time.
      execute(connection, "PRAGMA journal_mode = WAL");
      return new Archive(file, connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  /** Where it is. */
  public Path file() {
    return file;
  }

  /** Keeps papers and the votes they were seen with. */
  public void keep(Listing listing) {
    write(() -> papers.put(listing.papers()));
  }

  /** Keeps lists with their papers and the votes they were seen with. */
  @Override
  public boolean keep(Lists lists) {
    write(
        () -> {
          papers.put(lists.listing().papers());
          this.lists.put(lists);
        });
    return true;
  }

  @Override
  public void keep(Map<String, Count> counts, Instant seen) {
    write(() -> citations.put(counts, seen));
  }

  @Override
  public Map<String, Count> citations(Collection<String> ids, Instant since) {
    return ask(() -> citations.of(ids, since));
  }

  /** Whether the list of this day was fetched whole when it could not change any more. */
  @Override
  public boolean has(LocalDate day) {
    return ask(() -> lists.isFrozen(day));
  }

  @Override
  public Optional<Boolean> listed(LocalDate day) {
    return ask(() -> lists.listed(day));
  }

  /** Whether the list of this day was ever fetched, be it with papers or without. */
  public boolean knows(LocalDate day) {
    return ask(() -> lists.knows(day));
  }

  /** The newest day with a list. */
  public Optional<LocalDate> newest() {
    return Optional.ofNullable(contents().last());
  }

  /**
   * The papers listed from one day to another, each once with its first day among them, most
   * upvoted first.
   */
  public Table between(String name, LocalDate from, LocalDate to) {
    String query =
        """
        SELECT %s
        FROM (SELECT id, min(day) AS day, place FROM lists WHERE day BETWEEN ? AND ? GROUP BY id)
          JOIN listing USING (id)
        ORDER BY upvotes DESC NULLS LAST, day, place, id
        """
            .formatted(ListingTable.columns().replace("listed", "day"));
    return ask(
        () -> {
          try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, from.toString());
            statement.setString(2, to.toString());
            return ListingTable.read(name, statement.executeQuery());
          }
        });
  }

  /** Every paper, most upvoted first, then the newest. */
  public Table all(String name) {
    String query =
        "SELECT "
            + ListingTable.columns()
            // As the index has it: sorting whole rows would take longer than all the rest.
            + " FROM listing ORDER BY upvotes DESC, listed DESC, id DESC";
    return ask(
        () -> {
          try (Statement statement = connection.createStatement()) {
            return ListingTable.read(name, statement.executeQuery(query));
          }
        });
  }

  /** The votes of one paper as they were seen, a row a sighting. */
  public Table history(String name, String id) {
    return ask(
        () -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT seen_at, upvotes, comments FROM sightings WHERE id = ? ORDER BY"
                      + " seen_at")) {
            statement.setString(1, id);
            return sightings(name, statement.executeQuery());
          }
        });
  }

  private static Table sightings(String name, ResultSet rows) throws SQLException {
    InstantColumn times = InstantColumn.create("seen_at");
    IntColumn upvotes = IntColumn.create("upvotes");
    IntColumn comments = IntColumn.create("comments");
    while (rows.next()) {
      times.append(Instant.parse(rows.getString(1)));
      for (IntColumn column : List.of(upvotes, comments)) {
        int number = rows.getInt(column.name());
        if (rows.wasNull()) {
          column.appendMissing();
        } else {
          column.append(number);
        }
      }
    }
    return Table.create(name, times, upvotes, comments);
  }

  /** What it holds. */
  public Contents contents() {
    return ask(
        () -> {
          try (Statement statement = connection.createStatement();
              ResultSet row =
                  statement.executeQuery(
                      """
                      SELECT (SELECT count(*) FROM papers),
                        (SELECT count(DISTINCT day) FROM lists),
                        (SELECT count(*) FROM list_days WHERE state = 'frozen'),
                        (SELECT min(day) FROM lists), (SELECT max(day) FROM lists),
                        (SELECT count(*) FROM sightings)
                      """)) {
            row.next();
            return new Contents(
                row.getInt(1),
                row.getInt(2),
                row.getInt(3),
                day(row.getString(4)),
                day(row.getString(5)),
                row.getInt(6));
          }
        });
  }

  /** Reads all of it once. */
  public void check() {
    all("");
    ask(
        () -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = row.getString(1);
            if (!"ok".equals(found)) {
              throw Trouble.damaged(found);
            }
            return true;
          }
        });
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private interface Job<T> {
    T run() throws SQLException;
  }

  private interface Writing {
    void run() throws SQLException;
  }

  private <T> T ask(Job<T> job) {
    try {
      return job.run();
    } catch (SQLException e) {
      throw Trouble.of(file, e);
    } catch (DateTimeException e) {
      throw Trouble.of(file, Trouble.damaged(String.valueOf(e.getMessage())));
    }
  }

  /** Writes what can be read of another file into this one. */
  void save(Path damaged, LocalDate last) {
    write(
        () -> {
          try (Connection from = new SQLiteConfig().createConnection("jdbc:sqlite:" + damaged)) {
            new Salvage(from, connection).run(last);
          }
        });
  }

  private void write(Writing job) {
    ask(
        () -> {
          try (Transaction transaction = Transaction.begin(connection)) {
            job.run();
            transaction.commit();
          }
          return true;
        });
  }

  @Override
  public void close() {
    try (Connection last = connection;
        ListRows first = lists;
        PaperRows second = papers) {
      // All are closed, even if one of them fails.
    } catch (SQLException e) {
      // What was written is written; closing only tidies up.
    }
  }
}
