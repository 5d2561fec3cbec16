package io.github.broadsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.chart.PlotlyText;
import java.util.ArrayList;
import java.util.List;

/** A Plotly figure being made: its traces, its words, and what a reader must know of it. */
final class PlotFigure {
  private final ObjectNode figure = JsonNodeFactory.instance.objectNode();
  private final ObjectNode layout;
  private final String title;
  private final List<String> remarks = new ArrayList<>();

  PlotFigure(String title, String x, String y) {
    this.title = title;
    figure.putArray("data");
    layout = figure.putObject("layout");
    axis("xaxis").putObject("title").put("text", PlotlyText.escape(x));
    axis("yaxis").putObject("title").put("text", PlotlyText.escape(y));
  }

  ObjectNode trace(String type) {
    return figure.withArray("/data").addObject().put("type", type);
  }

  ObjectNode layout() {
    return layout;
  }

  ObjectNode axis(String name) {
    return layout.withObject("/" + name);
  }

  /** What was across is up now, and the other way round. */
  void swapAxes() {
    JsonNode across = layout.path("xaxis");
    layout.set("xaxis", layout.path("yaxis"));
    layout.set("yaxis", across);
  }

  /** Said in small print below the title. */
  void remark(String remark) {
    remarks.add(remark);
  }

  /** Rows that have no value where one is needed. */
  void leftOut(PlotData data, int rows) {
    if (rows > 0) {
      remark(data.rows(rows) + " without a value left out");
    }
  }

  Chart chart() {
    boolean empty = true;
    for (var trace : figure.path("data")) {
      empty &= trace.path("x").isEmpty() && trace.path("y").isEmpty();
    }
    if (empty) {
      axis("xaxis").put("visible", false);
      axis("yaxis").put("visible", false);
      ObjectNode nothing = layout.putArray("annotations").addObject();
      nothing.put("text", "no rows").put("showarrow", false);
      nothing.put("xref", "paper").put("yref", "paper").put("x", 0.5).put("y", 0.5);
    }
    StringBuilder text = new StringBuilder(PlotlyText.escape(title));
    if (!remarks.isEmpty()) {
      text.append("<br><span style=\"font-size:12px\">");
      text.append(PlotlyText.escape(String.join("; ", remarks))).append("</span>");
      layout.putObject("margin").put("l", 60).put("r", 30).put("t", 76).put("b", 50);
    }
    layout.putObject("title").put("text", text.toString());
    return Chart.of(figure);
  }
}
