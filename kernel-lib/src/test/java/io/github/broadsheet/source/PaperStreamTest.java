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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
        file, table -> table.stringColumn("categories").startsWith("cs.CL"), null, part -> {});
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

  private Path zip(String... names) throws IOException {
    Path zip = folder.resolve("archive.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(Files.readAllBytes(folder.resolve("snapshot.json")));
        out.closeEntry();
      }
    }
    return zip;
  }

  @Test
  void readsTheSnapshotInsideTheZipArchiveThatKaggleGives() throws IOException {
    snapshot(3_000, false);
    Path zip = zip("arxiv-metadata-oai-snapshot.json");
    assertThat(language(zip).table().rowCount()).isEqualTo(300);
    assertThat(PaperFile.read(zip, null).table().rowCount()).isEqualTo(3_000);
    assertThat(PaperLines.read(zip, line -> {})).isEmpty();
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    ReadTable half = language(zip);
    assertThat(half.table().rowCount()).isBetween(50, 250);
    assertThat(half.notes().get(0)).startsWith("The packed file breaks off");
    zip("one.json", "other.json");
    assertThat(catchThrowable(() -> language(zip)))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("Found a zip archive of several files, or an office document");
    Files.write(zip, Arrays.copyOf(bytes, 20));
    assertThat(catchThrowable(() -> language(zip))).isInstanceOf(PapersException.class);
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
  void givesWhatWasChosenWhenTheReaderInterrupts() throws IOException {
    Path file = snapshot(9_000, true);
    List<ReadTable> parts = new ArrayList<>();
    AtomicInteger batches = new AtomicInteger();
    Throwable stopped =
        catchThrowable(
            () ->
                PaperStream.read(
                    file,
                    table -> {
                      if (batches.incrementAndGet() == 2) {
                        Thread.currentThread().interrupt();
                      }
                      return table.stringColumn("categories").startsWith("cs.CL");
                    },
                    Set.of("categories"),
                    parts::add));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped).isInstanceOf(CancellationException.class);
    assertThat(batches).hasValue(2);
    assertThat(parts).hasSize(1);
    assertThat(parts.get(0).table().stringColumn("id").asList())
        .hasSize(50)
        .startsWith("2510.00010");
    assertThat(parts.get(0).notes())
        .containsExactly(
            "A part: 50 papers chosen of the first 500. The same call reads all of the file.");
  }
}
