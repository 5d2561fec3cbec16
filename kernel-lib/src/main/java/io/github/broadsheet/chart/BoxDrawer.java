package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Quartiles of numbers, a box for each group: whiskers end at the last value within 1.5 times the
 * box, and what lies beyond is a point. XChart's own boxes have colours that cannot be set.
 */
final class BoxDrawer {
  private static final double HALF = 0.28;
  private final RowsChart chart;
  private final Grid grid;

  private BoxDrawer(RowsChart chart) {
    this.chart = chart;
    this.grid = new Grid(chart);
  }

  static RowsChart draw(JsonNode figure) {
    BoxDrawer drawer = new BoxDrawer(LineDrawer.draw(figure, List.of()));
    List<String> names = new ArrayList<>();
    groups(figure)
        .forEach(
            (name, values) -> {
              drawer.box(names.size(), values);
              names.add(name);
            });
    drawer.chart.getStyler().setLegendVisible(false);
    drawer.grid.across(names);
    return drawer.chart;
  }

  private void box(int at, List<Double> list) {
    double[] values = list.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Percentile percentile = new Percentile();
    percentile.setData(values);
    double low = percentile.evaluate(25);
    double middle = percentile.evaluate(50);
    double high = percentile.evaluate(75);
    double reach = 1.5 * (high - low);
    double least = Arrays.stream(values).filter(value -> value >= low - reach).min().orElse(low);
    double most = Arrays.stream(values).filter(value -> value <= high + reach).max().orElse(high);
    Color color = StillStyle.palette(at);
    double left = at - HALF;
    double right = at + HALF;
    grid.rectangle(left, low, right, high, StillStyle.dense(color, 0.3));
    series(
        "edge " + at,
        List.of(left, left, right, right, left),
        List.of(low, high, high, low, low),
        color);
    series("median " + at, List.of(left, right), List.of(middle, middle), color);
    double foot = HALF / 2;
    series(
        "low " + at,
        List.of(at - foot, at + foot, (double) at, (double) at),
        List.of(least, least, least, low),
        color);
    series(
        "high " + at,
        List.of(at - foot, at + foot, (double) at, (double) at),
        List.of(most, most, most, high),
        color);
    List<Double> out = list.stream().filter(value -> value < least || value > most).toList();
    if (!out.isEmpty()) {
      XYSeries points =
          series("points " + at, out.stream().map(value -> (double) at).toList(), out, Grid.CLEAR);
      points.setMarker(SeriesMarkers.CIRCLE);
      points.setMarkerColor(color);
    }
  }

  private XYSeries series(String name, List<Double> x, List<Double> y, Color line) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setLineColor(line);
    series.setLineStyle(new BasicStroke(1.5f));
    Marker none = SeriesMarkers.NONE;
    series.setMarker(none);
    return series;
  }

  private static Map<String, List<Double>> groups(JsonNode figure) {
    Map<String, List<Double>> groups = new LinkedHashMap<>();
    List<JsonNode> traces = Traces.visible(figure);
    for (int t = 0; t < traces.size(); t++) {
      JsonNode trace = traces.get(t);
      boolean grouped = trace.has("x") && trace.has("y");
      Values names = Traces.values(figure, trace, "x");
      Values numbers = Traces.values(figure, trace, trace.has("y") ? "y" : "x");
      for (int i = 0; i < numbers.size(); i++) {
        String group = grouped ? names.label(i) : Traces.label(trace, t);
        if (!Double.isNaN(numbers.number(i))) {
          groups.computeIfAbsent(group, name -> new ArrayList<>()).add(numbers.number(i));
        }
      }
    }
    return groups;
  }
}
