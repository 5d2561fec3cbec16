package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.knowm.xchart.XYSeries;

/** Numbers on a grid as colours: heat maps, contours, and counts of points in the plane. */
final class HeatDrawer {
  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final int BINS = 20;
  private static final int MOST_CELLS = 4000;
  private static final Color[] VIRIDIS = {
    new Color(0x44, 0x01, 0x54),
    new Color(0x3b, 0x52, 0x8b),
    new Color(0x21, 0x91, 0x8c),
    new Color(0x5e, 0xc9, 0x62),
    new Color(0xfd, 0xe7, 0x25)
  };

  private HeatDrawer() {}

  static RowsChart draw(JsonNode figure) {
    JsonNode trace = figure.path("data").path(0);
    JsonNode rows = trace.path("z");
    int width = 0;
    for (JsonNode row : rows) {
      width = Math.max(width, row.size());
    }
    double[][] z = new double[rows.size()][width];
    for (int y = 0; y < z.length; y++) {
      for (int x = 0; x < width; x++) {
        z[y][x] = rows.path(y).path(x).asDouble(Double.NaN);
      }
    }
    return chart(
        figure, labels(figure, trace, "x", width), labels(figure, trace, "y", z.length), z);
  }

  /** A two-dimensional histogram. */
  static RowsChart counts(JsonNode figure) {
    JsonNode trace = figure.path("data").path(0);
    double[] x = Traces.values(figure, trace, "x").numbers();
    double[] y = Traces.values(figure, trace, "y").numbers();
    double[][] z = new double[BINS][BINS];
    Span across = Span.of(x);
    Span up = Span.of(y);
    for (int i = 0; i < Math.min(x.length, y.length); i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        z[up.bin(y[i])][across.bin(x[i])]++;
      }
    }
    return chart(figure, across.labels(), up.labels(), z);
  }

  private record Span(double from, double to) {
    static Span of(double[] values) {
      double from = Arrays.stream(values).filter(value -> !Double.isNaN(value)).min().orElse(0);
      double to = Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(1);
      return new Span(from, to > from ? to : from + 1);
    }

    int bin(double value) {
      return (int) Math.min(BINS - 1, BINS * (value - from) / (to - from));
    }

    List<String> labels() {
      List<String> labels = new ArrayList<>();
      for (int i = 0; i < BINS; i++) {
        double middle = from + (i + 0.5) * (to - from) / BINS;
        labels.add(StillStyle.number(new BigDecimal(middle).round(THREE_DIGITS).doubleValue()));
      }
      return labels;
    }
  }

  private static List<String> labels(JsonNode figure, JsonNode trace, String axis, int size) {
    Values values =
        trace.path(axis).isArray() ? Traces.values(figure, trace, axis) : Values.count(size);
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      labels.add(values.label(i));
    }
    return labels;
  }

  private static RowsChart chart(JsonNode figure, List<String> xs, List<String> ys, double[][] z) {
    if ((long) xs.size() * ys.size() > MOST_CELLS) {
      throw new IllegalArgumentException("more than " + MOST_CELLS + " cells");
    }
    RowsChart chart = LineDrawer.draw(figure, List.of());
    Grid grid = new Grid(chart);
    DoubleSummaryStatistics range =
        Arrays.stream(z)
            .flatMapToDouble(Arrays::stream)
            .filter(value -> !Double.isNaN(value))
            .summaryStatistics();
    double span = range.getMax() > range.getMin() ? range.getMax() - range.getMin() : 1;
    for (int y = 0; y < z.length; y++) {
      for (int x = 0; x < z[y].length; x++) {
        if (!Double.isNaN(z[y][x])) {
          Color color = color((z[y][x] - range.getMin()) / span);
          grid.rectangle(x - 0.5, y - 0.5, x + 0.5, y + 0.5, color);
        }
      }
    }
    for (int step = 4; step >= 0 && range.getCount() > 0; step--) {
      XYSeries key = grid.rectangle(0, 0, 0, 0, color(step / 4.0));
      key.setLabel(StillStyle.number(range.getMin() + step / 4.0 * span));
      key.setShowInLegend(true);
    }
    grid.across(xs);
    grid.up(ys);
    chart.getStyler().setXAxisMin(-0.5).setXAxisMax(xs.size() - 0.5);
    chart.getStyler().setYAxisMin(-0.5).setYAxisMax(ys.size() - 0.5);
    chart.getStyler().setPlotGridLinesVisible(false).setPlotContentSize(1);
    chart.getStyler().setLegendVisible(true);
    return chart;
  }

  /** The colour of a value from 0 to 1. */
  private static Color color(double value) {
    double at = Math.max(0, Math.min(1, value)) * (VIRIDIS.length - 1);
    int below = (int) Math.min(VIRIDIS.length - 2, Math.floor(at));
    double part = at - below;
    Color from = VIRIDIS[below];
    Color to = VIRIDIS[below + 1];
    return new Color(
        (int) (from.getRed() + part * (to.getRed() - from.getRed())),
        (int) (from.getGreen() + part * (to.getGreen() - from.getGreen())),
        (int) (from.getBlue() + part * (to.getBlue() - from.getBlue())));
  }
}
