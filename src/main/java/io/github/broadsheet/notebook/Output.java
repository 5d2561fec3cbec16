package io.github.broadsheet.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One output of a code cell. */
public sealed interface Output {
  /**
   * Text on {@code stdout} or {@code stderr}.
   *
   * @param name which of the two
   */
  record Stream(String name, String text) implements Output {
    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object();
      json.put("name", name);
      json.put("output_type", "stream");
      json.set("text", Json.lines(text));
      return json;
    }
  }

  /**
   * A value, shown from the middle of a cell or as the result of its last expression.
   *
   * @param result whether it is the cell's result
   * @param count the cell's number; only a result has one
   * @param data MIME type to content, richest first; text and base64 are text nodes, JSON types are
   *     JSON
   * @param metadata by MIME type, such as the size of a picture
   */
  record Data(boolean result, int count, Map<String, JsonNode> data, ObjectNode metadata)
      implements Output {
    /** The content of one type, such as {@code text/plain}. */
    public Optional<JsonNode> content(String type) {
      return Optional.ofNullable(data.get(type));
    }

    /** A value shown from the middle of a cell. */
    public static Data displayed(Map<String, Object> bundle) {
      return new Data(false, 0, Json.bundle(bundle), Json.object());
    }

    /** The result of cell number {@code count}. */
    public static Data result(int count, Map<String, Object> bundle) {
      return new Data(true, count, Json.bundle(bundle), Json.object());
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object();
      ObjectNode content = json.putObject("data");
      data.forEach((type, value) -> content.set(type, Json.split(type, value)));
      if (result) {
        json.put("execution_count", count);
      }
      json.set("metadata", metadata);
      json.put("output_type", result ? "execute_result" : "display_data");
      return json;
    }
  }

  /**
   * Why the cell failed.
   *
   * @param name the kind of error
   * @param traceback lines, with ANSI colours
   */
  record Error(String name, String message, List<String> traceback) implements Output {
    public Error {
      traceback = List.copyOf(traceback);
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object();
      json.put("ename", name);
      json.put("evalue", message);
      json.put("output_type", "error");
      ArrayNode lines = json.putArray("traceback");
      traceback.forEach(lines::add);
      return json;
    }
  }

  /** As nbformat has it. */
  ObjectNode json();

  /** Reads an output; empty for a type that nbformat 4 does not know. */
  static Optional<Output> of(JsonNode json) {
    return switch (json.path("output_type").asText()) {
      case "stream" ->
          Optional.of(new Stream(json.path("name").asText("stdout"), Json.text(json.path("text"))));
      case "display_data" -> Optional.of(data(json, false));
      case "execute_result" -> Optional.of(data(json, true));
      case "error" -> Optional.of(error(json));
      default -> Optional.empty();
    };
  }

  private static Data data(JsonNode json, boolean result) {
    Map<String, JsonNode> data = new LinkedHashMap<>();
    json.path("data")
        .fields()
        .forEachRemaining(
            entry -> data.put(entry.getKey(), Json.join(entry.getKey(), entry.getValue())));
    ObjectNode metadata =
        json.path("metadata") instanceof ObjectNode object ? object.deepCopy() : Json.object();
    return new Data(result, json.path("execution_count").asInt(), data, metadata);
  }

  private static Error error(JsonNode json) {
    List<String> traceback = new ArrayList<>();
    json.path("traceback").forEach(line -> traceback.add(line.asText()));
    return new Error(json.path("ename").asText(), json.path("evalue").asText(), traceback);
  }
}
