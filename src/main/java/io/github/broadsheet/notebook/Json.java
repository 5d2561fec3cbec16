package io.github.broadsheet.notebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** JSON as notebooks have it: exact numbers, one space of indent, text as a list of lines. */
final class Json {
  /** Python writes NaN into JSON, and reads it; a notebook that has it stays readable. */
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .build();

  private static final Set<String> TEXT_TYPES =
      Set.of("application/javascript", "image/svg+xml", "application/xml", "application/xhtml+xml");

  private static final ObjectWriter WRITER = MAPPER.writer(printer());

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** As Jupyter lays it out, so that a saved notebook differs only where it changed. */
  static ObjectWriter writer() {
    return WRITER;
  }

  /** Text as the list of its lines, each with its line end. */
  static ArrayNode lines(String text) {
    ArrayNode lines = array();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /** Text that is a string or a list of strings. */
  static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.asText("");
    }
    StringBuilder text = new StringBuilder();
    node.forEach(line -> text.append(line.asText("")));
    return text.toString();
  }

  /** Content in memory from content in the file: lists of lines become one text. */
  static JsonNode join(String type, JsonNode content) {
    return isJson(type) ? content : TextNode.valueOf(text(content));
  }

  /** Content in the file from content in memory. */
  static JsonNode split(String type, JsonNode content) {
    boolean lines = type.startsWith("text/") || TEXT_TYPES.contains(type);
    return lines && content.isTextual() ? lines(content.textValue()) : content;
  }

  /** A bundle of Java values as JSON. */
  static Map<String, JsonNode> bundle(Map<String, Object> bundle) {
    Map<String, JsonNode> data = new LinkedHashMap<>();
    bundle.forEach(
        (type, value) ->
            data.put(
                type,
                isJson(type)
                    ? finite(MAPPER.valueToTree(value))
                    : TextNode.valueOf(String.valueOf(value))));
    return data;
  }

  // JSON has no NaN and no infinity, and a browser refuses a notebook that has them; a figure
  // shows null as a gap.
  private static JsonNode finite(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(finite(entry.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, finite(array.get(i)));
      }
    } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      return NullNode.instance;
    }
    return node;
  }

  /** How an error names a value that is not what was expected. */
  static String kind(JsonNode json) {
    return "a JSON " + json.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static boolean isJson(String type) {
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indent = new DefaultIndenter(" ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(indent)
        .withArrayIndenter(indent);
  }
}
