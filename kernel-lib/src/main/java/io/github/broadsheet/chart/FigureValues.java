package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.display.Html;
import java.util.ArrayList;
import java.util.List;

/** The values of a figure as an HTML table, for where no picture can be drawn. */
final class FigureValues {
  private static final List<String> FIELDS =
      List.of("labels", "values", "x", "y", "z", "open", "high", "low", "close");
  private static final int MOST_ROWS = 30;

  private FigureValues() {}

  /** How many points a trace has. */
  static int size(JsonNode trace) {
    int size = 0;
    for (String field : FIELDS) {
      size = Math.max(size, trace.path(field).size());
    }
    return size;
  }

  static String html(JsonNode figure) {
    StringBuilder html = new StringBuilder("<table><caption>");
    html.append(Html.escape(FigureDefaults.title(figure.path("layout"))));
    html.append("</caption><thead><tr><th scope=\"col\">series</th>");
    List<String> fields = new ArrayList<>();
    for (String field : FIELDS) {
      for (JsonNode trace : figure.path("data")) {
        if (trace.path(field).isArray() && !fields.contains(field)) {
          fields.add(field);
          html.append("<th scope=\"col\">").append(field).append("</th>");
        }
      }
    }
    html.append("</tr></thead><tbody>");
    int rows = 0;
    int all = 0;
    for (JsonNode trace : figure.path("data")) {
      String name = PlotlyText.plain(trace.path("name").asText(trace.path("type").asText("")));
      for (int i = 0; i < size(trace); i++, all++) {
        if (rows < MOST_ROWS) {
          rows++;
          html.append("<tr><td>").append(Html.escape(name)).append("</td>");
          for (String field : fields) {
            html.append("<td align=\"right\">")
                .append(cell(trace.path(field).path(i)))
                .append("</td>");
          }
          html.append("</tr>");
        }
      }
    }
    html.append("</tbody></table>");
    return all > rows
        ? html.append(ChartHtml.note("The first " + rows + " of " + all + " values.")).toString()
        : html.toString();
  }

  private static String cell(JsonNode value) {
    String text = value.isContainerNode() ? value.toString() : value.asText("");
    String plain = value.isNull() || value.isMissingNode() ? "–" : PlotlyText.plain(text);
    return Html.escape(plain.length() > 80 ? plain.substring(0, 79) + "…" : plain);
  }
}
