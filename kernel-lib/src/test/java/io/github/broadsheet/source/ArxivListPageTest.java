package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Pages with invented papers, in the markup that arXiv serves since 2024. */
class ArxivListPageTest {
  @TempDir private Path folder;

  private static String entry(String id, String more, String title, String abstractText) {
    return """
        <dt><a name='item1'>[1]</a> <a href ="/abs/%1$s" title="Abstract" id="%1$s">arXiv:%1$s</a>%2$s
          [<a href="/pdf/%1$s" title="Download PDF">pdf</a>]</dt>
        <dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span>
          %3$s</div>
          <div class='list-authors'><a href="#">Ada Quill</a>, <a href="#">Bo Nib</a></div>
          <div class='list-comments mathjax'><span class='descriptor'>Comments:</span> 9 pages</div>
          <div class='list-subjects'><span class='descriptor'>Subjects:</span>
            <span class="primary-subject">Machine Learning (cs.LG)</span>; Computation and Language
            (cs.CL); Machine Learning (stat.ML)</div>
          %4$s</div></dd>"""
        .formatted(
            id,
            more,
            title,
            abstractText.isEmpty() ? "" : "<p class='mathjax'>" + abstractText + "</p>");
  }

  private ReadTable read(String body) throws IOException {
    Path file = folder.resolve("list.html");
    Files.writeString(
        file,
        "<!DOCTYPE html><html><head><title>cs</title></head><body>" + body + "</body></html>");
    return PaperFile.read(file, null);
  }

  @Test
  void readsThePageOfNewPapersWithTheWayEachIsAnnounced() throws IOException {
    ReadTable read =
        read(
            "<h3>New submissions (showing 1 of 1 entries)</h3><dl id='articles'>"
                + entry("2508.00010", "", "A  first\n title", "An invented &lt;b&gt; paper.")
                + "</dl><h3>Cross submissions (showing 1 of 1 entries)</h3><dl id='articles'>"
                + entry("2508.00020", " (cross-list from cs.LG)", "A second", "Another.")
                + "</dl><h3>Replacement submissions (showing 2 of 2 entries)</h3><dl id='articles'>"
                + entry("2501.00030", " (replaced)", "A third", "A third one.")
                + entry("hep-th/9901001", " (replaced) (cross-list from cs.LG)", "Old", "Oldest.")
                + "</dl>");
    Table papers = read.table();
    assertThat(read.notes()).isEmpty();
    assertThat(papers.stringColumn("id").asList())
        .containsExactly("2508.00010", "2508.00020", "2501.00030", "hep-th/9901001");
    assertThat(papers.stringColumn("announce_type").asList())
        .containsExactly("new", "cross", "replace", "replace-cross");
    assertThat(papers.stringColumn("title").get(0)).isEqualTo("A first title");
    assertThat(papers.stringColumn("abstract").get(0)).isEqualTo("An invented <b> paper.");
    assertThat(papers.stringColumn("authors").get(0)).isEqualTo("Ada Quill; Bo Nib");
    assertThat(papers.stringColumn("categories").get(0)).isEqualTo("cs.LG; cs.CL; stat.ML");
    assertThat(papers.stringColumn("url").get(0)).isEqualTo("https://arxiv.org/abs/2508.00010");
  }

  @Test
  void readsThePageOfRecentPapersWithoutAbstracts() throws IOException {
    ReadTable read =
        read(
            "<dl id='articles'><h3>Wed, 20 Aug 2025 (showing 1 of 90 entries )</h3>"
                + entry("2508.00010", "", "A title", "")
                + "</dl>");
    assertThat(read.table().columnNames()).doesNotContain("announce_type");
    assertThat(read.table().stringColumn("abstract").isMissing(0)).isTrue();
  }

  @Test
  void skipsAnEntryThatIsBrokenAndNeverGivesItTheWordsOfTheNext() throws IOException {
    ReadTable read =
        read(
            "<dl id='articles'><dt><a href='/abs/2508.00010' title='Abstract'>x</a></dt>"
                + entry("2508.00020", "", "Whole", "")
                + entry("nonsense", "", "Without id", "")
                + "</dl>");
    assertThat(read.table().stringColumn("id").asList()).containsExactly("2508.00020");
    assertThat(read.table().stringColumn("title").asList()).containsExactly("Whole");
    assertThat(read.notes())
        .containsExactly(
            "2 of 3 records skipped: record 1 (2508.00010) has no title; record 3 (nonsense) has no"
                + " arXiv id.");
  }
}
