package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines, points, areas, and bands between two lines. */
final class LineDrawer {
  /** Letters of an entry of the legend, and about how wide one and the mark before them are. */
  private static final int LONGEST_LABEL = 40;

  private static final int LETTER = 7;
  private static final int LEGEND_MARK = 40;

  private static final int MOST_POINTS = 5000;

  private final JsonNode figure;
  private final RowsChart chart;
  private @Nullable Calendar calendar;
  private @Nullable NamedTimes named;

  /** The times across, in milliseconds. */
  private DoubleSummaryStatistics times = new DoubleSummaryStatistics();

  private List<String> upright = List.of();
  private int left;

  private LineDrawer(JsonNode figure) {
    this.figure = figure;
    this.chart = new RowsChart(StillPicture.WIDTH, FigureDefaults.HEIGHT);
  }

  static StillPainter.Drawing of(JsonNode figure) {
    LineDrawer drawer = new LineDrawer(figure);
    RowsChart chart = drawer.draw(Traces.visible(figure));
    String note =
        drawer.left == 0
            ? ""
            : "The picture leaves out " + drawer.left + " points that would not be seen apart.";
    return new StillPainter.Drawing(chart, note);
  }

  static RowsChart draw(JsonNode figure, List<JsonNode> traces) {
    return new LineDrawer(figure).draw(traces);
  }

  /** Whether the legend takes no more than the width of the picture, in one row. */
  private boolean fitsInARow(List<JsonNode> traces) {
    int width = 0;
    for (int i = 0; i < traces.size(); i++) {
      if (Traces.inLegend(figure, traces.get(i))) {
        String label = Labels.cut(Traces.label(traces.get(i), i), LONGEST_LABEL);
        width += LEGEND_MARK + LETTER * label.length();
      }
    }
    return width <= StillPicture.WIDTH;
  }

  private RowsChart draw(List<JsonNode> traces) {
    boolean legend = traces.stream().anyMatch(trace -> Traces.inLegend(figure, trace));
    StillStyle.axes(chart.getStyler(), figure, legend);
    if (!fitsInARow(traces)) {
      // XChart cuts off what of a row is too wide.
      chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
      chart.getStyler().setLegendLayout(Styler.LegendLayout.Vertical);
    }
    chart.setXAxisTitle(Traces.text(figure, "xaxis"));
    chart.setYAxisTitle(Traces.text(figure, "yaxis"));
    Map<String, Integer> names = names(traces, "x");
    upright = new ArrayList<>(names(traces, "y").keySet());
    if (figure.path("layout").path("yaxis").path("autorange").asText().equals("reversed")) {
      Collections.reverse(upright);
    }
    List<Values> across = traces.stream().map(trace -> Traces.values(figure, trace, "x")).toList();
    calendar = Calendar.of(across);
    named = calendar == null ? null : NamedTimes.of(figure.path("layout").path("xaxis"));
    times =
        across.stream()
            .filter(values -> values.kind() == Values.Kind.DATE)
            .flatMapToDouble(values -> Arrays.stream(values.numbers()))
            .filter(time -> !Double.isNaN(time))
            .summaryStatistics();
    for (int i = 0; i < traces.size(); i++) {
      JsonNode trace = traces.get(i);
      Points points = points(trace, names);
      String fill = trace.path("fill").asText();
      if (i > 0 && fill.equals("tonexty")) {
        band(i, points(traces.get(i - 1), names), points);
      } else if (fill.equals("tonexty") || fill.equals("tozeroy")) {
        band(i, points.atZero(), points);
      }
    }
    for (int i = 0; i < traces.size(); i++) {
      JsonNode trace = traces.get(i);
      line(i, trace, points(trace, names));
      if (trace.path("marker").path("size").isArray()) {
        bubbles(i, trace, names);
      }
    }
    axes(names);
    return chart;
  }

  private record Points(List<Double> x, List<@Nullable Double> y) {
    Points atZero() {
      return new Points(x, x.stream().map(at -> (@Nullable Double) 0.0).toList());
    }
  }

  private Map<String, Integer> names(List<JsonNode> traces, String axis) {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (JsonNode trace : traces) {
      Values along = Traces.values(figure, trace, axis);
      for (int i = 0; along.kind() == Values.Kind.NAME && i < along.size(); i++) {
        if (!along.label(i).isEmpty()) {
          names.putIfAbsent(along.label(i), names.size());
        }
      }
    }
    return names;
  }

  private Points points(JsonNode trace, Map<String, Integer> names) {
    Values x = Traces.values(figure, trace, "x");
    Values y = Traces.values(figure, trace, "y");
    int size = Math.min(x.size(), y.size());
    int step = Math.max(1, (size + MOST_POINTS - 1) / MOST_POINTS);
    List<Double> xs = new ArrayList<>();
    List<@Nullable Double> ys = new ArrayList<>();
    for (int i = 0; i < size; i += step) {
      double at = x.kind() == Values.Kind.NAME ? names.getOrDefault(x.label(i), -1) : x.number(i);
      at = Double.isNaN(at) ? at : place(at);
      if (!Double.isNaN(at)) {
        double value = upright.isEmpty() ? y.number(i) : place(y.label(i));
        xs.add(at);
        ys.add(Double.isNaN(value) ? null : value);
      }
    }
    return new Points(xs, ys);
  }

  /** Where a number or a time stands on the x axis. */
  private double place(double at) {
    return named != null ? named.place(at) : calendar != null ? calendar.units(at) : at;
  }

  /** Where a name stands on the y axis. */
  private double place(String name) {
    int place = upright.indexOf(name);
    return place < 0 ? Double.NaN : place;
  }

  /** The area between two lines: along the one and back along the other. */
  private void band(int index, Points from, Points to) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    append(from, x, y, false);
    append(to, x, y, true);
    if (x.size() > 2) {
      JsonNode trace = Traces.visible(figure).get(index);
      Color fill = fill(trace, index);
      XYSeries series = chart.addSeries("band " + index, x, y);
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
      series.setFillColor(fill);
      series.setLineColor(Grid.CLEAR);
      series.setMarker(SeriesMarkers.NONE);
      series.setLabel(Labels.cut(Traces.label(trace, index), LONGEST_LABEL));
      // An area by itself, not the band of a line, may have an entry of its own.
      series.setShowInLegend(
          trace.path("showlegend").asBoolean(false)
              && trace.path("line").path("width").asDouble(2) == 0);
    }
  }

  private static void append(Points points, List<Double> x, List<Double> y, boolean back) {
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (int i = 0; i < points.x().size(); i++) {
      Double value = points.y().get(i);
      if (value != null) {
        xs.add(points.x().get(i));
        ys.add(value);
      }
    }
    if (back) {
      Collections.reverse(xs);
      Collections.reverse(ys);
    }
    x.addAll(xs);
    y.addAll(ys);
  }

  private void line(int index, JsonNode trace, Points points) {
    if (points.x().isEmpty()) {
      return;
    }
    int size = Math.min(FigureValues.size(trace), trace.path("y").size());
    left += size > MOST_POINTS ? size - points.x().size() : 0;
    String mode = trace.path("mode").asText(points.x().size() < 20 ? "lines+markers" : "lines");
    boolean lines = mode.contains("lines") && trace.path("line").path("width").asDouble(2) > 0;
    boolean markers = mode.contains("markers");
    boolean bubbles = trace.path("marker").path("size").isArray();
    if (!lines && !markers) {
      return;
    }
    Color color = Traces.color(trace, index);
    XYSeries series = chart.addSeries(Traces.key(index), points.x(), points.y());
    series.setLabel(Labels.cut(Traces.label(trace, index), LONGEST_LABEL));
    series.setShowInLegend(Traces.inLegend(figure, trace));
    series.setXYSeriesRenderStyle(lines ? XYSeriesRenderStyle.Line : XYSeriesRenderStyle.Scatter);
    series.setLineColor(lines ? color : Grid.CLEAR);
    series.setMarkerColor(
        StillStyle.dense(color, trace.path("opacity").asDouble(lines ? 1 : 0.75)));
    series.setMarker(markers && !bubbles ? Symbol.of(trace.path("marker")) : SeriesMarkers.NONE);
    series.setLineStyle(stroke(trace.path("line")));
    if (trace.path("yaxis").asText().equals("y2")) {
      series.setYAxisGroup(1);
      chart.setYAxisGroupTitle(1, Traces.text(figure, "yaxis2"));
      chart.getStyler().setYAxisGroupPosition(1, org.knowm.xchart.style.Styler.YAxisPosition.Right);
    }
  }

  /** Disks of the sizes the trace gives in pixels; a size nobody can draw is cut. */
  private void bubbles(int index, JsonNode trace, Map<String, Integer> names) {
    Points points = points(trace, names);
    JsonNode sizes = trace.path("marker").path("size");
    Map<Integer, Points> classes = new TreeMap<>(Comparator.reverseOrder());
    for (int i = 0; i < Math.min(points.x().size(), sizes.size()); i++) {
      int size = (int) Math.max(2, Math.min(64, Math.round(sizes.get(i).asDouble(6))));
      Points same =
          classes.computeIfAbsent(size, any -> new Points(new ArrayList<>(), new ArrayList<>()));
      same.x().add(points.x().get(i));
      same.y().add(points.y().get(i));
    }
    classes.forEach(
        (size, same) -> {
          XYSeries series = chart.addSeries("bubbles " + index + " " + size, same.x(), same.y());
          series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
          series.setMarker(Symbol.disk(size));
          series.setMarkerColor(StillStyle.dense(Traces.color(trace, index), 0.55));
          series.setShowInLegend(false);
        });
  }

  private static Color fill(JsonNode trace, int index) {
    Color line = Traces.color(trace, index);
    JsonNode given = trace.path("fillcolor");
    Color soft = StillStyle.dense(line.getAlpha() == 0 ? StillStyle.palette(index) : line, 0.2);
    return given.isTextual() ? StillStyle.color(given.textValue(), soft) : soft;
  }

  static BasicStroke stroke(JsonNode line) {
    float width = (float) Math.max(0.5, Math.min(8, line.path("width").asDouble(2)));
    float[] dashes =
        switch (line.path("dash").asText("solid")) {
          case "dot" -> new float[] {2, 4};
          case "dash", "longdash" -> new float[] {7, 5};
          case "dashdot", "longdashdot" -> new float[] {7, 4, 2, 4};
          default -> null;
        };
    return dashes == null
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dashes, 0f);
  }

  private void axes(Map<String, Integer> names) {
    var style = chart.getStyler();
    if (!upright.isEmpty()) {
      new Grid(chart).up(upright);
      style.setPlotGridVerticalLinesVisible(true);
      style.setPlotGridHorizontalLinesVisible(false);
      if (figure.path("layout").path("xaxis").path("rangemode").asText().equals("tozero")) {
        style.setXAxisMin(0.0);
      }
    }
    if (named != null) {
      named.label(style, times.getMin());
    } else if (calendar != null) {
      calendar.label(style, times.getMin());
    } else if (!names.isEmpty()) {
      style.setXAxisTickLabelsFormattingFunction(Labels.at(List.copyOf(names.keySet()), 18));
    } else {
      var format = StillStyle.format(figure.path("layout").path("xaxis"));
      style.setXAxisTickLabelsFormattingFunction(
          Labels.bounded(format == null ? StillStyle::number : format));
    }
    JsonNode layout = figure.path("layout");
    JsonNode end = layout.path("xaxis").path("range").path(1);
    double room = Values.of(JsonNodeFactory.instance.arrayNode().add(end), "date").number(0);
    if (calendar != null && room > times.getMax()) {
      // Room for the last name, which XChart leaves out where it would be cut.
      style.setXAxisMax(place(room));
    }
    StillStyle.visible(style, layout);
    JsonNode legendTitle = layout.path("legend").path("title").path("text");
    if (StillStyle.below(layout)
        && legendTitle.isTextual()
        && Traces.text(figure, "xaxis").isEmpty()) {
      // XChart's legends have no title; right above a legend below the chart is the axis's.
      String told = PlotlyText.plain(legendTitle.textValue());
      boolean beside = style.getLegendPosition() == Styler.LegendPosition.OutsideE;
      chart.setXAxisTitle(beside ? "at the right: " + told.replaceAll(":$", "") : told);
      style.setXAxisTitleVisible(true);
    }
    style.setXAxisLogarithmic(layout.path("xaxis").path("type").asText().equals("log"));
    style.setYAxisLogarithmic(layout.path("yaxis").path("type").asText().equals("log"));
    if (layout.path("yaxis").path("rangemode").asText().equals("tozero")
        && !style.isYAxisLogarithmic()) {
      style.setYAxisMin(0.0);
    }
    JsonNode range = layout.path("yaxis").path("range");
    if (range.path(0).isNumber() && range.path(1).isNumber() && !style.isYAxisLogarithmic()) {
      style.setYAxisMin(range.path(0).doubleValue());
      style.setYAxisMax(range.path(1).doubleValue());
    }
  }
}
