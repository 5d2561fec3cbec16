package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;

/** Shares over time with bands and an unfinished last month, as a trend draws them. */
final class TrendFigure {
  private TrendFigure() {}

  static ObjectNode of(String... topics) {
    ObjectNode figure = new ObjectMapper().createObjectNode();
    ArrayNode data = figure.putArray("data");
    for (int t = 0; t < topics.length; t++) {
      ObjectNode low = data.addObject().put("type", "scatter").put("mode", "lines");
      low.put("showlegend", false).put("hoverinfo", "skip").putObject("line").put("width", 0);
      ObjectNode high = low.deepCopy();
      high.put("fill", "tonexty").put("fillcolor", Palette.color(t, 0.18));
      data.add(high);
      ObjectNode line = data.addObject().put("type", "scatter").put("mode", "lines+markers");
      line.put("name", PlotlyText.escape(topics[t]))
          .putObject("line")
          .put("color", Palette.color(t));
      ObjectNode last = line.deepCopy();
      last.put("showlegend", false).withObject("/line").put("dash", "dot");
      data.add(last);
      for (ObjectNode trace : new ObjectNode[] {low, high, line, last}) {
        trace.putArray("x");
        trace.putArray("y");
      }
      for (int month = 0; month < 12; month++) {
        double share = 0.05 + 0.02 * t + 0.03 * Math.sin(month / 2.0 + 2 * t) + 0.004 * month;
        String x = YearMonth.of(2025, 1).plusMonths(month).atDay(1).toString();
        low.withArray("/x").add(x);
        low.withArray("/y").add(share - 0.012);
        high.withArray("/x").add(x);
        high.withArray("/y").add(share + 0.015);
        if (month < 11) {
          line.withArray("/x").add(x);
          line.withArray("/y").add(share);
        }
        if (month > 9) {
          last.withArray("/x").add(x);
          last.withArray("/y").add(share);
        }
      }
    }
    ObjectNode layout = figure.putObject("layout");
    layout.putObject("title").put("text", "Share of papers that mention each topic, by month");
    layout.putObject("xaxis").put("type", "date");
    layout.putObject("yaxis").put("tickformat", ".1%").put("rangemode", "tozero");
    layout.withObject("/yaxis").putObject("title").put("text", "share of papers");
    return figure;
  }
}
