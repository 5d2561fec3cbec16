package io.github.broadsheet.chart;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.AreaPlot;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.BubblePlot;
import tech.tablesaw.plotly.api.CandlestickPlot;
import tech.tablesaw.plotly.api.ContourPlot;
import tech.tablesaw.plotly.api.Heatmap;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.Histogram2D;
import tech.tablesaw.plotly.api.HorizontalBarPlot;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.OHLCPlot;
import tech.tablesaw.plotly.api.ParetoPlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.QQPlot;
import tech.tablesaw.plotly.api.QuantilePlot;
import tech.tablesaw.plotly.api.Scatter3DPlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.api.TimeSeriesPlot;
import tech.tablesaw.plotly.api.TukeyMeanDifferencePlot;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.api.ViolinPlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.HistogramTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** One figure of each kind that jsplot makes. */
final class JsplotFigures {
  private JsplotFigures() {}

  static Figure of(String kind) {
    return Objects.requireNonNull(all().get(kind), kind);
  }

  static Map<String, Figure> all() {
    Table t = table();
    Table bars = t.first(5);
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("area", AreaPlot.create("Area", t, "x", "y"));
    figures.put("area by group", AreaPlot.create("Area", t, "x", "y", "lab"));
    figures.put("line", LinePlot.create("Line", t, "x", "y"));
    figures.put("line by group", LinePlot.create("Line", t, "x", "y", "lab"));
    figures.put("scatter", ScatterPlot.create("Scatter", t, "x", "y"));
    figures.put("scatter by group", ScatterPlot.create("Scatter", t, "x", "y", "lab"));
    figures.put("bubble", BubblePlot.create("Bubble", t, "x", "y", "size"));
    figures.put("time series", TimeSeriesPlot.create("Time", t, "day", "y"));
    figures.put("time series by group", TimeSeriesPlot.create("Time", t, "day", "y", "lab"));
    figures.put("histogram", Histogram.create("Histogram", t, "y"));
    figures.put(
        "histogram overlay",
        new Figure(
            Layout.builder("Overlay").barMode(Layout.BarMode.OVERLAY).build(),
            HistogramTrace.builder(t.doubleColumn("x")).name("x").opacity(0.6).build(),
            HistogramTrace.builder(t.doubleColumn("y")).name("y").opacity(0.6).build()));
    figures.put(
        "histogram of means",
        new Figure(
            Layout.builder("Means").build(),
            HistogramTrace.builder(t.stringColumn("lab"), t.doubleColumn("y"))
                .histFunc(HistogramTrace.HistFunc.AVG)
                .build()));
    figures.put("histogram 2d", Histogram2D.create("Histogram 2D", t, "x", "y"));
    figures.put("horizontal bars", HorizontalBarPlot.create("Bars", bars, "name", "size"));
    figures.put(
        "horizontal bars stacked",
        HorizontalBarPlot.create("Bars", bars, "name", Layout.BarMode.STACK, "size", "votes"));
    figures.put("bars", VerticalBarPlot.create("Bars", bars, "name", "size"));
    figures.put(
        "bars grouped",
        VerticalBarPlot.create("Bars", bars, "name", Layout.BarMode.GROUP, "size", "votes"));
    figures.put(
        "bars stacked",
        VerticalBarPlot.create("Bars", bars, "name", Layout.BarMode.STACK, "size", "votes"));
    figures.put("pareto", ParetoPlot.createVertical("Pareto", bars, "name", "size"));
    figures.put("pie", PiePlot.create("Pie", bars, "name", "size"));
    figures.put("box", BoxPlot.create("Box", t, "lab", "y"));
    figures.put("violin", ViolinPlot.create("Violin", t, "lab", "y", true, true));
    figures.put("heatmap", Heatmap.create("Heat", t, "lab", "kind"));
    figures.put("contour", ContourPlot.create("Contour", t, "lab", "kind"));
    figures.put("candlestick", CandlestickPlot.create("Prices", t, "day", "y", "high", "low", "x"));
    figures.put("ohlc", OHLCPlot.create("Prices", t, "day", "y", "high", "low", "x"));
    figures.put("scatter 3d", Scatter3DPlot.create("Space", t, "x", "y", "size"));
    figures.put("qq", QQPlot.create("QQ", t, "x", "y"));
    figures.put("quantile", QuantilePlot.create("Quantiles", t, "y"));
    figures.put(
        "tukey mean difference", TukeyMeanDifferencePlot.create("Tukey", "unit", t, "x", "y"));
    figures.put("two axes", twoAxes(t));
    return figures;
  }

  private static Figure twoAxes(Table t) {
    Layout layout =
        Layout.builder("Two axes", "x", "y")
            .yAxis2(
                Axis.builder()
                    .title("size")
                    .side(Axis.Side.right)
                    .overlaying(ScatterTrace.YAxis.Y)
                    .build())
            .build();
    return new Figure(
        layout,
        ScatterTrace.builder(t.doubleColumn("x"), t.doubleColumn("y")).name("y").build(),
        ScatterTrace.builder(t.doubleColumn("x"), t.intColumn("size"))
            .name("size")
            .yAxis(ScatterTrace.YAxis.Y2)
            .build());
  }

  static Table table() {
    Random random = new Random(7);
    Table table =
        Table.create(
            "numbers",
            StringColumn.create("name"),
            StringColumn.create("lab"),
            StringColumn.create("kind"),
            DateColumn.create("day"),
            DoubleColumn.create("x"),
            DoubleColumn.create("y"),
            DoubleColumn.create("high"),
            DoubleColumn.create("low"),
            IntColumn.create("size"),
            IntColumn.create("votes"));
    for (int i = 0; i < 60; i++) {
      double x = 50 + 10 * random.nextGaussian();
      double y = 50 + i / 3.0 + 5 * random.nextGaussian();
      table.stringColumn("name").append("Name " + i);
      table.stringColumn("lab").append("Lab " + "ABC".charAt(i % 3));
      table.stringColumn("kind").append("kind " + i * i % 7 % 4);
      table.dateColumn("day").append(LocalDate.of(2025, 1, 1).plusDays(i));
      table.doubleColumn("x").append(x);
      table.doubleColumn("y").append(y);
      table.doubleColumn("high").append(Math.max(x, y) + 3);
      table.doubleColumn("low").append(Math.min(x, y) - 3);
      table.intColumn("size").append(3 + random.nextInt(40));
      table.intColumn("votes").append(3 + random.nextInt(40));
    }
    return table;
  }
}
