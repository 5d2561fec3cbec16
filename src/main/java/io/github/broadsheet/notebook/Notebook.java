package io.github.broadsheet.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A notebook of nbformat 4.5: its JSON, and how to read it. What other tools put into it stays as
 * it is, in its order. Values do not change; {@code with…} gives a changed copy.
 *
 * @param json the whole notebook; not to be changed
 */
public record Notebook(ObjectNode json) {

  /** A notebook without metadata. */
  public static Notebook of(List<NotebookCell> cells) {
    ObjectNode json = Json.object();
    json.putArray("cells");
    json.putObject("metadata");
    json.put("nbformat", Upgrade.FORMAT);
    json.put("nbformat_minor", Upgrade.MINOR);
    return new Notebook(json).withCells(cells);
  }

  /** The cells, in order. */
  public List<NotebookCell> cells() {
    List<NotebookCell> cells = new ArrayList<>();
    for (JsonNode cell : json.withArray("cells")) {
      cells.add(new NotebookCell((ObjectNode) cell));
    }
    return cells;
  }

  /** A copy with these cells. */
  public Notebook withCells(List<NotebookCell> cells) {
    ArrayNode array = Json.array();
    cells.forEach(cell -> array.add(cell.json()));
    ObjectNode copy = Json.object().setAll(json);
    copy.set("cells", array);
    return new Notebook(copy);
  }

  /** What tools keep about the notebook. */
  public ObjectNode metadata() {
    return json.withObject("/metadata").deepCopy();
  }

  /** A copy with changed metadata. */
  public Notebook withMetadata(Consumer<ObjectNode> change) {
    ObjectNode metadata = metadata();
    change.accept(metadata);
    ObjectNode copy = Json.object().setAll(json);
    copy.set("metadata", metadata);
    return new Notebook(copy);
  }

  /**
   * The language of its code in lower case, as {@code language_info} or else {@code kernelspec}
   * tells it; empty if neither does.
   */
  public Optional<String> language() {
    JsonNode metadata = json.path("metadata");
    return text(metadata.path("language_info").path("name"))
        .or(() -> text(metadata.path("kernelspec").path("language")))
        .map(language -> language.toLowerCase(Locale.ROOT));
  }

  /** The first heading of the text cells, or else the title in the metadata. */
  public Optional<String> title() {
    return cells().stream()
        .filter(cell -> cell.type() == NotebookCell.Type.MARKDOWN)
        .flatMap(cell -> cell.source().lines())
        .map(String::strip)
        .filter(line -> line.startsWith("# "))
        .map(line -> line.substring(2).strip())
        .filter(line -> !line.isEmpty())
        .findFirst()
        .or(() -> text(json.path("metadata").path("title")));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node.asText("").strip()).filter(text -> !text.isEmpty());
  }
}
