package io.github.broadsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.chart.Palette;
import io.github.broadsheet.chart.PlotlyText;
import io.github.broadsheet.display.Plain;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Two shares of each phrase, joined by a line: where it came from and where it is. */
final class ShiftChart {
  private static final int MOST_ROWS = 40;
  private static final int LONGEST = 36;
  private static final String LINE = "rgba(127,127,127,0.55)";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ShiftChart() {}

  /** A phrase with its share of two sets of papers and the papers behind each. */
  record Row(String phrase, double from, double to, int papersFrom, int papersTo, double q) {}

  /**
   * The names of the two sets of papers; in order of time the first is drawn hollow, else the
   * second as a diamond: who does not see the colours, or prints in black, must know them, too.
   */
  record Sides(String from, String to, boolean ordered) {}

  /**
   * Draws the rows, the first at the top.
   *
   * @param sides what the two shares are shares of, and whether the first comes before the second
   */
  static Chart of(String title, Sides sides, List<String> facts, List<Row> all) {
    List<Row> rows = all.subList(0, Math.min(MOST_ROWS, all.size()));
    ObjectNode figure = JSON.objectNode();
    ArrayNode data = figure.putArray("data");
    ObjectNode layout = figure.putObject("layout");
    if (!rows.isEmpty()) {
      joints(data, rows);
      marks(data, rows, Row::from, sides.from, sides.ordered ? "circle-open" : "circle", 0);
      marks(
          data,
          rows,
          Row::to,
          sides.to,
          sides.ordered ? "circle" : "diamond",
          sides.ordered ? 0 : 1);
    }
    int height = ChartHead.put(layout, title, facts) + 124 + 24 * rows.size();
    layout.put("hovermode", "closest").put("height", height);
    layout.withObject("/margin").put("l", 60).put("r", 30).put("b", 70);
    ObjectNode legend = layout.putObject("legend");
    legend.put("orientation", "h").put("x", 0).put("y", -60.0 / (60 + 24 * rows.size()));
    ObjectNode across = layout.putObject("xaxis");
    across.put("ticksuffix", " %").put("rangemode", "tozero").put("showgrid", true);
    across.putObject("title").put("text", "share of papers");
    ObjectNode up = layout.putObject("yaxis");
    up.put("type", "category").put("autorange", "reversed").put("showgrid", false);
    up.put("dtick", 1).put("automargin", true);
    // Room between a name and the mark of a share of nearly nothing.
    up.put("ticks", "outside").put("ticklen", 8).put("tickcolor", "rgba(0,0,0,0)");
    if (rows.isEmpty()) {
      across.put("visible", false);
      up.put("visible", false);
      ObjectNode nothing = layout.putArray("annotations").addObject();
      nothing.put("text", "No phrase has changed beyond chance.").put("showarrow", false);
      nothing.put("xref", "paper").put("yref", "paper").put("x", 0.5).put("y", 0.5);
    }
    return Chart.of(figure);
  }

  private static void joints(ArrayNode data, List<Row> rows) {
    ObjectNode lines = data.addObject().put("type", "scatter").put("mode", "lines");
    lines.put("hoverinfo", "skip").put("showlegend", false);
    lines.putObject("line").put("color", LINE).put("width", 3);
    ArrayNode x = lines.putArray("x");
    ArrayNode y = lines.putArray("y");
    for (Row row : rows) {
      x.add(percent(row.from)).add(percent(row.to)).add(percent(row.to));
      y.add(label(row)).add(label(row)).addNull();
    }
  }

  private static void marks(
      ArrayNode data,
      List<Row> rows,
      ToDoubleFunction<Row> share,
      String name,
      String symbol,
      int color) {
    ObjectNode marks = data.addObject().put("type", "scatter").put("mode", "markers");
    marks.put("name", PlotlyText.escape(name)).put("hoverinfo", "text").put("cliponaxis", false);
    ObjectNode marker = marks.putObject("marker");
    marker.put("color", Palette.color(color)).put("symbol", symbol).put("size", 10);
    ArrayNode x = marks.putArray("x");
    ArrayNode y = marks.putArray("y");
    ArrayNode hover = marks.putArray("hovertext");
    for (Row row : rows) {
      x.add(percent(share.applyAsDouble(row)));
      y.add(label(row));
      hover.add(
          String.format(
              Locale.ROOT,
              "<b>%s</b><br>%.2f %% → %.2f %% (%,d and %,d papers)<br>q = %.1g",
              PlotlyText.escape(row.phrase),
              100 * row.from,
              100 * row.to,
              row.papersFrom,
              row.papersTo,
              row.q));
    }
  }

  private static String label(Row row) {
    return PlotlyText.escape(Plain.cut(Plain.line(row.phrase), LONGEST));
  }

  private static double percent(double share) {
    return Math.round(share * 1e5) / 1e3;
  }
}
