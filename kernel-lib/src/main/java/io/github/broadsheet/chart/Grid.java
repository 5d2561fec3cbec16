package io.github.broadsheet.chart;

import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Rectangles and names on number axes: category 0 is at 0, 1 at 1 and so on. XChart's own category
 * charts drop names when they lie side by side or on an upright axis, and cannot stack to the
 * right.
 */
final class Grid {
  static final Color CLEAR = new Color(0, 0, 0, 0);
  private final RowsChart chart;
  private int series;

  Grid(RowsChart chart) {
    this.chart = chart;
  }

  /** A filled rectangle; it may stand for its kind in the legend. */
  XYSeries rectangle(double left, double bottom, double right, double top, Color fill) {
    XYSeries shape =
        chart.addSeries(
            "rectangle " + series++,
            List.of(left, left, right, right),
            List.of(bottom, top, top, bottom));
    shape.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    shape.setFillColor(fill);
    shape.setLineColor(CLEAR);
    shape.setMarker(SeriesMarkers.NONE);
    shape.setShowInLegend(false);
    return shape;
  }

  /** Names along the x axis. */
  void across(List<String> names) {
    var style = chart.getStyler();
    style.setXAxisMin(-0.6);
    style.setXAxisMax(names.size() - 0.4);
    style.setXAxisTickMarkSpacingHint(spacing(560, names.size(), 60));
    style.setXAxisTickLabelsFormattingFunction(
        Labels.at(names, Math.max(4, Math.min(20, 90 / Math.max(1, names.size())))));
  }

  /** Names along the y axis, the first at the bottom. */
  void up(List<String> names) {
    var style = chart.getStyler();
    style.setYAxisMin(-0.6);
    style.setYAxisMax(names.size() - 0.4);
    style.setYAxisTickMarkSpacingHint(spacing(330, names.size(), 20));
    chart.names(names);
  }

  private static int spacing(int pixels, int names, int most) {
    return Math.max(12, Math.min(most, (int) (0.8 * pixels / Math.max(1, names))));
  }
}
