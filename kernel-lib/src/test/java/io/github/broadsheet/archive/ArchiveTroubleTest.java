package io.github.broadsheet.archive;

import static io.github.broadsheet.archive.Some.NOON;
import static io.github.broadsheet.archive.Some.day;
import static io.github.broadsheet.archive.Some.hf;
import static io.github.broadsheet.archive.Some.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.Paper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTroubleTest {
  @TempDir private Path home;

  private Path file() {
    return home.resolve(Archive.FILE);
  }

  private String said(ThrowingCallable call) {
    PapersException trouble = catchThrowableOfType(PapersException.class, call);
    assertThat(trouble).isNotNull();
    return String.valueOf(trouble.getMessage());
  }

  private void sql(String... commands) throws SQLException {
    try (Connection shell = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = shell.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private static Listing papers(int from, int to) {
    List<Paper> papers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      papers.add(hf("2510.%05d".formatted(i), "2025-10-29", i, NOON));
    }
    return Listing.of(papers);
  }

  @Test
  void leavesAnArchiveOfANewerVersionAsItIs() throws SQLException, IOException {
    try (Archive archive = Archive.open(home)) {
      archive.keep(papers(0, 3));
    }
    sql("PRAGMA user_version = 7");
    byte[] before = Files.readAllBytes(file());
    assertThat(said(() -> Archive.open(home)))
        .isEqualTo(
            "The archive "
                + file()
                + " is of version 7, written by a newer Broadsheet; this one knows versions up to "
                + new Schema().version()
                + ". Update Broadsheet, or name another folder with BROADSHEET_HOME; nothing in"
                + " it was changed.");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void leavesTheFileOfAnotherProgramAsItIs() throws SQLException, IOException {
    sql("CREATE TABLE notes (text)");
    byte[] before = Files.readAllBytes(file());
    assertThat(said(() -> Archive.open(home))).contains("is an SQLite file of another program");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void neverBeginsAnewInPlaceOfADamagedFile() throws IOException {
    String text = "This was an archive once. ".repeat(500);
    Files.writeString(file(), text);
    assertThat(said(() -> Archive.open(home)))
        .contains("is damaged (SQLITE_NOTADB)", "Nothing in it was changed", "doctor --repair");
    assertThat(file()).hasContent(text);
  }

  @Test
  void saysWhichFileIsDamagedInTheMiddle() throws IOException {
    try (Archive archive = Archive.open(home)) {
      archive.keep(papers(0, 2000));
    }
    try (RandomAccessFile broken = new RandomAccessFile(file().toFile(), "rw")) {
      byte[] noise = new byte[4096];
      for (long page = 20; page < broken.length() / 4096; page++) {
        broken.seek(page * 4096);
        broken.write(noise);
      }
    }
    try (Archive archive = Archive.open(home)) {
      assertThat(said(() -> archive.all(""))).contains(file() + " is damaged (SQLITE_CORRUPT");
      assertThat(said(archive::check)).contains("is damaged (SQLITE_CORRUPT)");
    }
  }

  @Test
  void keepsWhatWasThereWhenTheDiskIsFull() {
    try (Archive archive = Archive.open(home)) {
      archive.keep(papers(0, 100));
    }
    try (Archive archive = Archive.open(home, new Schema(), "max_page_count = 60")) {
      assertThat(said(() -> archive.keep(papers(100, 2000))))
          .contains("perhaps because the disk is full (SQLITE_FULL)", "Make room");
      assertThat(archive.contents().papers()).isEqualTo(100);
    }
    try (Archive archive = Archive.open(home)) {
      archive.keep(papers(100, 2000));
      assertThat(archive.contents().papers()).isEqualTo(2000);
      archive.check();
    }
  }

  @Test
  void saysThatAnotherProgramDoesNotLetGo() throws SQLException {
    try (Archive archive = Archive.open(home, new Schema(), "busy_timeout = 20");
        Connection shell = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = shell.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThat(said(() -> archive.keep(papers(0, 3))))
          .contains("is in use by another program", "SQLITE_BUSY");
      assertThat(archive.contents().papers()).isZero();
      statement.execute("ROLLBACK");
      archive.keep(papers(0, 3));
      assertThat(archive.contents().papers()).isEqualTo(3);
    }
  }

  @Test
  void saysThatTheFolderCannotBeMade() throws IOException {
    Path taken = Files.writeString(home.resolve("taken"), "");
    assertThat(said(() -> Archive.open(taken.resolve("home"))))
        .contains("cannot be made", "BROADSHEET_HOME");
  }

  @Test
  void forgetsTheArchiveAfterItsFirstTroubleAndTellsWhy() throws IOException {
    Files.writeString(file(), "no archive ".repeat(500));
    try (Shelf shelf = new Shelf(home)) {
      assertThat(shelf.trouble()).isPresent();
      assertThat(shelf.has(day("2025-10-29"))).isFalse();
      assertThat(shelf.keep(list("2025-10-29", NOON))).isFalse();
      assertThat(shelf.between("", day("2025-10-29"), day("2025-10-29"))).isEmpty();
    }
  }
}
