package io.github.broadsheet;

import static io.github.broadsheet.Bucket.MONTH;
import static io.github.broadsheet.TrendTest.clock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class TrendFileTest {
  private static final Clock LATER = clock("2026-11-23");
  @TempDir private Path folder;

  @Test
  void countsAFileAsItCountsItsTable() {
    Table papers = Papers.generated(400, 2);
    for (String name : new String[] {"papers.jsonl", "papers.jsonl.gz"}) {
      Path file = folder.resolve(name);
      Papers.write(papers, file);
      Trend ofFile = Trend.of(LATER, file, "world model", "word embedding AND the").by(MONTH);
      Trend ofTable = Trend.of(LATER, papers, "world model", "word embedding AND the").by(MONTH);
      assertThat(ofFile.table().printAll()).isEqualTo(ofTable.table().printAll());
      assertThat(ofFile.weighted("upvotes").table().printAll())
          .isEqualTo(ofTable.weighted("upvotes").table().printAll());
      assertThat(ofFile.in("title").on("published").table().printAll())
          .isEqualTo(ofTable.in("title").on("published").table().printAll());
      assertThat(ofFile.words()).isEqualTo(ofTable.words());
    }
  }

  @Test
  void readsADumpOfArxiv() throws IOException {
    Path file =
        lines(
            """
            {"id":"0704.0001","title":"An agent","abstract":"  We\\n act.","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 23:30:00 -0100"},{"version":"v2","created":"Tue, 24 Jul 2007 20:10:27 GMT"}],"update_date":"2008-11-26","authors_parsed":[["A","B",""]]}
            {"id":"0704.0002","title":"Two","abstract":"agents","versions":[{"version":"v1","created":"Sat, 31 Mar 2007 02:26:18 GMT"}]}
            {"id":"0704.0002","title":"Two","abstract":"agents","published":"2007-03-31"}
            {"id":"0704.0003","title":"Three","abstract":null}
            """);
    Trend trend = Trend.of(LATER, file, "agent").by(MONTH);
    assertThat(trend.table().dateColumn("bucket").asList()).hasToString("[2007-03-01, 2007-04-01]");
    assertThat(trend.table().intColumn("count").asList()).containsExactly(1, 1);
    assertThat(trend.notes())
        .contains(
            "1 of the papers has no day and is left out.",
            "1 paper is there again and is counted once.");
  }

  @Test
  void saysOfAFileWhatItSaysOfATable() throws IOException {
    Path file =
        lines(
            """
            {"id":"1","title":"Two agents","abstract":"act","published":"2025-01-01"}
            {"id":"2","title":"An agent","abstract":null,"published":"2025-01-02"}
            """);
    Trend ofFile = Trend.of(LATER, file, "agents", "zorvex").by(MONTH);
    assertThat(ofFile.notes())
        .contains(
            "1 of 2 papers has no abstract: only its title was searched, so it mentions less.",
            "«agents» is looked for in the plural alone: 1 more paper has «agent», which finds both.",
            "No paper mentions «zorvex».")
        .isEqualTo(Trend.of(LATER, Papers.read(file), "agents", "zorvex").by(MONTH).notes());
  }

  /** What knows the papers again doubles as it grows, for which a small heap must have room. */
  @Test
  void countsAFileOfManyPapersTwiceInASmallHeap() throws IOException, InterruptedException {
    Path file = folder.resolve("many.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < 850_000; i++) {
        out.write("{\"id\":\"" + i + "\",\"title\":\"an agent\",\"published\":\"2025-01-02\"}\n");
      }
    }
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx36m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Twice.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).isZero();
    assertThat(said.lines().toList()).containsExactly("850000", "850000");
  }

  /** Counts the file it is given. */
  static final class Twice {
    private Twice() {}

    public static void main(String[] args) {
      for (int i = 0; i < 2; i++) {
        Table table = Trend.of(Path.of(args[0]), "agent").by(MONTH).table();
        System.out.println(table.intColumn("count").get(0));
      }
    }
  }

  @Test
  void keepsWhatIsAroundABrokenPlace() throws IOException {
    Path file = lines("{\"title\":\"agent\",\"published\":\"2025-01-01\"}\n{\"title\":\"b");
    Trend trend = Trend.of(LATER, file, "agent").by(MONTH);
    assertThat(trend.table().intColumn("count").asList()).containsExactly(1);
    assertThat(trend.notes())
        .anyMatch(note -> note.equals("1 of 2 records skipped: line 2 is no whole JSON object."));
  }

  @Test
  void saysWhatItCannotRead() throws IOException {
    assertThatThrownBy(() -> Trend.of(folder.resolve("no.jsonl"), "agent").table())
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("There is no file");
    for (String text : new String[] {"", "title,day\na,b", "[{\"title\":\"a\"}]", "{\"a\":1}"}) {
      Path file = lines(text);
      assertThatThrownBy(() -> Trend.of(file, "agent").table())
          .isInstanceOf(PapersException.class)
          .hasMessageContaining("expected JSON lines")
          .hasMessageContaining("Papers.read(path)");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trend.of(folder, "agent").each("organization"))
        .withMessageContaining("needs a table");
  }

  private Path lines(String text) throws IOException {
    return Files.writeString(folder.resolve("papers.jsonl"), text);
  }
}
