package io.github.broadsheet.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.chart.PlotlyLibrary;
import io.github.broadsheet.display.Html;
import java.util.Map;
import java.util.Optional;

/** A chart made anew from its figure; nothing of its HTML in the notebook is used. */
final class FigureHtml {
  static final String TYPE = "application/vnd.plotly.v1+json";

  private FigureHtml() {}

  /**
   * The picture, and the figure for the script that makes it live.
   *
   * @param data the bundle of an output
   * @return empty if it has no figure, or one that cannot be shown
   */
  static Optional<String> of(Map<String, JsonNode> data) {
    if (!(data.get(TYPE) instanceof ObjectNode given) || !given.path("data").isArray()) {
      return Optional.empty();
    }
    ObjectNode figure = given.objectNode();
    figure.set("data", given.path("data"));
    figure.set(
        "layout", given.path("layout").isObject() ? given.path("layout") : figure.objectNode());
    boolean live = isLive(figure);
    String still = still(data, figure);
    if (still.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "<figure class=\"chart"
            + (live ? " lively" : "")
            + "\">"
            + still
            + (live ? "<div class=\"live\" hidden></div>" + json(figure) : "")
            + "</figure>");
  }

  private static boolean isLive(ObjectNode figure) {
    for (JsonNode trace : figure.path("data")) {
      if (!PlotlyLibrary.draws(trace.path("type").asText("scatter"))) {
        return false;
      }
    }
    return !figure.path("data").isEmpty();
  }

  private static String still(Map<String, JsonNode> data, ObjectNode figure) {
    JsonNode png = data.get("image/png");
    String address = png == null ? "" : "data:image/png;base64," + png.asText().strip();
    if (SafeHtml.isPicture(address)) {
      JsonNode text = data.get("text/plain");
      String alt = text == null || text.asText().isBlank() ? "Chart" : text.asText();
      return "<img class=\"still\" alt=\""
          + Html.escape(alt)
          + "\" src=\""
          + address.replaceAll("\\s", "")
          + "\">";
    }
    try {
      String html = SafeHtml.body(Chart.of(figure).stillHtml()).html();
      return "<div class=\"still\">" + html + "</div>";
    } catch (RuntimeException foreign) { // A figure of any tool: what cannot be drawn is skipped.
      return "";
    }
  }

  private static String json(ObjectNode figure) {
    String safe =
        figure
            .toString()
            .replace("&", "\\u0026")
            .replace("<", "\\u003c")
            .replace(">", "\\u003e")
            .replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029");
    return "<script type=\"application/json\">" + safe + "</script>";
  }
}
