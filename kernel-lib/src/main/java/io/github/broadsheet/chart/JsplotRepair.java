package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What jsplot writes for plotly.js 1, for plotly.js 2 to 4: titles are objects, numbers are
 * numbers, what is missing is null, text is text, and the size is the reader's.
 */
final class JsplotRepair {
  private static final Set<String> NUMBERS =
      Set.of("opacity", "dtick", "nticks", "tick0", "scaleratio");

  /** What jsplot gives its figures by itself; nobody asked for them. */
  private static final Set<Integer> DEFAULT_HEIGHTS = Set.of(450, 600, 700, 800);

  private static final Set<String> SHOWN = Set.of("name", "text");
  private static final Set<String> VALUES =
      Set.of("x", "y", "z", "text", "labels", "values", "open", "high", "low", "close", "ticktext");

  private JsplotRepair() {}

  static ObjectNode of(ObjectNode figure) {
    walk(figure, "");
    ObjectNode layout = (ObjectNode) figure.path("layout");
    layout.remove("width");
    if (DEFAULT_HEIGHTS.contains(layout.path("height").asInt())) {
      layout.remove("height");
    }
    keepIds(figure);
    return figure;
  }

  private static JsonNode walk(JsonNode node, String key) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyStream().map(entry -> entry.getKey()).toList()) {
        object.set(name, walk(object.path(name), name));
      }
      title(object);
      return object;
    }
    if (node instanceof ArrayNode array) {
      return array(array, key);
    }
    if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      return NullNode.instance;
    }
    if (node.isTextual() && NUMBERS.contains(key)) {
      JsonNode number = number(node.textValue());
      return number == null ? node : number;
    }
    return node.isTextual() && SHOWN.contains(key)
        ? TextNode.valueOf(PlotlyText.escape(node.textValue()))
        : node;
  }

  private static void title(ObjectNode object) {
    JsonNode title = object.get("title");
    JsonNode font = object.remove("titlefont");
    if (title != null && title.isTextual()) {
      ObjectNode now = object.putObject("title");
      now.put("text", PlotlyText.escape(title.textValue()));
      if (font != null) {
        now.set("font", font);
      }
    }
  }

  private static JsonNode array(ArrayNode array, String key) {
    boolean numbers = VALUES.contains(key) && !key.endsWith("text") && allNumbers(array);
    for (int i = 0; i < array.size(); i++) {
      JsonNode item = array.get(i);
      if (!item.isTextual()) {
        array.set(i, walk(item, key));
      } else if (numbers) {
        JsonNode number = number(item.textValue());
        array.set(i, number == null ? NullNode.instance : number);
      } else if (VALUES.contains(key)) {
        array.set(i, TextNode.valueOf(PlotlyText.escape(item.textValue())));
      }
    }
    return array;
  }

  /** Whether the texts are numbers; {@code 2405.17430} is none, for it would lose its zero. */
  private static boolean allNumbers(ArrayNode array) {
    boolean one = false;
    for (JsonNode item : array) {
      String text = item.isTextual() ? item.textValue() : "";
      if (!item.isTextual() || (number(text) == null && !nothing(text))) {
        return false;
      }
      one |= number(text) != null;
    }
    return one;
  }

  private static boolean nothing(String text) {
    return text.isEmpty() || text.equals("null") || text.equals("NaN");
  }

  private static @Nullable JsonNode number(String text) {
    if (text.matches("-?(0|[1-9]\\d{0,17})")) {
      return LongNode.valueOf(Long.parseLong(text));
    }
    if (text.matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
      double value = Double.parseDouble(text);
      return String.valueOf(value).equals(text) || String.valueOf((float) value).equals(text)
          ? DoubleNode.valueOf(value)
          : null;
    }
    return null;
  }

  /** An axis of texts that look like numbers is one of categories, or Plotly makes them numbers. */
  private static void keepIds(ObjectNode figure) {
    for (JsonNode trace : figure.path("data")) {
      for (String axis : new String[] {"x", "y"}) {
        JsonNode values = trace.path(axis);
        boolean digits = values.isArray() && !values.isEmpty();
        for (JsonNode value : values) {
          digits &= value.isTextual() && value.textValue().matches("\\d+(\\.\\d+)?");
        }
        if (digits) {
          ObjectNode layout = (ObjectNode) figure.path("layout");
          layout.withObject("/" + axis + "axis").put("type", "category");
        }
      }
    }
  }
}
