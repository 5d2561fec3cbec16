package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Bars up or to the right, side by side or stacked, with lines above them. */
final class BarDrawer {
  private static final int LONGEST_LABEL = 40;

  private BarDrawer() {}

  static Chart<?, ?> draw(JsonNode figure) {
    List<JsonNode> traces = Traces.visible(figure);
    boolean horizontal =
        traces.stream().allMatch(trace -> trace.path("orientation").asText().equals("h"));
    boolean stacked = figure.path("layout").path("barmode").asText().matches("stack|relative");
    return horizontal ? right(figure, traces, stacked) : up(figure, traces, stacked);
  }

  private static RowsChart right(JsonNode figure, List<JsonNode> traces, boolean stacked) {
    RowsChart chart = LineDrawer.draw(figure, List.of());
    Grid grid = new Grid(chart);
    boolean legend = traces.stream().anyMatch(trace -> Traces.inLegend(figure, trace));
    chart.getStyler().setLegendVisible(legend);
    chart.getStyler().setPlotGridVerticalLinesVisible(true);
    chart.getStyler().setPlotGridHorizontalLinesVisible(false);
    List<String> labels = labels(figure, traces, "y");
    boolean reversed =
        figure.path("layout").path("yaxis").path("autorange").asText().equals("reversed");
    double[] ends = new double[labels.size()];
    double most = 0;
    double least = 0;
    double height = stacked ? 0.8 : 0.8 / Math.max(1, traces.size());
    for (int t = 0; t < traces.size(); t++) {
      List<Double> numbers = numbers(figure, traces.get(t), labels, "y", "x");
      for (int i = 0; i < labels.size(); i++) {
        double from = stacked ? ends[i] : 0;
        ends[i] = from + numbers.get(i);
        most = Math.max(most, ends[i]);
        least = Math.min(least, ends[i]);
        double bottom = (reversed ? labels.size() - 1 - i : i) - 0.4 + (stacked ? 0 : t * height);
        XYSeries bar =
            grid.rectangle(from, bottom, ends[i], bottom + height, Traces.color(traces.get(t), t));
        if (i == 0) {
          bar.setShowInLegend(Traces.inLegend(figure, traces.get(t)));
          bar.setLabel(Labels.cut(Traces.label(traces.get(t), t), 30));
        }
      }
    }
    List<String> names = new ArrayList<>(labels);
    if (reversed) {
      Collections.reverse(names);
    }
    grid.up(names);
    chart.getStyler().setXAxisMin(least * 1.04);
    chart.getStyler().setXAxisMax(most > least ? most * 1.04 : 1.0);
    return chart;
  }

  private static CategoryChart up(JsonNode figure, List<JsonNode> traces, boolean stacked) {
    CategoryChart chart = new CategoryChart(StillPicture.WIDTH, FigureDefaults.HEIGHT);
    boolean legend = traces.stream().anyMatch(trace -> Traces.inLegend(figure, trace));
    StillStyle.axes(chart.getStyler(), figure, legend);
    StillStyle.visible(chart.getStyler(), figure.path("layout"));
    chart.getStyler().setStacked(stacked);
    chart.getStyler().setAvailableSpaceFill(0.8);
    chart.setXAxisTitle(Traces.text(figure, "xaxis"));
    chart.setYAxisTitle(Traces.text(figure, "yaxis"));
    boolean sideways = !traces.isEmpty() && traces.get(0).path("orientation").asText().equals("h");
    String along = sideways ? "y" : "x";
    List<String> labels = labels(figure, traces, along);
    int longest = labels.stream().mapToInt(String::length).max().orElse(0);
    int room = 620 / Math.max(1, labels.size()) / 7;
    if (longest > room) {
      chart.getStyler().setXAxisLabelRotation(labels.size() > 25 ? 90 : 45);
    }
    if (labels.size() > 40) {
      chart.getStyler().setXAxisMaxLabelCount(20);
    }
    for (int i = 0; i < traces.size(); i++) {
      JsonNode trace = traces.get(i);
      Color color = Traces.color(trace, i);
      CategorySeries series =
          chart.addSeries(
              Traces.key(i),
              Labels.distinct(labels, LONGEST_LABEL),
              numbers(figure, trace, labels, "x", "y"));
      series.setLabel(Labels.cut(Traces.label(trace, i), 30));
      series.setShowInLegend(Traces.inLegend(figure, trace));
      series.setFillColor(color);
      series.setLineColor(color);
      if (!trace.path("type").asText("scatter").equals("bar")) {
        series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line);
        series.setLineStyle(LineDrawer.stroke(trace.path("line")));
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(color);
      } else {
        series.setLineStyle(new BasicStroke(0.5f));
      }
      if (trace.path("yaxis").asText().equals("y2")) {
        series.setYAxisGroup(1);
        chart.setYAxisGroupTitle(1, Traces.text(figure, "yaxis2"));
        chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
      }
    }
    return chart;
  }

  /** The categories of all traces: names as they appear, days and numbers in their order. */
  private static List<String> labels(JsonNode figure, List<JsonNode> traces, String axis) {
    Map<String, Double> labels = new LinkedHashMap<>();
    for (JsonNode trace : traces) {
      Values values = Traces.values(figure, trace, axis);
      for (int i = 0; i < values.size(); i++) {
        labels.putIfAbsent(values.label(i), values.number(i));
      }
    }
    if (labels.values().stream().noneMatch(value -> value.isNaN())) {
      return labels.isEmpty()
          ? List.of(" ")
          : labels.entrySet().stream()
              .sorted(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .toList();
    }
    return List.copyOf(labels.keySet());
  }

  /** One number a category; bars of the same category add up, as they cover each other else. */
  private static List<Double> numbers(
      JsonNode figure, JsonNode trace, List<String> labels, String along, String up) {
    Values names = Traces.values(figure, trace, along);
    Values heights = Traces.values(figure, trace, up);
    double[] sums = new double[labels.size()];
    for (int i = 0; i < names.size(); i++) {
      double height = heights.number(i);
      int at = labels.indexOf(names.label(i));
      sums[at] += Double.isNaN(height) ? 0 : height;
    }
    List<Double> numbers = new ArrayList<>();
    for (double sum : sums) {
      numbers.add(sum);
    }
    return numbers;
  }
}
