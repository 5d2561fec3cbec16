package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Reads what the drawers need of a figure's traces. */
final class Traces {
  private Traces() {}

  /** The kinds of the figure's traces, each once. */
  static List<String> kinds(JsonNode figure) {
    List<String> kinds = new ArrayList<>();
    for (JsonNode trace : figure.path("data")) {
      String kind = trace.path("type").asText("scatter");
      if (!kinds.contains(kind)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /** The traces that are not hidden. */
  static List<JsonNode> visible(JsonNode figure) {
    List<JsonNode> traces = new ArrayList<>();
    for (JsonNode trace : figure.path("data")) {
      JsonNode visible = trace.path("visible");
      if (!visible.asText("true").equals("false") && !visible.asText().equals("legendonly")) {
        traces.add(trace);
      }
    }
    return traces;
  }

  /** A name no other series of the chart has, which XChart asks for; the label is what is shown. */
  static String key(int index) {
    return "series " + index;
  }

  static String label(JsonNode trace, int index) {
    String name = PlotlyText.plain(trace.path("name").asText(""));
    return name.isEmpty() ? "trace " + index : name;
  }

  /** Whether Plotly would show the trace in a legend. */
  static boolean inLegend(JsonNode figure, JsonNode trace) {
    int series = figure.path("data").size();
    boolean wanted = figure.path("layout").path("showlegend").asBoolean(series > 1);
    return wanted && trace.path("showlegend").asBoolean(true);
  }

  /** The values along an axis, or counted if the trace has none. */
  static Values values(JsonNode figure, JsonNode trace, String axis) {
    JsonNode array = trace.path(axis);
    String type = figure.path("layout").path(axis + "axis").path("type").asText("");
    return array.isArray() ? Values.of(array, type) : Values.count(FigureValues.size(trace));
  }

  static String text(JsonNode figure, String axis) {
    return FigureDefaults.title(figure.path("layout").path(axis));
  }

  /** The colour of a trace's line or marker, else that of its place in the palette. */
  static Color color(JsonNode trace, int index) {
    for (JsonNode given :
        List.of(trace.path("line").path("color"), trace.path("marker").path("color"))) {
      if (given.isTextual()) {
        return StillStyle.color(given.textValue(), StillStyle.palette(index));
      }
    }
    return StillStyle.palette(index);
  }
}
