package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareCommandTest {
  private static final String TOKEN = "hf_" + "abcdefgh0123".repeat(3);

  @TempDir private Path folder = Path.of("");

  @Test
  void writesAPageBesideTheNotebook() throws IOException {
    String notebook = new NotebookText().text("# Hello").code("1 + 1").in(folder);
    Run run = Run.of("share", notebook);
    assertThat(run.code()).describedAs(run.err()).isZero();
    assertThat(run.err()).contains("Written: " + folder.resolve("nb.html")).contains(" KB)");
    assertThat(folder.resolve("nb.html")).content().contains("<title>Hello", "was not run");
  }

  @Test
  void aRunSharesWhatItHasExecutedAlsoWhenACellFails() throws IOException {
    Path page = folder.resolve("page.html");
    String notebook = new NotebookText().text("# Hello").code("6 * 7").code("1 / 0").in(folder);
    Run run = Run.of("run", notebook, "--share", page.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(page).content().contains(">42<", "/ by zero", "Executed", "nb.ipynb");
  }

  @Test
  void aPageTellsWhichListingsWereLoaded() throws IOException {
    Path page = folder.resolve("page.html");
    String notebook = NotebookText.of("Papers.sample().rowCount()").in(folder);
    assertThat(Run.of("run", notebook, "--share", page.toString()).code()).isZero();
    assertThat(page).content().contains("Sample of Daily Papers: 41 papers, as of 1 June 2026");
    String idle = NotebookText.of("1 + 1").in(folder);
    assertThat(Run.of("run", idle, "--share", page.toString()).code()).isZero();
    assertThat(page).content().contains("no listing of papers was loaded");
  }

  @Test
  void saysWhatItTookOutAndWritesNothingWhenStrict() throws IOException {
    String notebook = NotebookText.of("var t = \"" + TOKEN + "\";").in(folder);
    Path page = folder.resolve("page.html");
    Run strict = Run.of("share", notebook, "-o", page.toString(), "--strict");
    assertThat(strict.code()).isEqualTo(1);
    assertThat(strict.err()).contains("a Hugging Face token (cell 1)", "no page was written");
    assertThat(page).doesNotExist();
    Run free = Run.of("share", notebook, "-o", page.toString());
    assertThat(free.code()).isZero();
    assertThat(free.err()).contains("a Hugging Face token (cell 1)").doesNotContain(TOKEN);
    assertThat(page).content().doesNotContain(TOKEN);
  }

  @Test
  void refusesAPageNobodyCanMailUnlessForced() throws IOException {
    String notebook = new NotebookText().text("x ".repeat(13_500_000)).in(folder);
    Run run = Run.of("share", notebook);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("25 MB", "--large");
    assertThat(folder.resolve("nb.html")).doesNotExist();
    assertThat(Run.of("share", notebook, "--large").err()).contains("Written", "large for a mail");
  }

  @Test
  void refusesWhatIsNoNotebookAndPlacesThatCannotBe() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{\"cells\": [");
    assertThat(Run.of("share", broken.toString()).code()).isEqualTo(2);
    String notebook = NotebookText.of("1").in(folder);
    Run missing = Run.of("share", notebook, "-o", folder.resolve("no/a.html").toString());
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("does not exist");
    Run itself = Run.of("share", notebook, "-o", notebook);
    assertThat(itself.code()).isEqualTo(2);
    assertThat(itself.err()).contains("is the notebook");
    assertThat(Run.of("run", notebook, "--share", notebook).code()).isEqualTo(2);
    assertThat(Path.of(notebook)).content().contains("nbformat");
  }
}
