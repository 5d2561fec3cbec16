package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Counts of numbers in bins of equal, round width; names and {@code histfunc} become bars. */
final class HistogramDrawer {

  private HistogramDrawer() {}

  static Chart<?, ?> draw(ObjectNode figure) {
    List<JsonNode> traces = Traces.visible(figure);
    boolean numbers =
        traces.stream()
                .allMatch(
                    trace ->
                        !trace.has("histfunc") || trace.path("histfunc").asText().equals("count"))
            && traces.stream().allMatch(trace -> data(figure, trace).kind() != Values.Kind.NAME);
    return numbers ? bins(figure, traces) : BarDrawer.draw(groups(figure));
  }

  private static Values data(JsonNode figure, JsonNode trace) {
    return Traces.values(figure, trace, trace.has("x") ? "x" : "y");
  }

  private static RowsChart bins(JsonNode figure, List<JsonNode> traces) {
    RowsChart chart = LineDrawer.draw(figure, List.of());
    boolean legend = traces.stream().anyMatch(trace -> Traces.inLegend(figure, trace));
    chart.getStyler().setLegendVisible(legend);
    Calendar calendar = Calendar.of(traces.stream().map(trace -> data(figure, trace)).toList());
    List<double[]> values = new ArrayList<>();
    for (JsonNode trace : traces) {
      double[] numbers = data(figure, trace).numbers();
      values.add(
          calendar == null ? numbers : Arrays.stream(numbers).map(calendar::units).toArray());
    }
    double[] all =
        values.stream()
            .flatMapToDouble(Arrays::stream)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    if (all.length == 0) {
      return chart;
    }
    int wanted = traces.stream().mapToInt(trace -> trace.path("nbinsx").asInt(0)).max().orElse(0);
    Bins bins = Bins.of(all, wanted);
    for (int i = 0; i < traces.size(); i++) {
      JsonNode trace = traces.get(i);
      double[] heights = bins.heights(values.get(i), trace.path("histnorm").asText());
      List<Double> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      for (int bin = 0; bin < heights.length; bin++) {
        double from = bins.start + bin * bins.width;
        double gap = bins.width / 60;
        double to = from + bins.width - gap;
        x.addAll(List.of(from + gap, from + gap, to, to));
        y.addAll(List.of(0.0, heights[bin], heights[bin], 0.0));
      }
      XYSeries series = chart.addSeries(Traces.key(i), x, y);
      series.setLabel(Labels.cut(Traces.label(trace, i), 30));
      series.setShowInLegend(Traces.inLegend(figure, trace));
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
      series.setFillColor(StillStyle.dense(Traces.color(trace, i), traces.size() > 1 ? 0.6 : 1));
      series.setLineColor(Grid.CLEAR);
      series.setMarker(SeriesMarkers.NONE);
    }
    chart.getStyler().setYAxisMin(0.0);
    if (traces.stream().allMatch(trace -> trace.path("histnorm").asText().isEmpty())) {
      chart.getStyler().setYAxisTickLabelsFormattingFunction(Labels.whole());
    }
    if (bins.width == 1 && calendar == null) {
      chart.getStyler().setXAxisTickLabelsFormattingFunction(Labels.whole());
    }
    if (calendar != null) {
      calendar.label(chart.getStyler());
    }
    return chart;
  }

  private record Bins(double start, double width, int count) {
    /**
     * About as many bins as wanted, or as the square root of the values says, of a round width.
     * Whole numbers stand in the middle of theirs, as Plotly has them.
     */
    static Bins of(double[] values, int wanted) {
      double least = Arrays.stream(values).min().orElse(0);
      double most = Arrays.stream(values).max().orElse(0);
      if (least == most) {
        return new Bins(least - 0.5, 1, 1);
      }
      int about =
          wanted > 0
              ? wanted
              : (int) Math.max(5, Math.min(60, Math.ceil(1.5 * Math.sqrt(values.length))));
      double rough = (most - least) / about;
      double power = Math.pow(10, Math.floor(Math.log10(rough)));
      double width = 10 * power;
      for (double step : new double[] {1, 2, 5}) {
        if (step * power >= rough) {
          width = step * power;
          break;
        }
      }
      boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
      width = whole ? Math.max(1, width) : width;
      double start = Math.floor(least / width) * width - (whole ? 0.5 : 0);
      return new Bins(start, width, (int) Math.floor((most - start) / width) + 1);
    }

    double[] heights(double[] values, String norm) {
      double[] heights = new double[count];
      int all = 0;
      for (double value : values) {
        if (!Double.isNaN(value)) {
          heights[(int) Math.min(count - 1, Math.floor((value - start) / width))]++;
          all++;
        }
      }
      double unit = (norm.contains("percent") ? 0.01 : 1) * (norm.contains("density") ? width : 1);
      double divisor = (norm.startsWith("p") ? Math.max(1, all) : 1) * unit;
      return Arrays.stream(heights).map(height -> height / divisor).toArray();
    }
  }

  /** The figure with each histogram as bars: a count, sum, mean, least or most for each name. */
  private static ObjectNode groups(ObjectNode figure) {
    ObjectNode bars = figure.deepCopy();
    ArrayNode traces = bars.putArray("data");
    for (JsonNode trace : figure.path("data")) {
      String names =
          (trace.has("x") && data(figure, trace).kind() == Values.Kind.NAME) || !trace.has("y")
              ? "x"
              : trace.has("x") && trace.has("y") ? "x" : "y";
      String numbers = names.equals("x") ? "y" : "x";
      Values keys = Traces.values(figure, trace, names);
      Values values = Traces.values(figure, trace, numbers);
      boolean counting =
          !trace.has(numbers)
              || !trace.has("histfunc")
              || trace.path("histfunc").asText().equals("count");
      Map<String, List<Double>> groups = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        double value = counting ? 1 : values.number(i);
        if (!Double.isNaN(value)) {
          groups.computeIfAbsent(keys.label(i), key -> new ArrayList<>()).add(value);
        }
      }
      ObjectNode bar = trace.deepCopy();
      bar.put("type", "bar").put("orientation", names.equals("x") ? "v" : "h");
      ArrayNode labels = bar.putArray(names);
      ArrayNode heights = bar.putArray(numbers);
      groups.forEach(
          (label, group) -> {
            labels.add(PlotlyText.escape(label));
            heights.add(counting ? group.size() : together(trace.path("histfunc").asText(), group));
          });
      traces.add(bar);
    }
    return bars;
  }

  private static double together(String function, List<Double> values) {
    var numbers = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return switch (function) {
      case "avg" -> numbers.getAverage();
      case "min" -> numbers.getMin();
      case "max" -> numbers.getMax();
      default -> numbers.getSum();
    };
  }
}
