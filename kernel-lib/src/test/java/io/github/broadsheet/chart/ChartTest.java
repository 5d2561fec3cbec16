package io.github.broadsheet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.display.Bundles;
import io.github.broadsheet.display.Display;
import io.github.broadsheet.display.RecordingHost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartTest {
  private final RecordingHost host = new RecordingHost();

  @BeforeEach
  void aNewNotebook() {
    LiveCharts.restart();
    LiveCharts.enable(true);
    Display.host(host);
  }

  @AfterEach
  void noNotebook() {
    Display.host(null);
    LiveCharts.restart();
  }

  private static Chart chart() {
    return Chart.of(TrendFigure.of("agents", "diffusion"));
  }

  private static String html(Object chart) {
    return String.valueOf(Bundles.of(chart).get("text/html"));
  }

  @Test
  void theBundleHasAllFourAndTheRichestIsFirst() {
    Map<String, Object> bundle = chart().mimeBundle();
    assertThat(bundle.keySet())
        .containsExactly("application/vnd.plotly.v1+json", "text/html", "image/png", "text/plain");
    assertThat(bundle.get("application/vnd.plotly.v1+json")).isInstanceOf(Map.class);
    assertThat(Base64.getDecoder().decode(String.valueOf(bundle.get("image/png"))))
        .startsWith(0x89, 'P', 'N', 'G');
    assertThat(bundle.get("text/plain"))
        .isEqualTo(
            "Share of papers that mention each topic, by month: line chart, 8 series, 74 points");
  }

  @Test
  void aPictureComesFirstAndNothingIsLoadedFromElsewhere() {
    Document html = Jsoup.parseBodyFragment(html(chart()));
    Element box = html.body().child(0);
    assertThat(box.child(0).normalName()).isEqualTo("img");
    assertThat(box.child(0).attr("src")).startsWith("data:image/png;base64,iVBOR");
    assertThat(box.child(0).attr("alt")).startsWith("Share of papers that mention");
    assertThat(html.html())
        .doesNotContain("http")
        .doesNotContain("require(")
        .doesNotContain("<svg");
    assertThat(html.select("[src]")).hasSize(1);
  }

  @Test
  void textOfAFigureCannotEndItsScript() throws IOException {
    ObjectNode figure = TrendFigure.of("x");
    String hostile = "</script><img src=x onerror=alert(1)>\u2028\u2029&\"'\\";
    figure.withObject("/layout").putObject("title").put("text", hostile);
    ((ObjectNode) figure.path("data").path(2)).put("name", hostile);
    String source = html(Chart.of(figure));
    Document html = Jsoup.parseBodyFragment(source);
    assertThat(html.select("img")).hasSize(1);
    assertThat(html.select("script")).hasSize(2);
    String json = html.expectFirst("script[type=application/json]").data();
    assertThat(json).doesNotContain("<").doesNotContain("&").doesNotContain("\u2028");
    assertThat(new ObjectMapper().readTree(json).path("layout").path("title").path("text").asText())
        .isEqualTo(hostile);
  }

  @Test
  void aNotebookGetsTheLibraryOnceInAnOutputOfItsOwn() {
    String first = html(chart());
    String second = html(chart());
    assertThat(first).doesNotContain("broadsheet-plotly\">").hasSizeLessThan(200_000);
    assertThat(second).hasSizeLessThan(200_000);
    assertThat(host.bundles).hasSize(1);
    Map<String, Object> carrier = host.bundles.get(0);
    assertThat(carrier).containsKeys("text/html", PlotlyLibrary.MIME, "text/plain");
    assertThat(String.valueOf(carrier.get("text/html")))
        .contains("<script type=\"text/plain\" class=\"broadsheet-plotly\">H4sI");
  }

  @Test
  void theCellThatCarriesTheLibraryBringsItAgainWhenItIsRunAgain() {
    LiveCharts.cell("a");
    html(chart());
    LiveCharts.cell("b");
    html(chart());
    assertThat(host.bundles).hasSize(1);
    LiveCharts.cell("a");
    html(chart());
    html(chart());
    assertThat(host.bundles).hasSize(2);
    LiveCharts.cell("a");
    LiveCharts.cell("b");
    html(chart());
    assertThat(host.bundles).hasSize(3);
  }

  @Test
  void theLibraryCanBeTurnedOff() {
    LiveCharts.enable(false);
    assertThat(html(chart())).doesNotContain("broadsheet-plotly\">");
    assertThat(host.bundles).isEmpty();
  }

  @Test
  void aKernelThatOnlyAsksForBundlesGetsTheLibraryWithTheFirst() {
    Display.host(null);
    assertThat(html(chart())).contains("class=\"broadsheet-plotly\">H4sI");
    assertThat(html(chart())).doesNotContain("class=\"broadsheet-plotly\">");
  }

  @Test
  void theLibraryIsTheOneOfItsVersion() throws IOException {
    try (InputStream in =
        new GZIPInputStream(new java.io.ByteArrayInputStream(PlotlyLibrary.gzip()))) {
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(source)
          .contains("plotly.js (cartesian - minified) v" + PlotlyLibrary.VERSION)
          .contains("Licensed under the MIT license")
          .doesNotContain("</script");
    }
  }

  @Test
  void aKindTheLibraryLacksIsNotGivenToIt() {
    Map<String, Object> bundle = Bundles.of(JsplotFigures.of("candlestick"));
    assertThat(String.valueOf(bundle.get("text/html")))
        .contains("<img ")
        .contains("shown as a picture only")
        .doesNotContain("<script");
    assertThat(bundle).containsKey("application/vnd.plotly.v1+json");
    String space = html(JsplotFigures.of("scatter 3d"));
    assertThat(space)
        .contains("<table>")
        .contains("No picture of this kind")
        .doesNotContain("<script");
    assertThat(host.bundles).isEmpty();
  }

  @Test
  void aJsplotFigureShowsItself() {
    assertThat(Bundles.of(JsplotFigures.of("pie")).keySet())
        .containsExactly("application/vnd.plotly.v1+json", "text/html", "image/png", "text/plain");
    assertThat(Bundles.text(JsplotFigures.of("pie"))).isEqualTo("Pie: pie chart, 5 points");
  }

  @Test
  void theFigureGivenIsNotChanged() {
    ObjectNode figure = TrendFigure.of("agents");
    ObjectNode before = figure.deepCopy();
    Chart chart = Chart.of(figure);
    chart.json().removeAll();
    assertThat(figure).isEqualTo(before);
    assertThat(chart.json().path("layout").path("template").path("layout").path("colorway"))
        .hasSize(10);
  }

  @Test
  void aChartOfTooMuchStaysAPicture() {
    ObjectNode figure = new ObjectMapper().createObjectNode();
    ObjectNode trace = figure.putArray("data").addObject();
    for (int i = 0; i < 400_000; i++) {
      trace.withArray("/y").add(i + 0.123456);
    }
    Map<String, Object> bundle = Chart.of(figure).mimeBundle();
    assertThat(bundle.keySet()).containsExactly("text/html", "image/png", "text/plain");
    assertThat(String.valueOf(bundle.get("text/html")))
        .contains("Too many values for a live chart");
  }
}
