package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The forms that are written for other programs and for people, and never read back. */
class PaperFormsTest {
  @TempDir Path folder;

  private static Paper full() {
    Paper.Draft draft = Paper.draft("2405.17430", "Quills_and <b>*ink*</b> | $x$ [1]\nend", "hf");
    draft.authors = List.of("Zoë Ünal", "Blot, Inc.", "Vellum");
    draft.organization = "Ink & Co";
    draft.published = LocalDate.of(2024, 5, 27);
    draft.listed = LocalDate.of(2024, 5, 28);
    draft.abstractText = "1. It writes.\nTY  - GEN";
    draft.keywords = List.of("ink wells");
    draft.upvotes = 1;
    draft.codeUrl = "javascript:alert(1)";
    draft.url = "https://arxiv.org/abs/2405.17430";
    return draft.paper();
  }

  private String written(String name, Paper... papers) throws IOException {
    Path path = folder.resolve(name);
    PaperFile.write(PaperTable.of("My *list*", List.of(papers)), path);
    return Files.readString(path);
  }

  @Test
  void risHasATagALineAndTheFamilyNameFirst() throws IOException {
    assertThat(written("a.ris", full()).lines())
        .containsExactly(
            "TY  - UNPB",
            "ID  - 2405.17430",
            "TI  - Quills_and <b>*ink*</b> | $x$ [1] end",
            "AU  - Ünal, Zoë",
            "AU  - Blot, Inc.",
            "AU  - Vellum",
            "PY  - 2024",
            "DA  - 2024/05/27",
            "AB  - 1. It writes. TY - GEN",
            "KW  - ink wells",
            "UR  - https://arxiv.org/abs/2405.17430",
            "ER  - ",
            "");
  }

  @Test
  void markdownIsAListWithSafeTextAndLinks() throws IOException {
    assertThat(written("a.md", full(), Paper.draft("2405.1", "Plain", "hf").paper()))
        .isEqualTo(
            """
            # My \\*list\\*

            2 papers

            1. **[Quills\\_and &lt;b&gt;\\*ink\\*&lt;/b&gt; \\| \\$x\\$ \\[1\\] end](<https://arxiv.org/abs/2405.17430>)**

               Zoë Ünal, Blot, Inc., Vellum · Ink &amp; Co · 2024-05-28 · 1 upvote · 2405.17430

               1\\. It writes. TY - GEN

            2. **Plain**

               2405.1
            """);
  }

  @Test
  void noPapersAreAFileThatSaysSo() throws IOException {
    assertThat(written("none.ris")).isEmpty();
    assertThat(written("none.md")).isEqualTo("# My \\*list\\*\n\n0 papers\n");
    assertThat(written("none.bib")).isEmpty();
  }

  @Test
  void aTableWithoutTitlesIsRefused() {
    Table other = Table.create("t", StringColumn.create("x", "y"));
    for (String name : List.of("a.ris", "a.md", "a.bib")) {
      assertThatThrownBy(() -> PaperFile.write(other, folder.resolve(name)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("needs a column title; this table has x");
    }
  }
}
