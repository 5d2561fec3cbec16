package io.github.broadsheet.chart;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BiFunction;
import org.knowm.xchart.XYChart;

/**
 * A chart that may have names along its upright axis, each as long as the picture has room for.
 * XChart never finds the ticks of an upright axis whose first labels are longer than {@value
 * #LONGEST} characters, so it gets others, which only keep the room free, and the names are drawn
 * over them.
 */
final class RowsChart extends XYChart {
  private static final int LONGEST = 20;
  private static final int ROOM = 240;
  private static final int GAP = 6;
  private static final String WIDE = "W";
  private List<String> names = List.of();

  RowsChart(int width, int height) {
    super(width, height);
  }

  /** Sets the names of 0, 1, 2 …, the first at the bottom. */
  void names(List<String> all) {
    FontMetrics metrics = metrics();
    names =
        Labels.legible(
            all,
            name -> fitted(name, metrics, Labels::cut),
            name -> fitted(name, metrics, Labels::cutWithin));
    int widest = names.stream().mapToInt(metrics::stringWidth).max().orElse(0);
    int letters =
        Math.min(LONGEST, (widest + metrics.stringWidth(WIDE) - 1) / metrics.stringWidth(WIDE));
    getStyler().setYAxisGroupTickLabelsColorMap(0, Grid.CLEAR);
    getStyler()
        .setYAxisTickLabelsFormattingFunction(
            Labels.bounded(at -> Labels.placeholder(at, letters)));
  }

  @Override
  public void paint(Graphics2D pen, int width, int height) {
    super.paint(pen, width, height);
    if (!names.isEmpty()) {
      names(pen);
    }
  }

  private void names(Graphics2D pen) {
    Color before = pen.getColor();
    pen.setFont(getStyler().getAxisTickLabelsFont());
    pen.setColor(StillStyle.SOFT);
    FontMetrics metrics = pen.getFontMetrics();
    double left = getScreenXFromChart(getStyler().getXAxisMin()) - GAP;
    float middle = (metrics.getAscent() - metrics.getDescent()) / 2f;
    for (int i = 0; i < names.size(); i++) {
      double x = left - metrics.stringWidth(names.get(i));
      pen.drawString(names.get(i), (float) x, (float) getScreenYFromChart(i) + middle);
    }
    pen.setColor(before);
  }

  private FontMetrics metrics() {
    Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return pen.getFontMetrics(getStyler().getAxisTickLabelsFont());
    } finally {
      pen.dispose();
    }
  }

  private static String fitted(
      String name, FontMetrics metrics, BiFunction<String, Integer, String> cut) {
    int letters = name.length();
    String fitted = name;
    while (letters > 1 && metrics.stringWidth(fitted) > ROOM) {
      fitted = cut.apply(name, --letters);
    }
    return fitted;
  }
}
