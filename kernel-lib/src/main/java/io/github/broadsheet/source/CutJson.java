package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** What JSON that breaks off still holds. */
final class CutJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CutJson() {}

  /** Of a list the values that are whole; of an object its fields, a list among them likewise. */
  static JsonNode of(String text) {
    JsonNode root = JsonNodeFactory.instance.missingNode();
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        ArrayNode list = JSON.createArrayNode();
        root = list;
        fill(list, parser);
      } else if (first == JsonToken.START_OBJECT) {
        ObjectNode object = JSON.createObjectNode();
        root = object;
        fill(object, parser);
      }
    } catch (IOException broken) {
      // Here it breaks off, as the caller knows.
    }
    return root;
  }

  private static void fill(ObjectNode object, JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        fill(object.putArray(field), parser);
      } else {
        object.set(field, parser.readValueAsTree());
      }
    }
  }

  private static void fill(ArrayNode list, JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(parser.<JsonNode>readValueAsTree());
    }
  }
}
