package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as messages use it: trees, so that no time goes into looking at our own classes. */
final class Json {
  private Json() {}

  /** Made for what is neither text nor a tree. */
  private static final class Mapper {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static JsonNode read(byte[] utf8) throws IOException {
    return Trees.read(utf8);
  }

  /**
   * By way of a String, because a lone surrogate that a cell printed must become "?", not an error.
   */
  static byte[] write(JsonNode node) throws IOException {
    return Trees.write(node).getBytes(StandardCharsets.UTF_8);
  }

  /** Maps, lists and plain values as a tree. */
  static JsonNode tree(@Nullable Object value) {
    if (value instanceof String text) {
      return JsonNodeFactory.instance.textNode(text);
    }
    if (value instanceof Map<?, ?> map && map.isEmpty()) {
      return object();
    }
    return Mapper.MAPPER.valueToTree(value);
  }

  /** An object as maps, lists and plain values; empty if it is none. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(JsonNode node) {
    return node.isObject() ? Mapper.MAPPER.convertValue(node, Map.class) : Map.of();
  }

  /**
   * A MIME bundle. Only JSON types may hold a structure; anything else that is not text is shown by
   * its text rather than refused by the front-end.
   */
  static ObjectNode bundle(Map<String, Object> bundle) {
    ObjectNode node = object();
    bundle.forEach(
        (type, content) -> {
          boolean json = type.endsWith("json");
          boolean text = content instanceof String;
          node.set(
              type, json && !text ? finite(tree(content)) : tree(text ? content : "" + content));
        });
    return node;
  }

  /** JSON has no NaN and no infinity; figures take null for a point that is not there. */
  static JsonNode finite(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(finite(field.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, finite(array.get(i)));
      }
    } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      return NullNode.instance;
    }
    return node;
  }
}
