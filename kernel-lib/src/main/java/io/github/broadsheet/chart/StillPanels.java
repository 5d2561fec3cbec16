package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Graphics2D;
import java.util.List;

/** Several small charts in rows and columns: a figure whose layout has a grid of axes. */
final class StillPanels {
  private static final int TITLE = 18;
  private static final int LEGEND = 30;

  private StillPanels() {}

  static boolean fits(JsonNode figure) {
    return figure.path("layout").path("grid").path("columns").asInt() > 0
        && figure.path("layout").has("xaxis2");
  }

  /** Draws all panels into a width and height. */
  static void paint(Graphics2D pen, ObjectNode figure, int width, int height) {
    JsonNode layout = figure.path("layout");
    int columns = layout.path("grid").path("columns").asInt();
    int rows = layout.path("grid").path("rows").asInt(1);
    int panels = 0;
    while (panels < columns * rows && layout.has("xaxis" + place(panels))) {
      panels++;
    }
    int legend = height - LEGEND;
    legend(pen, figure, legend + 16);
    for (int panel = 0; panel < panels; panel++) {
      StillPainter.Drawing drawing = StillPainter.Drawing.of(part(figure, place(panel)));
      int left = panel % columns * width / columns;
      int top = panel / columns * legend / rows;
      if (drawing != null) {
        pen.translate(left, top + TITLE);
        drawing.chart().paint(pen, width / columns, legend / rows - TITLE);
        pen.translate(-left, -top - TITLE);
      }
      pen.setFont(StillStyle.font(12));
      pen.setColor(StillStyle.DARK);
      pen.drawString(title(layout, place(panel)), left + 14, top + 14);
    }
  }

  /** One for all panels, below them. */
  private static void legend(Graphics2D pen, JsonNode figure, int y) {
    pen.setFont(StillStyle.font(12));
    int x = 14;
    int index = 0;
    for (JsonNode trace : figure.path("data")) {
      if (trace.path("showlegend").asBoolean()) {
        pen.setColor(Traces.color(trace, index));
        pen.fillRect(x, y - 6, 18, 4);
        pen.setColor(StillStyle.SOFT);
        String label = Traces.label(trace, index);
        pen.drawString(label, x + 24, y);
        x += 44 + pen.getFontMetrics().stringWidth(label);
      }
      index++;
    }
  }

  private static String place(int panel) {
    return panel == 0 ? "" : Integer.toString(panel + 1);
  }

  /** The traces and the axes of one panel as a figure of its own. */
  private static ObjectNode part(ObjectNode figure, String place) {
    ObjectNode part = figure.objectNode();
    ArrayNode data = part.putArray("data");
    for (JsonNode trace : figure.path("data")) {
      if (trace.path("xaxis").asText("x").equals("x" + place)) {
        ObjectNode alone = trace.deepCopy();
        alone.remove(List.of("xaxis", "yaxis"));
        data.add(alone);
      }
    }
    ObjectNode layout = part.putObject("layout").put("showlegend", false);
    layout.set("xaxis", figure.path("layout").path("xaxis" + place));
    layout.set("yaxis", figure.path("layout").path("yaxis" + place));
    return part;
  }

  private static String title(JsonNode layout, String place) {
    for (JsonNode annotation : layout.path("annotations")) {
      if (annotation.path("xref").asText().equals("x" + place + " domain")) {
        return PlotlyText.plain(annotation.path("text").asText());
      }
    }
    return "";
  }
}
