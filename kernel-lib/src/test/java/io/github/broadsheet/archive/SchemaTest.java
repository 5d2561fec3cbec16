package io.github.broadsheet.archive;

import static io.github.broadsheet.archive.Some.NOON;
import static io.github.broadsheet.archive.Some.day;
import static io.github.broadsheet.archive.Some.hf;
import static io.github.broadsheet.archive.Some.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.broadsheet.PapersException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of version 1, as plain SQL has it, must open for ever. */
class SchemaTest {
  @TempDir private Path home;
  private String version1 = "";

  @BeforeEach
  void makeVersion1() throws IOException, SQLException {
    try (InputStream script = SchemaTest.class.getResourceAsStream("version-1.sql")) {
      version1 = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Connection plain = plain();
        Statement statement = plain.createStatement()) {
      for (String command : version1.split(";\\s*\\n")) {
        statement.execute(command);
      }
    }
  }

  private Connection plain() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + home.resolve(Archive.FILE));
  }

  private List<String> column(String query) throws SQLException {
    try (Connection plain = plain();
        Statement statement = plain.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  @Test
  void opensVersion1() throws SQLException {
    try (Archive archive = Archive.open(home)) {
      assertThat(archive.contents())
          .isEqualTo(new Archive.Contents(2, 2, 1, day("2025-10-29"), day("2025-12-30"), 3));
      assertThat(archive.between("", day("2025-12-01"), day("2025-12-31")).stringColumn("id"))
          .containsExactly("2512.00020");
      assertThat(archive.history("", "2510.00010").intColumn("upvotes").asList())
          .containsExactly(5, 9);
      assertThat(archive.has(day("2025-10-29"))).isTrue();
      archive.keep(list("2025-12-30", NOON, hf("2512.00030", "2025-12-30", 4, NOON)));
      assertThat(archive.contents().papers()).isEqualTo(3);
    }
    assertThat(column("PRAGMA user_version"))
        .containsExactly(String.valueOf(new Schema().version()));
  }

  @Test
  void isWhatTheFirstScriptMakes() throws SQLException {
    String schema = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
    List<String> old = column(schema);
    home = home.resolve("new");
    Archive.open(home, new Schema(Schema.SCRIPTS.subList(0, 1))).close();
    assertThat(column(schema))
        .map(SchemaTest::words)
        .isEqualTo(old.stream().map(SchemaTest::words).toList());
    assertThat(column("PRAGMA application_id")).containsExactly(String.valueOf(Schema.APPLICATION));
  }

  private static String words(String sql) {
    return sql.replaceAll("\\s+", " ");
  }

  /** Versions to come, on top of those there are. */
  private static Schema next(String... scripts) {
    List<String> all = new ArrayList<>(Schema.SCRIPTS);
    all.addAll(List.of(scripts));
    return new Schema(all);
  }

  @Test
  void runsOnlyTheScriptsTheFileHasNotSeen() throws SQLException {
    Schema schema =
        next(
            "ALTER TABLE papers ADD COLUMN citations INTEGER;\nUPDATE papers SET citations = 3;",
            "CREATE INDEX by_day ON papers (listed);");
    Archive.open(home, schema).close();
    Archive.open(home, schema).close();
    assertThat(column("SELECT citations FROM papers")).containsExactly("3", "3");
    int version = new Schema().version() + 2;
    assertThat(column("PRAGMA user_version")).containsExactly(String.valueOf(version));
    assertThatExceptionOfType(PapersException.class)
        .isThrownBy(() -> Archive.open(home))
        .withMessageContaining("is of version " + version);
  }

  @Test
  void changesNothingWhenAScriptFails() throws SQLException {
    Schema broken =
        next("ALTER TABLE papers ADD COLUMN citations INTEGER;", "UPDATE nowhere SET a = 1;");
    assertThatExceptionOfType(PapersException.class)
        .isThrownBy(() -> Archive.open(home, broken))
        .withMessageContaining("nowhere");
    assertThat(column("PRAGMA user_version")).containsExactly("1");
    assertThat(column("SELECT name FROM pragma_table_info('papers')")).doesNotContain("citations");
    Archive.open(home).close();
  }
}
