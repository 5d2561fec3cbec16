package io.github.broadsheet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;

class FigureJsonTest {
  static Stream<String> kinds() {
    return JsplotFigures.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindIsStrictJsonWithTitlesAndNumbersAsPlotlyWantsThem(String kind)
      throws JsonProcessingException {
    JsonNode json = FigureJson.of(JsplotFigures.of(kind));
    JsonNode read = new ObjectMapper().readTree(json.toString());
    assertThat(read.path("data")).isNotEmpty();
    assertThat(read.path("layout").path("title").path("text").isTextual()).isTrue();
    assertThat(read.toString()).doesNotContain("titlefont").doesNotContain("\"NaN\"");
    assertThat(read.path("layout").has("width")).isFalse();
    assertThat(read.path("layout").has("height")).isFalse();
    for (JsonNode trace : read.path("data")) {
      for (String axis : new String[] {"x", "y"}) {
        for (JsonNode value : trace.path(axis)) {
          boolean name =
              value.isTextual() && value.textValue().matches("(Lab|Name|kind) .*|2025-.*");
          assertThat(value.isNumber() || name).as("%s %s", kind, value).isTrue();
        }
      }
    }
  }

  @Test
  void whatIsMissingIsNull() {
    Figure figure =
        new Figure(
            Layout.builder().build(),
            ScatterTrace.builder(new double[] {1, 2, Double.NaN}, new double[] {Double.NaN, 2, 3})
                .build());
    assertThat(FigureJson.of(figure).path("data").path(0).path("x")).hasToString("[1.0,2.0,null]");
    assertThat(FigureJson.of(figure).path("data").path(0).path("y")).hasToString("[null,2.0,3.0]");
  }

  @Test
  void idsThatLookLikeNumbersStayText() {
    Table table =
        Table.create(
            StringColumn.create("id", "2405.17430", "2405.17431"), IntColumn.create("n", 1, 2));
    JsonNode json = FigureJson.of(VerticalBarPlot.create("Ids", table, "id", "n"));
    assertThat(json.path("data").path(0).path("x")).hasToString("[\"2405.17430\",\"2405.17431\"]");
    assertThat(json.path("layout").path("xaxis").path("type").asText()).isEqualTo("category");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain", "it's", "say \"x\"", "ends with \\", "a \\n b \\", "two\nlines\r\n",
            "</script><img src=x onerror=alert(1)>",
        "$\\alpha$ & <b>bold</b>", "\u2028 \u202E x", "🙂 עברית", "{{7*7}}", "'", "\\", "&amp;"
      })
  void anyTextIsShownAsItIs(String text) {
    Table table =
        Table.create(StringColumn.create("c", text, "other"), IntColumn.create("n", 1, 2));
    String shown = PlotlyText.escape(text);
    JsonNode pie = FigureJson.of(PiePlot.create(text, table, "c", "n"));
    assertThat(pie.path("layout").path("title").path("text").asText()).isEqualTo(shown);
    assertThat(pie.path("data").path(0).path("labels").path(0).asText()).isEqualTo(shown);
    Figure line =
        new Figure(
            Layout.builder(text).xAxis(Axis.builder().title(text).build()).build(),
            ScatterTrace.builder(new double[] {1}, new double[] {2})
                .name(text)
                .text(new String[] {text})
                .build());
    JsonNode json = FigureJson.of(line);
    assertThat(json.path("layout").path("xaxis").path("title").path("text").asText())
        .isEqualTo(shown);
    assertThat(json.path("data").path(0).path("name").asText()).isEqualTo(shown);
    assertThat(json.path("data").path(0).path("text").path(0).asText()).isEqualTo(shown);
    assertThat(shown).doesNotContain("<").doesNotContain("\n").doesNotContain("\u202E");
  }
}
