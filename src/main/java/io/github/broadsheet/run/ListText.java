package io.github.broadsheet.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A list on a command line: values with commas between them, or JSON for values with commas. */
final class ListText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ListText() {}

  /** The elements as text; none for an empty text. */
  static List<String> elements(String text) {
    if (text.strip().startsWith("[")) {
      return json(text);
    }
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private static List<String> json(String text) {
    JsonNode array;
    try {
      array = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "it starts like a JSON list but is none: " + e.getOriginalMessage(), e);
    }
    List<String> elements = new ArrayList<>();
    for (JsonNode element : array) {
      if (!element.isValueNode() || element.isNull()) {
        throw new IllegalArgumentException("the list holds " + element + ", not only plain values");
      }
      elements.add(element.asText());
    }
    return elements;
  }
}
