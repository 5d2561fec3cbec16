package io.github.broadsheet.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A jsplot figure as JSON. jsplot only writes JavaScript literals (unquoted keys, single quotes,
 * trailing commas, {@code NaN}) for plotly.js 1; they are read leniently and then brought to what
 * plotly.js 2 to 4 expect.
 */
final class FigureJson {
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .build();

  private FigureJson() {}

  /** The figure's {@code data}, {@code layout} and, if it has one, {@code config}. */
  static ObjectNode of(Figure figure) {
    ObjectNode json = LENIENT.createObjectNode();
    ArrayNode data = json.putArray("data");
    Trace[] traces = figure.getTraces();
    for (int i = 0; traces != null && i < traces.length; i++) {
      data.add(literal(traces[i].asJavascript(i)));
    }
    json.set(
        "layout",
        figure.getLayout() == null
            ? LENIENT.createObjectNode()
            : literal(figure.getLayout().asJavascript()));
    if (figure.getConfig() != null) {
      json.set("config", literal(figure.getConfig().asJavascript()));
    }
    return JsplotRepair.of(json);
  }

  /** The object literal of a statement {@code var trace0 = {...};}. */
  private static JsonNode literal(String script) {
    String object = script.substring(script.indexOf('{')).stripTrailing();
    if (object.endsWith(";")) {
      object = object.substring(0, object.length() - 1);
    }
    try {
      return LENIENT.readTree(quoted(object));
    } catch (JsonProcessingException unexpected) {
      throw new IllegalArgumentException(
          "This jsplot figure cannot be read as Plotly JSON: " + unexpected.getOriginalMessage(),
          unexpected);
    }
  }

  /**
   * The literal with its single-quoted strings in JSON's form. jsplot writes titles and names
   * between single quotes escaped as HTML but not as JavaScript, so what stands between them is the
   * text itself, backslashes and line ends included. An array it printed as {@code [D@1b2c3d} is
   * null.
   */
  private static String quoted(String literal) throws JsonProcessingException {
    StringBuilder json = new StringBuilder(literal.length() + 16);
    int at = 0;
    while (at < literal.length()) {
      char c = literal.charAt(at);
      int end = at + 1;
      if (c == '\'') {
        end = Math.max(end, literal.indexOf('\'', at + 1) + 1);
        String text = literal.substring(at + 1, end - 1);
        json.append(LENIENT.writeValueAsString(PlotlyText.entities(text)));
      } else if (c == '"') {
        while (end < literal.length() && literal.charAt(end) != '"') {
          end += literal.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end + 1, literal.length());
        json.append(literal, at, end);
      } else if (c == '['
          && literal
              .substring(at, Math.min(at + 40, literal.length()))
              .matches("(?s)\\[[DIL][\\w.;]*@[0-9a-f]+.*")) {
        while (end < literal.length() && ",\n\r }".indexOf(literal.charAt(end)) < 0) {
          end++;
        }
        json.append("null");
      } else {
        json.append(c);
      }
      at = end;
    }
    return json.toString();
  }
}
