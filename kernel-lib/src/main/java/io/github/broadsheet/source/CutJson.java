package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What JSON that breaks off still holds.
 *
 * @param records those that were whole before the place
 * @param date the list's own day, where it came before them
 */
record CutJson(List<JsonNode> records, @Nullable LocalDate date) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static CutJson of(String text) {
    List<JsonNode> records = new ArrayList<>();
    LocalDate date = null;
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String field = parser.currentName();
          parser.nextToken();
          if (HfJson.LISTS.contains(field) && parser.isExpectedStartArrayToken()) {
            break;
          }
          date = field.equals("date") ? Clean.day(parser.getText()) : date;
          parser.skipChildren();
        }
      }
      if (parser.isExpectedStartArrayToken()) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          records.add(parser.readValueAsTree());
        }
      }
    } catch (IOException broken) {
      // Here it breaks off, as the caller knows.
    }
    return new CutJson(records, date);
  }
}
