package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/**
 * The look of every chart, put where a figure says nothing: no background of its own and a grey
 * that reads on white and on black, the {@link Palette}, room for long labels, the width of the
 * reader.
 */
final class FigureDefaults {
  static final int HEIGHT = 440;
  private static final String TEXT = "#777777";
  private static final String GRID = "rgba(128,128,128,0.22)";
  private static final String NONE = "rgba(0,0,0,0)";

  private FigureDefaults() {}

  static ObjectNode complete(ObjectNode figure) {
    ObjectNode whole = figure.deepCopy();
    if (!(whole.get("data") instanceof ArrayNode)) {
      whole.putArray("data");
    }
    ObjectNode layout =
        whole.get("layout") instanceof ObjectNode given ? given : whole.putObject("layout");
    if (!layout.has("autosize") && !layout.has("width")) {
      layout.put("autosize", true);
    }
    if (!layout.has("height")) {
      layout.put("height", HEIGHT);
    }
    if (!layout.has("margin")) {
      boolean titled = !title(layout).isEmpty();
      layout.putObject("margin").put("l", 60).put("r", 30).put("t", titled ? 56 : 24).put("b", 50);
    }
    if (!layout.has("template")) {
      layout.putObject("template").set("layout", look(whole));
    }
    return whole;
  }

  /** The title of a layout or an axis as text; empty if it has none. */
  static String title(JsonNode titled) {
    return String.join(" ", titleLines(titled));
  }

  /** The lines of a title; those after the first are its small print. */
  static List<String> titleLines(JsonNode titled) {
    JsonNode title = titled.path("title");
    String text = title.isTextual() ? title.textValue() : title.path("text").asText("");
    return Arrays.stream(text.split("(?i)<br\\s*/?>"))
        .map(PlotlyText::plain)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static ObjectNode look(ObjectNode node) {
    ObjectNode look = node.objectNode();
    look.put("paper_bgcolor", NONE).put("plot_bgcolor", NONE);
    ArrayNode colors = look.putArray("colorway");
    Palette.COLORS.forEach(colors::add);
    look.putObject("font").put("color", TEXT).put("size", 12);
    ObjectNode title = look.putObject("title");
    title.put("x", 0.01).put("xanchor", "left");
    title.putObject("font").put("size", 16);
    look.putObject("hoverlabel").put("align", "left");
    look.putObject("modebar").put("bgcolor", NONE).put("color", GRID).put("activecolor", TEXT);
    look.putObject("legend").put("bgcolor", NONE);
    for (String axis : new String[] {"xaxis", "yaxis"}) {
      ObjectNode lines = look.putObject(axis);
      lines.put("automargin", true).put("gridcolor", GRID).put("zerolinecolor", GRID);
      lines.put("linecolor", GRID).put("showgrid", axis.equals("yaxis"));
    }
    return look;
  }
}
