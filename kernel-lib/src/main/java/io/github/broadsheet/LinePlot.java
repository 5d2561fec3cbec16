package io.github.broadsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.chart.Chart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** One number along something, as lines or as points. */
final class LinePlot {
  private static final int MOST_GROUPS = 10;

  private LinePlot() {}

  static Chart of(PlotData data, String mode, String x, String y, @Nullable String group) {
    Column<?> xs = data.column(x);
    Column<?> ys = data.numbers(y);
    Column<?> groups = group == null ? null : data.column(group);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    int missing = 0;
    for (int row = 0; row < xs.size(); row++) {
      if (xs.isMissing(row) || Double.isNaN(PlotData.number(ys, row))) {
        missing++;
      } else {
        String name = groups == null ? "" : PlotData.text(groups, row);
        rows.computeIfAbsent(name == null ? "–" : name, any -> new ArrayList<>()).add(row);
      }
    }
    String by = group == null ? "" : ", by " + group;
    boolean points = mode.equals("markers");
    PlotFigure figure =
        new PlotFigure(points ? y + " and " + x + by : y + " along " + x + by, x, y);
    figure.leftOut(data, missing);
    List<Map.Entry<String, List<Integer>>> series = new ArrayList<>(rows.entrySet());
    if (series.size() > MOST_GROUPS) {
      figure.remark("the " + MOST_GROUPS + " largest of " + series.size() + " groups");
      series.sort(
          Comparator.comparing((Map.Entry<String, List<Integer>> one) -> -one.getValue().size()));
      series = series.subList(0, MOST_GROUPS);
    }
    for (Map.Entry<String, List<Integer>> one : series) {
      ObjectNode trace = figure.trace("scatter").put("mode", mode).put("name", one.getKey());
      fill(trace, data, xs, ys, points ? one.getValue() : inOrder(xs, one.getValue()));
    }
    if (!PlotData.isTime(xs) && !(xs instanceof NumericColumn<?>)) {
      figure.axis("xaxis").put("type", "category");
    }
    figure.layout().put("showlegend", group != null);
    return figure.chart();
  }

  private static List<Integer> inOrder(Column<?> xs, List<Integer> rows) {
    if (xs instanceof NumericColumn<?>) {
      return rows.stream().sorted(Comparator.comparing(row -> PlotData.number(xs, row))).toList();
    }
    return PlotData.isTime(xs)
        ? rows.stream()
            .sorted(Comparator.comparing(row -> String.valueOf(PlotData.text(xs, row))))
            .toList()
        : rows;
  }

  private static void fill(
      ObjectNode trace, PlotData data, Column<?> xs, Column<?> ys, List<Integer> rows) {
    ArrayNode x = trace.putArray("x");
    ArrayNode y = trace.putArray("y");
    Column<?> titles = data.table().containsColumn("title") ? data.table().column("title") : null;
    ArrayNode texts = titles == null ? null : trace.putArray("text");
    for (int row : rows) {
      if (xs instanceof NumericColumn<?>) {
        x.add(PlotData.number(xs, row));
      } else {
        x.add(PlotData.text(xs, row));
      }
      y.add(PlotData.number(ys, row));
      if (titles != null && texts != null) {
        String title = PlotData.text(titles, row);
        texts.add(title == null ? "" : title);
      }
    }
    if (texts != null) {
      trace.put("hovertemplate", "%{text}<br>%{x}, %{y}<extra></extra>");
    }
  }
}
