package io.github.broadsheet.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.display.Html;
import java.util.Base64;
import java.util.UUID;

/** A chart as HTML: what reads without scripts comes first, and a script makes it live. */
final class ChartHtml {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ChartHtml() {}

  /** A picture as an element; the only carrier that every notebook viewer keeps. */
  static String picture(StillPicture.Still still, String alt) {
    return "<img alt=\""
        + Html.escape(alt)
        + "\" width=\""
        + still.width()
        + "\" style=\"max-width:100%;height:auto\" src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(still.png().bytes())
        + "\">";
  }

  static String note(String text) {
    return "<div><small>" + Html.escape(text) + "</small></div>";
  }

  /** The still content with the figure and the script that draws it live. */
  static String live(String still, ObjectNode figure) {
    String id = "broadsheet-" + UUID.randomUUID();
    return "<div id=\""
        + id
        + "\">"
        + still
        + "<script type=\"application/json\">"
        + json(figure)
        + "</script><script>"
        + Scripts.LIVE_CHART
        + "(\""
        + id
        + "\")</script></div>";
  }

  /** JSON that cannot end the script element it stands in. */
  static String json(ObjectNode figure) {
    try {
      return JSON.writeValueAsString(figure)
          .replace("&", "\\u0026")
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
