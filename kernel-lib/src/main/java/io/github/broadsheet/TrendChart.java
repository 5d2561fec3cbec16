package io.github.broadsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.TrendSeries.Line;
import io.github.broadsheet.TrendSeries.Point;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.chart.Palette;
import io.github.broadsheet.chart.PlotlyText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A trend in Plotly's JSON. */
final class TrendChart {
  /** The plot with its axes, and a row of the legend, of which 600 pixels take two entries. */
  private static final int HEIGHT = 330;

  private static final int LEGEND_ROW = 22;
  private static final List<String> SYMBOLS =
      List.of("circle", "square", "diamond", "triangle-up", "cross", "x");
  private static final double BAND = 0.18;

  /** With many topics the bands lie over each other, and a darker one hides the lines. */
  private static final double FAINT_BAND = 0.09;

  private static final int FEW = 3;
  private static final double FLATTENED = 2;
  private static final String INK = "#777777";
  private static final String GRID = "rgba(127,127,127,0.25)";
  private static final String CLEAR = "rgba(0,0,0,0)";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final TrendSeries series;
  private final ArrayNode data = JSON.arrayNode();

  private final List<String> sentences;

  private TrendChart(TrendSeries series, List<String> sentences) {
    this.series = series;
    this.sentences = sentences;
  }

  /** A chart with sentences about it below its title. */
  static Chart of(TrendSeries series, List<String> sentences) {
    return Chart.of(new TrendChart(series, sentences).figure());
  }

  private ObjectNode figure() {
    if (series.papers() > 0) {
      series.breaks().forEach(this::addBreak);
      for (int i = 0; i < series.lines().size(); i++) {
        addBands(i);
      }
      for (int i = 0; i < series.lines().size(); i++) {
        addLine(i);
        addUnfinished(i);
      }
    }
    ObjectNode figure = JSON.objectNode();
    figure.set("data", data);
    figure.set("layout", layout());
    return figure;
  }

  /** Upright, from bottom to top, where the bucket after it begins. */
  private void addBreak(TrendBreak at) {
    ObjectNode line = data.addObject().put("type", "scatter").put("mode", "lines");
    line.put("name", "break").put("showlegend", false).put("legendgroup", "breaks");
    line.putArray("x").add(at.start().toString()).add(at.start().toString());
    line.putArray("y").add(0).add(top());
    line.putObject("line").put("color", INK).put("width", 1.5).put("dash", "dot");
    line.put("hoverinfo", "text").put("hovertext", PlotlyText.escape(at.sentence(series.bucket())));
  }

  /** Bands lie under all lines; a bucket without papers ends one. */
  private void addBands(int topic) {
    List<Point> run = new ArrayList<>();
    for (Point point : series.lines().get(topic).points()) {
      if (point.isEmpty()) {
        addBand(topic, run);
        run.clear();
      } else {
        run.add(point);
      }
    }
    addBand(topic, run);
  }

  private void addBand(int topic, List<Point> run) {
    if (run.size() == 1) {
      // A band one bucket wide has no area: a broad stroke takes its place.
      Point point = run.get(0);
      ObjectNode stroke = trace(topic, List.of(point, point), "lines").put("hoverinfo", "skip");
      ArrayNode ends = stroke.putArray("y");
      ends.add(percent(point.interval().low())).add(percent(point.interval().high()));
      stroke.putObject("line").put("color", Palette.color(topic, band())).put("width", 9);
    } else if (run.size() > 1) {
      edge(topic, run, point -> point.interval().low());
      edge(topic, run, point -> point.interval().high())
          .put("fill", "tonexty")
          .put("fillcolor", Palette.color(topic, band()));
    }
  }

  private ObjectNode edge(int topic, List<Point> run, ToDoubleFunction<Point> bound) {
    ObjectNode edge = trace(topic, run, "lines").put("hoverinfo", "skip");
    ArrayNode y = edge.putArray("y");
    run.forEach(point -> y.add(percent(bound.applyAsDouble(point))));
    edge.putObject("line").put("color", CLEAR).put("width", 0);
    return edge;
  }

  private void addLine(int topic) {
    Line line = series.lines().get(topic);
    ObjectNode trace = trace(topic, line.points(), "lines+markers");
    trace.put("showlegend", true).put("name", legend(line)).put("connectgaps", false);
    trace.putObject("line").put("color", Palette.color(topic)).put("width", 2);
    marker(trace, topic, "");
    ArrayNode y = trace.putArray("y");
    for (Point point : line.points()) {
      if (point.isEmpty() || !point.complete()) {
        y.addNull();
      } else {
        y.add(percent(point.share()));
      }
    }
    hover(trace, line, line.points());
  }

  private void addUnfinished(int topic) {
    Line line = series.lines().get(topic);
    List<Point> points = line.points();
    Point last = points.get(points.size() - 1);
    if (last.complete()) {
      return;
    }
    if (points.size() > 1 && !points.get(points.size() - 2).isEmpty()) {
      List<Point> step = points.subList(points.size() - 2, points.size());
      ObjectNode dashed = trace(topic, step, "lines").put("hoverinfo", "skip");
      ArrayNode y = dashed.putArray("y");
      step.forEach(point -> y.add(percent(point.share())));
      dashed
          .putObject("line")
          .put("color", Palette.color(topic))
          .put("width", 2)
          .put("dash", "dash");
    }
    ObjectNode mark = trace(topic, List.of(last), "markers");
    mark.putArray("y").add(percent(last.share()));
    marker(mark, topic, "-open");
    hover(mark, line, List.of(last));
  }

  private ObjectNode trace(int topic, List<Point> points, String mode) {
    ObjectNode trace = data.addObject();
    trace.put("type", "scatter").put("mode", mode);
    if (mode.endsWith("markers")) {
      trace.put("cliponaxis", false);
    }
    trace.put("name", label(series.lines().get(topic)));
    trace.put("legendgroup", "topic " + (topic + 1)).put("showlegend", false);
    ArrayNode x = trace.putArray("x");
    points.forEach(point -> x.add(point.start().toString()));
    return trace;
  }

  private void marker(ObjectNode trace, int topic, String suffix) {
    boolean many = series.lines().get(topic).points().size() > 60;
    ObjectNode marker = trace.putObject("marker");
    marker
        .put("color", Palette.color(topic))
        .put("symbol", SYMBOLS.get(topic % SYMBOLS.size()) + suffix);
    marker.put("size", suffix.isEmpty() ? (many ? 4 : 7) : 9);
  }

  private void hover(ObjectNode trace, Line line, List<Point> points) {
    trace.put("hoverinfo", "text");
    ArrayNode text = trace.putArray("hovertext");
    for (Point point : points) {
      text.add(
          point.isEmpty()
              ? ""
              : String.format(
                  Locale.ROOT,
                  "<b>%s</b> · %s<br>%,d of %,d %s, %s (%s–%s)%s",
                  label(line),
                  series.bucket().label(point.start()),
                  point.count(),
                  point.total(),
                  point.total() == 1 ? "paper" : "papers",
                  TrendSeries.percent(point.share()),
                  TrendSeries.percent(point.interval().low()).replace(" %", ""),
                  TrendSeries.percent(point.interval().high()),
                  point.complete() ? "" : "<br>not finished"));
    }
  }

  private ObjectNode layout() {
    ObjectNode layout = JSON.objectNode();
    layout.put("hovermode", "closest");
    int head =
        ChartHead.put(
            layout,
            series.headline() + ", by " + series.bucket().word(),
            List.of(series.facts()),
            sentences,
            series.notes());
    layout.put("height", head + HEIGHT + LEGEND_ROW * ((series.lines().size() - 1) / 2));
    ObjectNode legend = layout.putObject("legend");
    legend.put("orientation", "h").put("x", 0).put("y", -0.12).put("yanchor", "top");
    Point newest = newest(series.lines().get(0));
    if (newest != null) {
      String when = "in " + series.bucket().label(newest.start()) + ":";
      legend.putObject("title").put("text", when).put("side", "top");
    }
    ObjectNode xaxis = layout.putObject("xaxis");
    xaxis.put("type", "date").put("gridcolor", GRID).put("linecolor", GRID);
    ObjectNode yaxis = layout.putObject("yaxis");
    yaxis.put("ticksuffix", " %").put("gridcolor", GRID).put("zeroline", false);
    yaxis.putArray("range").add(0).add(top());
    yaxis
        .putObject("title")
        .put("text", "share of " + PlotlyText.escape(series.subject()) + ", 95 % interval");
    if (series.papers() == 0) {
      xaxis.put("visible", false);
      yaxis.put("visible", false);
      ObjectNode nothing = layout.putArray("annotations").addObject();
      nothing.put("text", "Nothing to chart: there are no papers with a day.");
      nothing.put("showarrow", false).put("xref", "paper").put("yref", "paper");
      nothing.put("x", 0.5).put("y", 0.5);
    } else {
      ticks(xaxis);
    }
    return layout;
  }

  private double band() {
    return series.lines().size() <= FEW ? BAND : FAINT_BAND;
  }

  /** Few buckets are named as in the table; of many, Plotly chooses. */
  private void ticks(ObjectNode xaxis) {
    List<Point> points = series.lines().get(0).points();
    if (points.size() <= 12) {
      ArrayNode values = xaxis.put("tickmode", "array").putArray("tickvals");
      ArrayNode names = xaxis.putArray("ticktext");
      for (Point point : points) {
        values.add(point.start().toString());
        names.add(series.bucket().label(point.start()));
      }
    }
  }

  /**
   * High enough for every share and band, unless that makes the chart twice as high as nine bands
   * of ten do: one tiny bucket must not flatten all.
   */
  private double top() {
    return top(List.of(series));
  }

  /** The same for several charts of one scale. */
  static double top(Collection<TrendSeries> series) {
    double[] highs = all(series, point -> point.interval().high());
    double[] shares = all(series, Point::share);
    if (highs.length == 0) {
      return 100;
    }
    double band = highs[(int) Math.ceil(0.9 * highs.length) - 1];
    double most = Math.max(1.05 * band, 1.15 * shares[shares.length - 1]);
    double top = Math.min(1.05 * highs[highs.length - 1], FLATTENED * most);
    return percent(Math.min(1.05, Math.max(top, most)));
  }

  private static double[] all(Collection<TrendSeries> series, ToDoubleFunction<Point> value) {
    return series.stream()
        .flatMap(one -> one.lines().stream())
        .flatMap(line -> line.points().stream())
        .filter(point -> !point.isEmpty())
        .mapToDouble(value)
        .sorted()
        .toArray();
  }

  /** The label and the newest finished value, which saves the eye the way to the line's end. */
  private static String legend(Line line) {
    Point newest = newest(line);
    return newest == null ? label(line) : label(line) + " · " + TrendSeries.percent(newest.share());
  }

  /** The last bucket that is finished and has papers; it is the same for every line. */
  private static @Nullable Point newest(Line line) {
    Point newest = null;
    for (Point point : line.points()) {
      if (point.complete() && !point.isEmpty()) {
        newest = point;
      }
    }
    return newest;
  }

  private static String label(Line line) {
    return PlotlyText.escape(TrendText.shorten(line.topic().label()));
  }

  /** In percent, to a thousandth: more digits only make the notebook larger. */
  private static double percent(double share) {
    return Math.round(share * 1e5) / 1e3;
  }
}
