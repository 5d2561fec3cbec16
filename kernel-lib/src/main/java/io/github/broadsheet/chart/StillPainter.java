package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.Font;
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
  private static final int TITLE_LINE = 22;
  private static final int LEFT = 14;

  private StillPainter() {}

  static StillPicture.Result paint(ObjectNode figure) {
    Drawing drawing = Drawing.of(figure);
    return drawing == null
        ? new StillPicture.None("No picture of this kind of chart; these are its values.")
        : draw(drawing, figure.path("layout"));
  }

  private static StillPicture.Still draw(Drawing drawing, JsonNode layout) {
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
      int top = title(pen, FigureDefaults.title(layout));
      pen.translate(0, top);
      drawing.chart().paint(pen, WIDTH, height - top);
    } finally {
      pen.dispose();
    }
    return new StillPicture.Still(new StillPicture.Png(png(image)), WIDTH, height, drawing.note());
  }

  /** Draws the title at the left, in up to two lines, as Plotly does; gives the room it took. */
  private static int title(Graphics2D pen, String title) {
    if (title.isEmpty()) {
      return 4;
    }
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
    pen.setFont(font);
    pen.setColor(StillStyle.DARK);
    FontMetrics metrics = pen.getFontMetrics();
    List<String> lines = StillStyle.wrap(title, metrics, WIDTH - 2 * LEFT, 2);
    int baseline = 10 + metrics.getAscent();
    for (String line : lines) {
      pen.drawString(line, LEFT, baseline);
      baseline += TITLE_LINE;
    }
    return 16 + TITLE_LINE * lines.size();
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
