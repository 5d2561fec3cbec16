package io.github.broadsheet;

import static io.github.broadsheet.Bucket.MONTH;
import static io.github.broadsheet.TrendTest.clock;
import static io.github.broadsheet.TrendTest.papers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TrendChartTest {
  private final Trend trend =
      Trend.of(
              clock("2026-01-15"),
              papers(
                  "2025-01-02 Agents",
                  "2025-01-03 x",
                  "2025-02-03 x",
                  "2025-04-01 y",
                  "2025-05-05 agent",
                  "2025-06-02 agent"),
              "agent",
              "</script><img src=x onerror=alert(1)>&\\: never|\"seen: | $x$\"")
          .by(MONTH);
  private final JsonNode figure = trend.plot().json();

  private List<JsonNode> traces(String field, String value) {
    return StreamSupport.stream(figure.path("data").spliterator(), false)
        .filter(trace -> trace.path(field).asText().startsWith(value))
        .toList();
  }

  @Test
  void drawsSharesInPercentWithAGapForAnEmptyBucket() {
    JsonNode line = traces("mode", "lines+markers").get(0);
    assertThat(line.path("x").toString())
        .isEqualTo(
            "[\"2025-01-01\",\"2025-02-01\",\"2025-03-01\",\"2025-04-01\",\"2025-05-01\",\"2025-06-01\"]");
    assertThat(line.path("y").toString()).isEqualTo("[50.0,0.0,null,0.0,100.0,null]");
    assertThat(line.path("connectgaps").asBoolean(true)).isFalse();
    assertThat(line.path("name").asText()).isEqualTo("agent · 100.0 %");
    assertThat(figure.at("/layout/legend/title/text").asText()).isEqualTo("in 2025-05:");
    assertThat(figure.at("/layout/yaxis/range/0").asInt(-1)).isZero();
    assertThat(figure.at("/layout/yaxis/range/1").asDouble()).isEqualTo(105);
  }

  @Test
  void drawsABandForEachRunOfBucketsWithPapers() {
    List<JsonNode> bands = traces("fill", "tonexty");
    assertThat(bands).hasSize(4);
    assertThat(bands.get(0).path("x").toString()).isEqualTo("[\"2025-01-01\",\"2025-02-01\"]");
    assertThat(bands.get(0).path("y").toString()).isEqualTo("[90.547,79.345]");
    assertThat(bands)
        .allMatch(band -> !band.path("showlegend").asBoolean(true))
        .allMatch(band -> band.path("hoverinfo").asText().equals("skip"))
        .allMatch(band -> band.path("fillcolor").asText().startsWith("rgba("));
  }

  @Test
  void marksTheUnfinishedBucket() {
    JsonNode dashed =
        StreamSupport.stream(figure.path("data").spliterator(), false)
            .filter(trace -> trace.at("/line/dash").asText().equals("dash"))
            .findFirst()
            .orElseThrow();
    assertThat(dashed.path("x").toString()).isEqualTo("[\"2025-05-01\",\"2025-06-01\"]");
    JsonNode mark = traces("mode", "markers").get(0);
    assertThat(mark.at("/marker/symbol").asText()).isEqualTo("circle-open");
    assertThat(mark.at("/hovertext/0").asText())
        .isEqualTo(
            "<b>agent</b> · 2025-06<br>1 of 1 paper, 100.0 % (20.7–100.0 %)<br>not finished");
  }

  @Test
  void saysTheCountsOnHover() {
    assertThat(traces("mode", "lines+markers").get(0).at("/hovertext/0").asText())
        .isEqualTo("<b>agent</b> · 2025-01<br>1 of 2 papers, 50.0 % (9.5–90.5 %)");
  }

  @Test
  void saysWhatItCountedInTheTitle() {
    assertThat(figure.at("/layout/title/text").asText())
        .startsWith("Share of papers that mention a topic, by month<br>")
        .contains("6 papers, listed 2025-01-02 to 2025-06-02")
        .contains("2025-06 is not finished");
  }

  @Test
  void foldsASentenceThatIsTooLongForALine() {
    String topic = "a label that goes on: agent";
    String[] rows = new String[20];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "2025-01-%02d %s".formatted(i + 1, i % 10 == 9 ? "nothing" : "agent " + i);
    }
    JsonNode layout =
        Trend.of(clock("2026-01-15"), papers(rows), topic)
            .by(Bucket.DAY)
            .plot()
            .json()
            .path("layout");
    String[] lines = layout.at("/title/text").asText().split("<br>");
    assertThat(lines).hasSize(4).allMatch(line -> line.length() < 125);
    assertThat(layout.at("/margin/t").asInt()).isEqualTo(84 + 3 * ChartHead.LINE);
    assertThat(layout.path("height").asInt()).isGreaterThan(300 + layout.at("/margin/t").asInt());
  }

  @Test
  void groupsWhatBelongsToATopicUnderOneLegendEntry() {
    assertThat(figure.path("data"))
        .allMatch(trace -> trace.path("legendgroup").asText().startsWith("topic "));
    assertThat(figure.path("data"))
        .filteredOn(trace -> trace.path("showlegend").asBoolean())
        .hasSize(2);
  }

  @Test
  void escapesLabels() {
    assertThat(figure.toString()).doesNotContain("<img").doesNotContain("</script");
    assertThat(traces("mode", "lines+markers").get(1).path("name").asText())
        .startsWith("&lt;/script&gt;&lt;img src");
  }

  @Test
  void showsAOneBucketTrend() {
    JsonNode one =
        Trend.of(clock("2026-01-15"), papers("2025-01-02 Agents"), "agent").plot().json();
    assertThat(one.path("data").get(0).path("y").toString()).isEqualTo("[20.655,100.0]");
    assertThat(one.at("/layout/xaxis/ticktext").toString()).isEqualTo("[\"2025-01-02\"]");
  }

  @Test
  void isTheBundleOfItsPlotWithItsNumbersAsText() {
    Map<String, Object> bundle = trend.mimeBundle();
    assertThat(bundle).containsEntry("text/plain", trend.toString());
    assertThat(bundle.get("application/vnd.plotly.v1+json")).isInstanceOf(Map.class);
    assertThat(bundle.keySet()).containsExactlyElementsOf(trend.plot().mimeBundle().keySet());
  }
}
