package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** The look of still pictures: Plotly's, as far as XChart goes. */
final class StillStyle {
  static final Color DARK = new Color(0x33, 0x3d, 0x4a);
  static final Color SOFT = new Color(0x5c, 0x66, 0x73);
  static final Color GRID = new Color(0xe6, 0xe9, 0xee);
  private static final Color CLEAR = new Color(255, 255, 255, 0);
  private static final Pattern RGB =
      Pattern.compile(
          "rgba?\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*(?:,\\s*([\\d.]+)\\s*)?\\)");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("black", "#000000"),
          Map.entry("white", "#ffffff"),
          Map.entry("red", "#e45756"),
          Map.entry("green", "#2ca02c"),
          Map.entry("blue", "#1f77b4"),
          Map.entry("orange", "#f58518"),
          Map.entry("purple", "#9467bd"),
          Map.entry("brown", "#8c564b"),
          Map.entry("pink", "#e377c2"),
          Map.entry("gray", "#7f7f7f"),
          Map.entry("grey", "#7f7f7f"),
          Map.entry("yellow", "#eeca3b"),
          Map.entry("lightgray", "#d3d3d3"),
          Map.entry("lightgrey", "#d3d3d3"));

  private StillStyle() {}

  static Font font(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  /** What all charts share. */
  static void style(Styler style, boolean legend) {
    style.setAntiAlias(true);
    style.setTextAntiAlias(true);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setPlotBorderColor(Color.WHITE);
    style.setChartTitleVisible(false);
    style.setChartFontColor(SOFT);
    style.setChartPadding(12);
    style.setLegendVisible(legend);
    style.setLegendPosition(Styler.LegendPosition.OutsideE);
    style.setLegendBackgroundColor(CLEAR);
    style.setLegendBorderColor(CLEAR);
    style.setLegendFont(font(12));
    style.setLegendPadding(8);
    style.setLegendSeriesLineLength(20);
    style.setMarkerSize(6);
    style.setLocale(Locale.ROOT);
    Color[] colors = new Color[Palette.COLORS.size()];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = palette(i);
    }
    style.setSeriesColors(colors);
  }

  /** What charts with two axes share. */
  static void axes(AxesChartStyler style, JsonNode figure, boolean legend) {
    style(style, legend);
    if (below(figure.path("layout"))) {
      style.setLegendPosition(Styler.LegendPosition.OutsideS);
      style.setLegendLayout(Styler.LegendLayout.Horizontal);
    }
    style.setAxisTitleFont(font(13));
    style.setXAxisTitleColor(SOFT);
    style.setYAxisTitleColor(SOFT);
    style.setAxisTickLabelsFont(font(12));
    style.setAxisTickLabelsColor(SOFT);
    style.setAxisTicksLineVisible(false);
    style.setAxisTicksMarksVisible(false);
    style.setPlotTicksMarksVisible(false);
    style.setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1f));
    style.setPlotGridVerticalLinesVisible(false);
    style.setPlotMargin(0);
    style.setAxisTickPadding(6);
    style.setAxisTitlePadding(8);
    style.setXAxisTitleVisible(!Traces.text(figure, "xaxis").isEmpty());
    style.setYAxisTitleVisible(!Traces.text(figure, "yaxis").isEmpty());
    Function<Double, String> format = format(figure.path("layout").path("yaxis"));
    // Otherwise labels stand on their lowest stroke, and "Apr" higher than "Feb".
    style.setXAxisLabelAlignmentVertical(AxesChartStyler.TextAlignment.Right);
    style.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
    style.setYAxisTickLabelsFormattingFunction(
        Labels.bounded(format == null ? StillStyle::number : format));
  }

  /**
   * The tick format of an axis in d3's language, as far as {@code .1%}, {@code ,d}, {@code .2f} go.
   */
  static @Nullable Function<Double, String> format(JsonNode axis) {
    Matcher format =
        Pattern.compile("(,?)\\.?(\\d*)([%fd])").matcher(axis.path("tickformat").asText(""));
    String prefix = PlotlyText.plain(axis.path("tickprefix").asText(""));
    String suffix = PlotlyText.plain(axis.path("ticksuffix").asText(""));
    if (!format.matches()) {
      return prefix.isEmpty() && suffix.isEmpty() ? null : value -> prefix + number(value) + suffix;
    }
    int digits =
        format.group(2).isEmpty() || format.group(3).equals("d")
            ? 0
            : Math.min(9, Integer.parseInt(format.group(2)));
    DecimalFormat decimal =
        new DecimalFormat(
            (format.group(1).isEmpty() ? "0" : "#,##0")
                + (digits > 0 ? "." + "0".repeat(digits) : "")
                + (format.group(3).equals("%") ? "%" : ""),
            DecimalFormatSymbols.getInstance(Locale.ROOT));
    return value -> prefix + decimal.format(value) + suffix;
  }

  /** Whether the legend lies below the chart. */
  static boolean below(JsonNode layout) {
    return layout.path("legend").path("orientation").asText().equals("h");
  }

  /** Hides the axes a figure hides. */
  static void visible(AxesChartStyler style, JsonNode layout) {
    if (!layout.path("yaxis").path("visible").asBoolean(true)) {
      style.setYAxisTicksVisible(false);
      style.setPlotGridHorizontalLinesVisible(false);
      style.setYAxisTitleVisible(false);
    }
    if (!layout.path("xaxis").path("visible").asBoolean(true)) {
      style.setXAxisTicksVisible(false);
      style.setXAxisTitleVisible(false);
    }
  }

  /** {@code 1200}, {@code 12k}, {@code 0.25}. */
  static String number(double value) {
    double size = Math.abs(value);
    String pattern =
        size >= 1e9 ? "0.##B" : size >= 1e6 ? "0.##M" : size >= 1e4 ? "0.##k" : "0.####";
    double unit = size >= 1e9 ? 1e9 : size >= 1e6 ? 1e6 : size >= 1e4 ? 1e3 : 1;
    return new DecimalFormat(
            pattern.replace("B", "'B'").replace("M", "'M'").replace("k", "'k'"),
            DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value / unit);
  }

  static Color palette(int index) {
    return Color.decode(Palette.color(index));
  }

  /** A CSS colour, or the other one if it is none that is known here. */
  static Color color(String css, Color otherwise) {
    String text = NAMES.getOrDefault(css.toLowerCase(Locale.ROOT), css);
    if (text.matches("#[0-9a-fA-F]{3}")) {
      text = text.replaceAll("([0-9a-fA-F])", "$1$1");
    }
    if (text.matches("#[0-9a-fA-F]{6}")) {
      return Color.decode(text);
    }
    Matcher rgb = RGB.matcher(text);
    if (!rgb.matches()) {
      return otherwise;
    }
    int alpha =
        rgb.group(4) == null
            ? 255
            : (int) Math.round(255 * Math.min(1, Double.parseDouble(rgb.group(4))));
    return new Color(part(rgb.group(1)), part(rgb.group(2)), part(rgb.group(3)), alpha);
  }

  private static int part(String number) {
    return Math.min(255, Integer.parseInt(number));
  }

  static Color dense(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
  }

  /** A text in lines that fit, the last one cut. */
  static List<String> wrap(String text, FontMetrics metrics, int width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty() && lines.size() < most) {
      int fits = rest.length();
      while (fits > 1 && metrics.stringWidth(rest.substring(0, fits)) > width) {
        int blank = rest.lastIndexOf(' ', fits - 1);
        fits = blank > 0 ? blank : fits - 1;
      }
      lines.add(rest.substring(0, fits));
      rest = rest.substring(fits).strip();
    }
    if (!rest.isEmpty()) {
      int last = lines.size() - 1;
      lines.set(last, lines.get(last) + "…");
    }
    return lines;
  }
}
