package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.Chart;

/** Paints a figure with the drawer of its kind. */
final class StillPainter {
  private static final int WIDTH = StillPicture.WIDTH;
  private static final int SCALE = 2;
  private static final int MOST_LINES = 14;
  private static final int LEFT = 14;

  private StillPainter() {}

  static StillPicture.Result paint(ObjectNode figure) {
    JsonNode layout = figure.path("layout");
    if (StillPanels.fits(figure)) {
      return draw((pen, height) -> StillPanels.paint(pen, figure, WIDTH, height), "", layout);
    }
    Drawing drawing = Drawing.of(figure);
    return drawing == null
        ? new StillPicture.None("No picture of this kind of chart; these are its values.")
        : draw(
            (pen, height) -> {
              drawing.chart().paint(pen, WIDTH, height);
              annotations(pen, layout, height);
            },
            drawing.note(),
            layout);
  }

  /** Paints what is below the title into the height that is left. */
  private interface Body {
    void paint(Graphics2D pen, int height);
  }

  private static StillPicture.Still draw(Body body, String note, JsonNode layout) {
    int height = Math.max(240, Math.min(1200, layout.path("height").asInt(FigureDefaults.HEIGHT)));
    BufferedImage image =
        new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, image.getWidth(), image.getHeight());
      pen.scale(SCALE, SCALE);
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      pen.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      int top = title(pen, FigureDefaults.titleLines(layout));
      pen.translate(0, top);
      body.paint(pen, height - top);
    } finally {
      pen.dispose();
    }
    return new StillPicture.Still(new StillPicture.Png(png(image)), WIDTH, height, note);
  }

  /** Draws the title at the left and its small print below; gives the room they took. */
  private static int title(Graphics2D pen, List<String> title) {
    int top = 4;
    for (int i = 0; i < Math.min(MOST_LINES, title.size()); i++) {
      pen.setFont(StillStyle.font(i == 0 ? 17 : 12));
      pen.setColor(i == 0 ? StillStyle.DARK : StillStyle.SOFT);
      FontMetrics metrics = pen.getFontMetrics();
      for (String line : StillStyle.wrap(title.get(i), metrics, WIDTH - 2 * LEFT, 2)) {
        pen.drawString(line, LEFT, top + 4 + metrics.getAscent());
        top += metrics.getHeight() + 2;
      }
    }
    return title.isEmpty() ? top : top + 10;
  }

  /** Text that stands at a place of the whole picture, such as "no rows" in its middle. */
  private static void annotations(Graphics2D pen, JsonNode layout, int height) {
    pen.setFont(StillStyle.font(14));
    pen.setColor(StillStyle.SOFT);
    for (JsonNode annotation : layout.path("annotations")) {
      if (annotation.path("xref").asText().equals("paper")
          && annotation.path("yref").asText().equals("paper")) {
        String text = PlotlyText.plain(annotation.path("text").asText(""));
        int width = pen.getFontMetrics().stringWidth(text);
        double x = annotation.path("x").asDouble(0.5) * WIDTH - width / 2.0;
        double y = (1 - annotation.path("y").asDouble(0.5)) * height;
        pen.drawString(
            text, (float) Math.max(LEFT, x), (float) Math.max(14, Math.min(height - 6, y)));
      }
    }
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(FewColors.of(image), "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** What one of the drawers made of a figure. */
  record Drawing(Chart<?, ?> chart, String note) {
    /** A drawing by the drawer of the figure's kind, or null if there is none. */
    static @Nullable Drawing of(ObjectNode figure) {
      List<String> kinds = Traces.kinds(figure);
      if (kinds.isEmpty()) {
        return new Drawing(LineDrawer.draw(figure, List.of()), "");
      }
      if (kinds.stream().allMatch(kind -> kind.equals("scatter") || kind.equals("scattergl"))) {
        return LineDrawer.of(figure);
      }
      if (kinds.stream().allMatch(kind -> kind.equals("bar") || kind.equals("scatter"))) {
        return new Drawing(BarDrawer.draw(figure), "");
      }
      if (kinds.size() > 1) {
        return null;
      }
      return switch (kinds.get(0)) {
        case "histogram" -> new Drawing(HistogramDrawer.draw(figure), "");
        case "pie" -> new Drawing(PieDrawer.draw(figure), "");
        case "box" -> new Drawing(BoxDrawer.draw(figure), "");
        case "violin" ->
            new Drawing(BoxDrawer.draw(figure), "Violins are shown as boxes in this picture.");
        case "heatmap", "contour" -> new Drawing(HeatDrawer.draw(figure), "");
        case "histogram2d" -> new Drawing(HeatDrawer.counts(figure), "");
        case "ohlc", "candlestick" -> new Drawing(PriceDrawer.draw(figure), "");
        default -> null;
      };
    }
  }
}
