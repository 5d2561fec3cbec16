package io.github.broadsheet.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A cell of a notebook: its JSON, and how to read it.
 *
 * @param json the whole cell; not to be changed
 */
public record NotebookCell(ObjectNode json) {
  /** What a cell holds. */
  public enum Type {
    CODE,
    MARKDOWN,
    RAW
  }

  /** A new cell. */
  public static NotebookCell of(Type type, String id, String source) {
    ObjectNode json = Json.object();
    json.put("cell_type", type.name().toLowerCase(Locale.ROOT));
    if (type == Type.CODE) {
      json.putNull("execution_count");
    }
    json.put("id", id);
    json.putObject("metadata");
    if (type == Type.CODE) {
      json.putArray("outputs");
    }
    json.set("source", Json.lines(source));
    return new NotebookCell(json);
  }

  /** Names the cell within its notebook. */
  public String id() {
    return json.path("id").asText();
  }

  /** What it holds; a type that nbformat does not know is raw text. */
  public Type type() {
    return switch (json.path("cell_type").asText()) {
      case "code" -> Type.CODE;
      case "markdown" -> Type.MARKDOWN;
      default -> Type.RAW;
    };
  }

  /** Whether it has code to run. */
  public boolean runs() {
    return type() == Type.CODE && !source().isBlank();
  }

  /** Its text as typed. */
  public String source() {
    return Json.text(json.path("source"));
  }

  /** What tools keep about the cell. */
  public ObjectNode metadata() {
    return json.withObject("/metadata").deepCopy();
  }

  /** The tags of its metadata. */
  public Set<String> tags() {
    Set<String> tags = new LinkedHashSet<>();
    json.path("metadata").path("tags").forEach(tag -> tags.add(tag.asText()));
    return tags;
  }

  /** Pictures of a text cell by name, each a bundle of MIME type to base64. */
  public ObjectNode attachments() {
    return json.path("attachments") instanceof ObjectNode attachments
        ? attachments.deepCopy()
        : Json.object();
  }

  /** What a code cell gave, in order; empty for others. */
  public List<Output> outputs() {
    List<Output> outputs = new ArrayList<>();
    for (JsonNode output : json.path("outputs")) {
      Output.of(output).ifPresent(outputs::add);
    }
    return outputs;
  }

  /** The number in the margin; empty for a cell that has not run. */
  public OptionalInt executionCount() {
    JsonNode count = json.path("execution_count");
    return count.isInt() ? OptionalInt.of(count.intValue()) : OptionalInt.empty();
  }

  /** A copy that has not run. */
  public NotebookCell cleared() {
    return with(
        cell -> {
          cell.set("execution_count", NullNode.instance);
          cell.putArray("outputs");
        });
  }

  /** A copy that ran as number {@code count} and gave these outputs. */
  public NotebookCell withOutputs(int count, List<Output> outputs) {
    ArrayNode array = Json.array();
    outputs.forEach(output -> array.add(output.json()));
    return with(
        cell -> {
          cell.put("execution_count", count);
          cell.set("outputs", array);
        });
  }

  /** A copy with changed metadata. */
  public NotebookCell withMetadata(Consumer<ObjectNode> change) {
    ObjectNode metadata = metadata();
    change.accept(metadata);
    return with(cell -> cell.set("metadata", metadata));
  }

  /** A copy with another text. */
  public NotebookCell withSource(String source) {
    return with(cell -> cell.set("source", Json.lines(source)));
  }

  private NotebookCell with(Consumer<ObjectNode> change) {
    ObjectNode copy = Json.object().setAll(json);
    change.accept(copy);
    return new NotebookCell(copy);
  }
}
