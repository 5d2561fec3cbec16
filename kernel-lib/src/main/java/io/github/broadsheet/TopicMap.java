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
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import tech.tablesaw.api.Table;

/**
 * Papers in the plane. The middles of the groups lie as far apart as they are unlike (classical
 * scaling), each paper lies around the middle of its group, on the side of the group it is second
 * closest to. The distance between far groups has no meaning, and the picture says so.
 */
final class TopicMap {
  private static final int MOST_POINTS = 3000;
  private static final int LINE = 60;
  private static final int LEGEND_ROW = 20;
  private static final List<String> SYMBOLS =
      List.of("circle", "square", "diamond", "triangle-up", "cross", "x");

  private TopicMap() {}

  static Chart of(Table papers, TopicGroups groups) {
    ObjectNode figure = JsonNodeFactory.instance.objectNode();
    ArrayNode data = figure.putArray("data");
    ObjectNode layout = figure.putObject("layout");
    int count = groups.groups().size();
    double[][] middles = middles(groups.between());
    int[] group = groups.byRow(papers.rowCount());
    ArrayNode[] xs = new ArrayNode[count];
    ArrayNode[] ys = new ArrayNode[count];
    ArrayNode[] cards = new ArrayNode[count];
    for (int g = 0; g < count; g++) {
      ObjectNode trace = data.addObject().put("type", "scatter").put("mode", "markers");
      TopicGroups.Group one = groups.groups().get(g);
      trace.put(
          "name",
          one.rows().size() + " · " + PlotlyText.escape(Plain.cut(Plain.line(one.name()), 44)));
      trace.put("hoverinfo", "text");
      ObjectNode marker = trace.putObject("marker");
      marker.put("color", Palette.color(g)).put("size", groups.size() > 500 ? 5 : 8);
      marker.put("opacity", 0.7).put("symbol", SYMBOLS.get(g % SYMBOLS.size()));
      xs[g] = trace.putArray("x");
      ys[g] = trace.putArray("y");
      cards[g] = trace.putArray("hovertext");
    }
    int step = (groups.size() + MOST_POINTS - 1) / MOST_POINTS;
    for (int i = 0; i < groups.rows().length; i += Math.max(1, step)) {
      int row = groups.rows()[i];
      double[] at = place(groups.likeness()[i], group[row], middles, row);
      xs[group[row]].add(round(at[0]));
      ys[group[row]].add(round(at[1]));
      cards[group[row]].add(card(groups.phrases(), row));
    }
    String drawn =
        String.format(
            Locale.ROOT,
            "%,d papers%s; how far apart two groups lie says little",
            groups.size(),
            step > 1 ? " (one point for " + step + " of them)" : "");
    int head = ChartHead.put(layout, "Topics", List.of(drawn), groups.notes());
    layout.put("hovermode", "closest").put("height", head + 420 + LEGEND_ROW * count);
    layout.withObject("/margin").put("l", 20).put("b", 20);
    layout
        .putObject("legend")
        .put("orientation", "v")
        .put("x", 0)
        .put("y", -0.02)
        .put("yanchor", "top");
    for (String axis : List.of("xaxis", "yaxis")) {
      layout.putObject(axis).put("visible", false).put("showgrid", false).put("zeroline", false);
    }
    if (count == 0) {
      ObjectNode nothing = layout.putArray("annotations").addObject();
      nothing.put("text", "no topics").put("showarrow", false);
      nothing.put("xref", "paper").put("yref", "paper").put("x", 0.5).put("y", 0.5);
    }
    return Chart.of(figure);
  }

  /** The middles of the groups by classical multidimensional scaling. */
  private static double[][] middles(double[][] between) {
    int n = between.length;
    double[][] places = new double[n][2];
    if (n < 2) {
      return places;
    }
    double[][] centered = new double[n][n];
    double[] rows = new double[n];
    double all = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        centered[i][j] = -(1 - between[i][j]);
        rows[i] += centered[i][j] / n;
        all += centered[i][j] / n / n;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = centered[i][j] - rows[i] - rows[j] + all;
        centered[i][j] = value;
        centered[j][i] = value;
      }
    }
    RealMatrix matrix = new Array2DRowRealMatrix(centered, false);
    EigenDecomposition parts = new EigenDecomposition(matrix);
    for (int axis = 0; axis < 2; axis++) {
      double length = Math.sqrt(Math.max(0, parts.getRealEigenvalue(axis)));
      double[] vector = parts.getEigenvector(axis).toArray();
      for (int i = 0; i < n; i++) {
        places[i][axis] = length * vector[i];
      }
    }
    return spread(places);
  }

  /** Pushes middles apart that would cover each other. */
  private static double[][] spread(double[][] places) {
    int n = places.length;
    double room = 1.6 / Math.sqrt(n);
    for (int round = 0; round < 200; round++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          double dx = places[i][0] - places[j][0];
          double dy = places[i][1] - places[j][1];
          double apart = Math.max(1e-6, Math.hypot(dx, dy));
          if (apart < room) {
            double push = (room - apart) / 2 / apart;
            places[i][0] += dx * push + 1e-4 * (i - j);
            places[i][1] += dy * push;
            places[j][0] -= dx * push;
            places[j][1] -= dy * push;
          }
        }
      }
    }
    return places;
  }

  private static double[] place(float[] likeness, int group, double[][] middles, int row) {
    int second = -1;
    for (int g = 0; g < likeness.length; g++) {
      if (g != group && (second < 0 || likeness[g] > likeness[second])) {
        second = g;
      }
    }
    // Around the middle, the typical ones inside; always at the same place for the same paper.
    SplittableRandom random = new SplittableRandom(row);
    double angle = 2 * Math.PI * random.nextDouble();
    double radius = 0.62 / Math.sqrt(middles.length) * Math.sqrt(random.nextDouble());
    double[] at = middles[group].clone();
    at[0] += radius * Math.cos(angle);
    at[1] += radius * Math.sin(angle);
    if (second >= 0 && likeness[group] > 0) {
      double pull = 0.35 * Math.max(0, Math.min(1, likeness[second] / likeness[group]));
      pull *= pull * 2;
      at[0] += pull * (middles[second][0] - middles[group][0]);
      at[1] += pull * (middles[second][1] - middles[group][1]);
    }
    return at;
  }

  private static String card(PaperPhrases phrases, int row) {
    StringBuilder card = new StringBuilder("<b>");
    String title = String.valueOf(phrases.text("title", row));
    card.append(String.join("<br>", PlotlyText.lines(Plain.cut(title, 4 * LINE), LINE)));
    card.append("</b>");
    for (String column : List.of("organization", "listed", "published", "upvotes")) {
      String text = phrases.text(column, row);
      if (text != null && !(column.equals("published") && phrases.text("listed", row) != null)) {
        card.append("<br>")
            .append(column.equals("upvotes") ? "upvotes " : "")
            .append(PlotlyText.escape(Plain.cut(Plain.line(text), LINE)));
      }
    }
    return card.toString();
  }

  private static double round(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
