package io.github.broadsheet.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.chart.PlotlyLibrary;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookFile;
import io.github.broadsheet.notebook.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedPageTest {
  @Test
  void findsWhatWasLoadedBesideTheValuesOfANotebookThatJupyterRan() throws IOException {
    Output.Data value = (Output.Data) Pages.shown("text/plain", "42");
    value
        .metadata()
        .putObject("broadsheet")
        .put("started", "2026-11-23T08:00:00Z")
        .putArray("listings")
        .addObject()
        .put("name", "Daily Papers 2025-10")
        .put("papers", 31);
    String page = new Pages().code("papers.rowCount()", value).html().text();
    assertThat(page).contains("Daily Papers 2025-10: 31 papers").doesNotContain("not recorded");
  }

  @Test
  void takesItsTitleFromTheFirstHeadingAndSaysItOnce() throws IOException {
    Document page = new Pages().text("# *Agents* & more\n\nHello").text("# Later").html();
    assertThat(page.title()).isEqualTo("Agents & more");
    assertThat(page.select("h1").eachText()).containsExactly("Agents & more", "Later");
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
  }

  @Test
  void isNamedAfterItsFileWithoutAHeading() throws IOException {
    assertThat(new Pages().text("Hello").html().title()).isEqualTo("nb.ipynb");
  }

  @Test
  void letsOnlyItsOwnScriptRun() throws Exception {
    Document page = new Pages().text("# A").html();
    String policy = page.select("meta[http-equiv]").attr("content");
    Element script = page.expectFirst("body > script");
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(script.data().getBytes(StandardCharsets.UTF_8));
    assertThat(policy)
        .startsWith("default-src 'none'")
        .contains("'sha256-" + Base64.getEncoder().encodeToString(sum) + "'")
        .doesNotContain("script-src 'unsafe", "http:", "https:");
  }

  @Test
  void bringsPlotlyOnceAndOnlyForLiveCharts() throws IOException {
    assertThat(new Pages().code("1", Pages.shown("text/plain", "1")).html().select(".plotly"))
        .isEmpty();
    Document page =
        new Pages()
            .code("a", Pages.chart("One", "bar"))
            .code("b", Pages.chart("Two", "scatter"))
            .html();
    assertThat(page.select("script.plotly")).hasSize(1);
    assertThat(page.select("figure.chart.lively img[alt]").eachAttr("alt"))
        .containsExactly("One", "Two");
  }

  @Test
  void makesChartsAnewFromTheirFigures() throws IOException {
    Document page =
        new Pages().code("a", Pages.chart("x</script><img src=q onerror=alert(1)>", "bar")).html();
    assertThat(page.html()).doesNotContain("window.trusted");
    assertThat(page.select("img[onerror], img[src=q]")).isEmpty();
    assertThat(page.expectFirst("figure script").data()).contains("x\\u003c/script\\u003e");
  }

  @Test
  void leavesAChartThatThisPlotlyCannotDrawAPicture() throws IOException {
    Document page = new Pages().code("a", Pages.chart("Globe", "scatter3d")).html();
    assertThat(page.select("figure.chart img")).hasSize(1);
    assertThat(page.select(".lively, .plotly")).isEmpty();
  }

  @Test
  void drawsThePictureOfAChartThatCameWithoutOne() throws IOException {
    Map<String, Object> figure =
        Map.of("data", java.util.List.of(Map.of("type", "bar", "y", java.util.List.of(1, 2))));
    Document page = new Pages().code("a", Pages.shown(FigureHtml.TYPE, figure)).html();
    assertThat(page.select("figure .still img").attr("src")).startsWith("data:image/png;base64,");
  }

  @Test
  void showsCodeWithItsNumberAndFoldsItOnDemand() throws IOException {
    Pages notebook = new Pages().code("int n = 1; // <b>\n\"</pre>\"");
    Element code = notebook.html().expectFirst("details.code");
    assertThat(code.hasAttr("open")).isTrue();
    assertThat(code.select("summary").text()).startsWith("[1]");
    assertThat(code.expectFirst("code").wholeText()).isEqualTo("int n = 1; // <b>\n\"</pre>\"");
    assertThat(code.select(".k").text()).isEqualTo("int");
    String folded = notebook.page(true, Pages.NOWHERE).html();
    assertThat(Jsoup.parse(folded).expectFirst("details.code").hasAttr("open")).isFalse();
  }

  @Test
  void heedsTheTagsThatHide() throws IOException {
    Output shown = Pages.shown("text/plain", "out");
    Document page =
        new Pages()
            .code("hidden", shown)
            .tagged("hide-input")
            .code("gone", Pages.shown("text/plain", "stays"))
            .tagged("remove-input")
            .code("stays", Pages.shown("text/plain", "gone"))
            .tagged("remove-output")
            .code("gone", Pages.shown("text/plain", "gone"))
            .tagged("remove-cell")
            .html();
    assertThat(page.select("details.code code").eachText()).containsExactly("hidden", "stays");
    assertThat(page.select("details.code[open]").eachText()).hasSize(1);
    assertThat(page.select(".output").eachText()).containsExactly("out", "stays");
  }

  @Test
  void showsStreamsErrorsAndTheirColours() throws IOException {
    Document page =
        new Pages()
            .code(
                "x",
                new Output.Stream("stdout", "10 %\r20 %\n"),
                new Output.Stream("stdout", "done\n"),
                new Output.Stream("stderr", "careful <b>\n"),
                new Output.Error(
                    "E", "boom", java.util.List.of("\u001B[1;31mE: boom\u001B[0m", "line 2")))
            .html();
    assertThat(page.expectFirst(".output pre").wholeText()).isEqualTo("20 %\ndone");
    assertThat(page.select(".output .err").text()).isEqualTo("careful <b>");
    assertThat(page.select(".output .failed .a-1.a-b").text()).isEqualTo("E: boom");
    assertThat(page.expectFirst(".output .failed").wholeText()).isEqualTo("E: boom\nline 2");
  }

  @Test
  void cutsATextThatIsTooLongAndSaysSo() throws IOException {
    Document page =
        new Pages().code("x", new Output.Stream("stdout", "y".repeat(1_100_000))).html();
    assertThat(page.select(".output pre").text()).hasSize(100_000);
    assertThat(page.select(".output .cut").text()).contains("1,000,000 more characters");
  }

  @Test
  void keepsFormulasAsTheyWereTyped() throws IOException {
    Document page =
        new Pages()
            .text("$O(n_1 * m_2 * k)$ and $$\\sum_{i}\n a_i < b$$; a price is $5 or $6 *now*")
            .html();
    assertThat(page.select(".math").eachText())
        .containsExactly("$O(n_1 * m_2 * k)$", "$$\\sum_{i} a_i < b$$");
    assertThat(page.select("p").text()).contains("a price is $5 or $6 now");
  }

  @Test
  void linksToHeadingsAsJupyterDoes() throws IOException {
    Document page = new Pages().text("[go](#2.-The-list)\n\n## 2. The list").html();
    assertThat(page.select("p a").attr("href").substring(1))
        .isEqualTo(page.select("h2").attr("id"));
  }

  @Test
  void saysThatNothingWasRun() throws IOException {
    assertThat(new Pages().idle("1").html().select(".note").text()).contains("was not run");
    assertThat(new Pages().code("1").idle("2").html().select(".note").text())
        .contains("1 of 2 code cells were not run");
    assertThat(new Pages().code("1").html().select(".note")).isEmpty();
  }

  @Test
  void carriesTheNotebookWithoutTheLibraryAndItsSum() throws Exception {
    Output library =
        Output.Data.displayed(
            Map.of(PlotlyLibrary.MIME, Map.of("version", "4"), "text/html", "<script>1</script>"));
    Document page = new Pages().text("# A").code("1", library, Pages.chart("c", "bar")).html();
    Element link = page.expectFirst("a[download=nb.ipynb]");
    byte[] file = Base64.getDecoder().decode(link.attr("href").replaceFirst(".*,", ""));
    Notebook inside = NotebookFile.parse(file, "inside");
    assertThat(inside.cells()).hasSize(2);
    assertThat(inside.cells().get(1).outputs()).hasSize(1);
    assertThat(inside.cells().get(1).executionCount()).hasValue(2);
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    assertThat(page.select(".facts details code").text()).isEqualTo(sum);
  }

  @Test
  void tellsWhenAndWithWhatItWasMade() throws IOException {
    Notebook notebook =
        new Pages()
            .code("1")
            .notebook()
            .withMetadata(
                metadata -> {
                  var ours = metadata.putObject("broadsheet");
                  ours.put("version", "1.2").put("java", "17.0.1").put("system", "Linux amd64");
                  ours.put("started", "2026-11-23T18:02:11Z");
                  ours.putArray("listings")
                      .addObject()
                      .put("name", "Daily <b>Papers</b> 2025-10")
                      .put("papers", 1310)
                      .put("as_of", "2026-11-20T09:30:00Z");
                });
    String html = SharedPage.of(notebook, new PageOptions("nb.ipynb", false), Pages.NOWHERE).html();
    assertThat(Jsoup.parse(html).select(".facts dd").eachText())
        .contains(
            "23 November 2026, 18:02 UTC · Broadsheet 1.2 · Java 17.0.1 · Linux amd64",
            "Daily <b>Papers</b> 2025-10: 1,310 papers, as of 20 November 2026, 09:30 UTC");
  }

  @Test
  void writesTheWholeFile(@TempDir Path folder) throws IOException {
    SharedPage page = new Pages().text("# A").page();
    Path file = folder.resolve("a.html");
    page.write(file);
    assertThat(file).hasContent(page.html()).hasSize(page.size());
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }
}
