package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Files as people have them: archived answers, saved pages, dumps. */
class PaperFileRealTest {

  @Test
  void readsADayWithItsDateFromTheName() {
    Path day = RealData.path("hf-daily/2025-03-14.json.gz");
    Table table = PaperFile.read(day, null).table();

    assertThat(table.rowCount()).isEqualTo(RealData.json(day).size());
    assertThat(new HashSet<>(table.dateColumn("listed").asList()))
        .containsExactly(LocalDate.of(2025, 3, 14));
    assertThat(table.instantColumn("fetched_at").countMissing()).isEqualTo(table.rowCount());
  }

  @Test
  void readsWhatAnArchiverWroteWrongly() {
    int records = 0;
    for (Path file : RealData.files("hf-malformed")) {
      JsonNode root = RealData.json(file);
      ReadTable read = PaperFile.read(file, null);
      assertThat(read.table().rowCount())
          .as("%s %s", file, read.notes())
          .isEqualTo(root.isArray() ? root.size() : root.path("data").size());
      assertThat(read.table().stringColumn("id").asList())
          .allMatch(id -> id.matches("\\d{4}\\.\\d{5}"));
      records += read.table().rowCount();
    }
    assertThat(records).isEqualTo(300);
  }

  @Test
  void readsTheSavedPages() {
    Table list = PaperFile.read(RealData.path("hf-html/papers_2024-08-01.html"), null).table();
    assertThat(list.rowCount()).isEqualTo(13);
    assertThat(new HashSet<>(list.dateColumn("listed").asList()))
        .containsExactly(LocalDate.of(2024, 8, 1));
    assertThat(list.stringColumn("id").asList()).contains("2407.21783");
    assertThat(list.intColumn("upvotes").asList()).isSortedAccordingTo((a, b) -> b - a);

    Table paper =
        PaperFile.read(RealData.path("hf-html/paper_2509.24002_2025-10.html"), null).table();
    assertThat(paper.stringColumn("id").asList()).containsExactly("2509.24002");
    assertThat(paper.stringColumn("organization").isMissing(0)).isFalse();
    assertThat(paper.dateColumn("published").isMissing(0)).isFalse();
  }

  @Test
  void readsTheCrawlOfArxivAndWritesItBackEqual(@TempDir Path folder) {
    ReadTable read = PaperFile.read(RealData.path("arxiv/arxiv-2025.jsonl.gz"), null);
    Table table = read.table();

    assertThat(read.notes()).isEmpty();
    assertThat(table.rowCount()).isEqualTo(40_717);
    assertThat(table.dateColumn("published").countMissing()).isEqualTo(40_717 - 15_612);
    assertThat(table.stringColumn("id").asList()).filteredOn(id -> id.endsWith("0")).hasSize(4082);
    assertThat(table.stringColumn("categories").countMissing()).isZero();
    assertThat(table.stringColumn("categories").asList())
        .allMatch(codes -> codes.matches("[a-zA-Z.-]+(; [a-zA-Z.-]+)*"));

    Table some = table.first(500);
    for (String name : new String[] {"a.csv", "a.jsonl.gz"}) {
      PaperFile.write(some, folder.resolve(name));
      Table back = PaperFile.read(folder.resolve(name), null).table();
      assertThat(back.typeArray()).isEqualTo(some.typeArray());
      for (String column : some.columnNames()) {
        assertThat(back.column(column).asList().equals(some.column(column).asList()))
            .as(column)
            .isTrue();
      }
    }
    Table half = table.first(300);
    PaperFile.write(half, folder.resolve("a.bib"));
    ReadTable bib = PaperFile.read(folder.resolve("a.bib"), null);
    assertThat(bib.notes()).isEmpty();
    assertThat(bib.table().stringColumn("id").asList()).isEqualTo(half.stringColumn("id").asList());
    assertThat(bib.table().stringColumn("title").asList())
        .isEqualTo(half.stringColumn("title").asList());
    assertThat(bib.table().stringColumn("authors").asList())
        .isEqualTo(half.stringColumn("authors").asList());
  }

  @Test
  void readsTheKaggleSnapshot() {
    Path path = RealData.path("kaggle/arxiv-metadata-200.jsonl");
    ReadTable read = PaperFile.read(path, null);

    assertThat(read.notes()).isEmpty();
    assertThat(read.table().rowCount()).isEqualTo(200);
    assertThat(read.table().dateColumn("published").countMissing()).isZero();
    assertThat(read.table().stringColumn("authors").get(0)).startsWith("C. Balázs; E. L. Berger");
    assertThat(read.table().intColumn("author_count").get(0)).isEqualTo(4);
    assertThat(read.table().intColumn("comments").countMissing()).isEqualTo(200);
  }

  @Test
  void anErrorOfTheServiceIsNoListing() {
    Path path = RealData.path("hf-errors/404.json");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> PaperFile.read(path, null))
        .isInstanceOf(io.github.broadsheet.PapersException.class)
        .hasMessageContaining("Found JSON that starts \"{\"error\":");
  }
}
