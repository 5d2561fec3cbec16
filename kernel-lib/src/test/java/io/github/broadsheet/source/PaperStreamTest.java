package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.broadsheet.PapersException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Files in the shape of arXiv's snapshot on Kaggle, with invented papers. */
class PaperStreamTest {
  @TempDir private Path folder;

  /** One line of a snapshot. */
  static String line(int number, String category) {
    return """
        {"id":"2510.%05d","submitter":"Ada Quill","authors":"Ada Quill and Bo Nib","title":"Paper %d\\n  on ink","comments":null,"journal-ref":null,"doi":null,"report-no":null,"categories":"%s cs.LG","license":null,"abstract":"  An invented paper on ink, number %d.\\n%s","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"}],"update_date":"2008-11-26","authors_parsed":[["Quill","Ada",""],["Nib","Bo",""]]}
        """
        .formatted(number, number, category, number, "");
  }

  private Path snapshot(int papers, boolean packed) throws IOException {
    Path file = folder.resolve(packed ? "snapshot.json.gz" : "snapshot.json");
    try (Writer writer =
        packed
            ? new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)
            : new BufferedWriter(Files.newBufferedWriter(file))) {
      for (int i = 1; i <= papers; i++) {
        writer.write(line(i, i % 10 == 0 ? "cs.CL" : "hep-th"));
      }
    }
    return file;
  }

  private static ReadTable language(Path file) {
    return PaperStream.read(
        file, table -> table.stringColumn("categories").startsWith("cs.CL"), part -> {});
  }

  @Test
  void givesWhatTheFilterChoosesInTheOrderOfTheFile() throws IOException {
    for (boolean packed : new boolean[] {false, true}) {
      ReadTable read = language(snapshot(4_321, packed));
      Table papers = read.table();
      assertThat(read.notes()).isEmpty();
      assertThat(papers.rowCount()).isEqualTo(432);
      assertThat(papers.stringColumn("id").get(431)).isEqualTo("2510.04320");
      assertThat(papers.stringColumn("title").get(0)).isEqualTo("Paper 10 on ink");
      assertThat(papers.dateColumn("published").get(0)).isEqualTo("2007-04-02");
      Table whole = PaperFile.read(folder.resolve(papers.name()), null).table();
      assertThat(papers.columnNames()).isEqualTo(whole.columnNames());
      assertThat(papers.last(1).toString())
          .isEqualTo(
              whole.where(whole.stringColumn("categories").startsWith("cs.CL")).last(1).toString());
    }
  }

  @Test
  void countsAndNamesBrokenLinesAndGivesTheRest() throws IOException {
    Path file = snapshot(30, false);
    String text = Files.readString(file).replace("\"id\":\"2510.00010\"", "\"id\":17");
    Files.writeString(file, text + "{\"id\": broken\n");
    ReadTable read = language(file);
    assertThat(read.table().rowCount()).isEqualTo(2);
    assertThat(read.notes())
        .containsExactly(
            "2 of 31 records skipped: record 10 (17) has no arXiv id; record 31 has no arXiv id.");
  }

  @Test
  void filtersFilesOfOtherKindsToo() throws IOException {
    Path file = folder.resolve("two.csv");
    Files.writeString(file, "id,title,categories\n2510.00010,One,cs.CL\n2510.00020,Two,cs.LG\n");
    assertThat(language(file).table().stringColumn("title").asList()).containsExactly("One");
    assertThat(catchThrowable(() -> language(folder.resolve("none.json"))))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("There is no file");
  }

  @Test
  void stopsWhenInterrupted() throws IOException {
    Path file = snapshot(2_500, false);
    Thread.currentThread().interrupt();
    try {
      assertThat(catchThrowable(() -> language(file))).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
