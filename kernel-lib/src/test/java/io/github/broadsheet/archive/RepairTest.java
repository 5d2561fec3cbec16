package io.github.broadsheet.archive;

import static io.github.broadsheet.archive.Some.NOON;
import static io.github.broadsheet.archive.Some.day;
import static io.github.broadsheet.archive.Some.hf;
import static io.github.broadsheet.archive.Some.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.source.CitationKeeper.Count;
import io.github.broadsheet.source.Paper;
import io.github.broadsheet.source.PaperTable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged archive of forty lists, and what comes back of it. */
class RepairTest {
  private static final LocalDate FIRST = day("2025-09-01");
  private static final LocalDate LAST = day("2025-12-30");
  private static final int DAYS = 40;
  private static final int A_DAY = 25;
  private static final int PAGE = 4096;

  @TempDir private Path home;
  private final Map<String, Paper> before = new HashMap<>();

  @BeforeEach
  void fill() {
    try (Archive archive = Archive.open(home)) {
      for (int i = 0; i < DAYS; i++) {
        String day = FIRST.plusDays(i).toString();
        Paper[] papers = new Paper[A_DAY];
        for (int j = 0; j < A_DAY; j++) {
          papers[j] = hf("2509.%05d".formatted(i * A_DAY + j), day, j, NOON);
        }
        archive.keep(list(day, NOON, papers));
      }
      archive.keep(Map.of("2509.00003", new Count(7, 1)), NOON);
      PaperTable.papers(archive.all("")).forEach(paper -> before.put(paper.id(), paper));
    }
  }

  private Path file() {
    return home.resolve(Archive.FILE);
  }

  private void damage(long from, int pages, Random random) throws IOException {
    try (RandomAccessFile broken = new RandomAccessFile(file().toFile(), "rw")) {
      byte[] noise = new byte[PAGE];
      for (int i = 0; i < pages; i++) {
        random.nextBytes(noise);
        broken.seek(from + random.nextInt((int) ((broken.length() - from) / PAGE)) * PAGE);
        broken.write(noise);
      }
    }
  }

  private void everyPaperIsOneOfBefore(Archive archive) {
    for (Paper paper : PaperTable.papers(archive.all(""))) {
      assertThat(paper).isEqualTo(before.get(paper.id()));
    }
  }

  @Test
  void savesWhatCanBeReadAndForgetsTheDaysOfTheRest() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      damage(PAGE, 4, new Random(seed));
      Archive.Repaired repaired = Archive.repair(home, LAST).orElseThrow();
      assertThat(repaired.aside()).exists().hasParent(home);
      try (Archive archive = Archive.open(home)) {
        archive.check();
        everyPaperIsOneOfBefore(archive);
        for (LocalDate day : FIRST.datesUntil(FIRST.plusDays(DAYS)).toList()) {
          int there = archive.between("", day, day).rowCount();
          assertThat(archive.has(day)).as(seed + " " + day).isEqualTo(there == A_DAY);
        }
        assertThat(repaired.saved()).isEqualTo(archive.contents());
      }
      try (var files = Files.list(home)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .allMatch(name -> name.matches("(archive|damaged-\\d+)\\.db.*"));
      }
      // What is lost comes again, as a fetch would bring it.
      fill();
    }
    try (Archive archive = Archive.open(home)) {
      assertThat(archive.contents().papers()).isEqualTo(DAYS * A_DAY);
      assertThat(archive.contents().frozen()).isEqualTo(DAYS);
    }
  }

  @Test
  void losesNothingButWhatIsBroken() throws IOException {
    damage(Files.size(file()) - 8 * PAGE, 1, new Random(3));
    Archive.Repaired repaired = Archive.repair(home, LAST).orElseThrow();
    assertThat(repaired.saved().papers()).isGreaterThan(DAYS * A_DAY * 9 / 10);
    try (Archive archive = Archive.open(home)) {
      assertThat(archive.history("", "2509.00003").rowCount()).isEqualTo(1);
      assertThat(archive.citations(before.keySet(), NOON.minusSeconds(1)))
          .containsOnlyKeys("2509.00003");
    }
  }

  @Test
  void beginsAnewOnlyWhereNothingCanBeReadAndKeepsTheOldFile() throws IOException {
    String ruin = "This was an archive once. ".repeat(500);
    Files.writeString(file(), ruin);
    Archive.Repaired repaired = Archive.repair(home, LAST).orElseThrow();
    assertThat(repaired.aside()).hasContent(ruin);
    assertThat(repaired.saved().papers()).isZero();
  }

  @Test
  void findsTextThatIsNoDateAndTakesItAway() throws SQLException {
    try (Connection shell = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = shell.createStatement()) {
      statement.execute("UPDATE papers SET published = 'soon' WHERE id = '2509.00007'");
    }
    try (Archive archive = Archive.open(home)) {
      assertThat(catchThrowableOfType(PapersException.class, () -> archive.all("")))
          .hasMessageContaining("is damaged")
          .hasMessageContaining("broadsheet doctor --repair");
    }
    assertThat(Archive.repair(home, LAST).orElseThrow().saved().papers()).isEqualTo(DAYS * A_DAY);
    try (Archive archive = Archive.open(home)) {
      assertThat(archive.all("").dateColumn("published").countMissing()).isEqualTo(1);
    }
  }

  @Test
  void changesNothingThatIsWholeOrNotOurs() throws IOException, SQLException {
    byte[] whole = Files.readAllBytes(file());
    assertThat(Archive.repair(home, LAST)).isEmpty();
    assertThat(file()).hasBinaryContent(whole);
    assertThat(Archive.repair(home.resolve("none"), LAST)).isEmpty();
    Path other = Files.createDirectory(home.resolve("other"));
    try (Connection shell =
            DriverManager.getConnection("jdbc:sqlite:" + other.resolve(Archive.FILE));
        Statement statement = shell.createStatement()) {
      statement.execute("CREATE TABLE notes (text)");
    }
    assertThat(
            Objects.requireNonNull(
                catchThrowableOfType(PapersException.class, () -> Archive.repair(other, LAST))))
        .hasMessageContaining("of another program");
  }
}
