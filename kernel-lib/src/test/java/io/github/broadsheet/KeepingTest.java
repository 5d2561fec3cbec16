package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.broadsheet.archive.Archive;
import io.github.broadsheet.display.Display;
import io.github.broadsheet.display.RecordingHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** An archive out into a file, and papers of files into an archive. */
class KeepingTest {
  private static final String HOME = "broadsheet.home";

  /** As Hugging Face tells it. */
  private static final String VOTES =
      """
      {"id":"2510.00010","title":"Ink","abstract":"On ink.","authors":"Ada Quill; Bo Nib","author_count":2,"organization":"Example Lab","published":"2025-10-02","listed":"%s","upvotes":%d,"comments":1,"keywords":"ink; paper","categories":null,"code_url":null,"stars":null,"project_url":null,"url":"https://huggingface.co/papers/2510.00010","source":"hf","fetched_at":"%s"}
      """;

  /** The same paper as arXiv tells it. */
  private static final String CATEGORIES =
      """
      {"id":"arXiv:2510.00010v2","title":"Ink, revised","categories":"cs.CL; cs.AI","published":"2025-10-01","url":"https://arxiv.org/abs/2510.00010","source":"arxiv","fetched_at":"2025-11-20T00:00:00Z"}
      """;

  private final RecordingHost notebook = new RecordingHost();
  @TempDir private Path folder;

  @BeforeEach
  void open() {
    System.setProperty(HOME, folder.resolve("home").toString());
    Display.host(notebook);
  }

  @AfterEach
  void close() {
    System.clearProperty(HOME);
    Display.host(null);
  }

  private Table file(String... lines) throws IOException {
    return Papers.read(Files.writeString(folder.resolve("some.jsonl"), String.join("", lines)));
  }

  private List<String> said() {
    return notebook.bundles.stream().map(b -> String.valueOf(b.get("text/plain"))).toList();
  }

  @Test
  void makesOneRowOfAPaperWithItsFirstDayItsNewestVotesAndBothHalves() throws IOException {
    Papers.keep(file(VOTES.formatted("2025-10-30", 9, "2025-11-09T12:00:00Z")));
    Papers.keep(file(CATEGORIES));
    Papers.keep(file(VOTES.formatted("2025-10-29", 5, "2025-11-05T12:00:00Z")));
    Table archive = Papers.archive();
    assertThat(archive.rowCount()).isEqualTo(1);
    assertThat(archive.stringColumn("id").asList()).containsExactly("2510.00010");
    assertThat(archive.stringColumn("title").asList()).containsExactly("Ink, revised");
    assertThat(archive.stringColumn("categories").asList()).containsExactly("cs.CL; cs.AI");
    assertThat(archive.stringColumn("organization").asList()).containsExactly("Example Lab");
    assertThat(archive.stringColumn("source").asList()).containsExactly("hf");
    assertThat(archive.dateColumn("published").get(0)).isEqualTo("2025-10-01");
    assertThat(archive.dateColumn("listed").get(0)).isEqualTo("2025-10-29");
    assertThat(archive.intColumn("upvotes").asList()).containsExactly(9);
    assertThat(archive.instantColumn("fetched_at").get(0)).isEqualTo("2025-11-09T12:00:00Z");
    assertThat(Papers.history("2510.00010").intColumn("upvotes").asList()).containsExactly(5, 9);
    assertThat(said())
        .containsExactly(
            "1 of 1 papers are new in the archive, which now holds 1.",
            "0 of 1 papers are new in the archive, which now holds 1.",
            "0 of 1 papers are new in the archive, which now holds 1.");
  }

  @Test
  void anArchiveThatWasWrittenComesBackEqualInAnother() {
    Papers.keep(Papers.sample());
    Table before = Papers.archive();
    Path file = folder.resolve("papers.jsonl.gz");
    Papers.write(before, file);
    System.setProperty(HOME, folder.resolve("other").toString());
    Papers.keep(Papers.read(file));
    assertThat(Papers.archive().print(50)).isEqualTo(before.print(50));
    assertThat(before.rowCount()).isEqualTo(41);
    assertThat(said()).contains("41 of 41 papers are new in the archive, which now holds 41.");
  }

  @Test
  void leavesOutWhatIsNoPaperAndCountsIt() {
    Table odd =
        Table.create(
            "odd",
            StringColumn.create("id", "2510.00010v3", "", "dblp:x"),
            StringColumn.create("title", "Ink", "No id", ""));
    Papers.keep(odd);
    Papers.keep(Papers.generated(3, 1));
    assertThat(Papers.archive().stringColumn("id").asList()).containsExactly("2510.00010");
    assertThat(Papers.archive().stringColumn("source").asList()).containsExactly("file");
    assertThat(said())
        .contains("Left out: 2 rows without id or title.", "Left out: 3 rows of generated papers.");
    assertThat(odd.columnNames()).containsExactly("id", "title");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Papers.keep(Table.create("t", StringColumn.create("id", "x"))))
        .withMessage(
            "The archive keeps papers by id and title: the table needs a text column title and has"
                + " id.");
  }

  @Test
  void keepsNothingWhereTheArchiveIsDamaged() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.writeString(home.resolve(Archive.FILE), "no archive ".repeat(500));
    assertThatThrownBy(() -> Papers.keep(Papers.sample()))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void opensInTheShellOfSqliteUnderTheNamesOfAListing() throws Exception {
    Papers.keep(Papers.sample());
    Process shell;
    try {
      shell =
          new ProcessBuilder(
                  "sqlite3",
                  "-header",
                  "-csv",
                  folder.resolve("home").resolve(Archive.FILE).toString(),
                  "SELECT * FROM listing ORDER BY id")
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "the sqlite3 shell is missing");
      return;
    }
    String csv = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    Table listing = Papers.read(Files.writeString(folder.resolve("listing.csv"), csv));
    Table archive = Papers.archive().sortOn("id");
    assertThat(listing.columnNames()).isEqualTo(archive.columnNames());
    assertThat(listing.types()).isEqualTo(archive.types());
    listing.setName(archive.name());
    assertThat(listing.print(50)).isEqualTo(archive.print(50));
  }
}
