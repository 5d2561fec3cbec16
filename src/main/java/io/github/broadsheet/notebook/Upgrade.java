package io.github.broadsheet.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings a notebook of nbformat 4.0 to 4.4 to 4.5, and says what is wrong with one that is none.
 */
final class Upgrade {
  static final int FORMAT = 4;
  static final int MINOR = 5;
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  private Upgrade() {}

  /** The notebook as 4.5 has it, or as it is if newer. */
  static ObjectNode of(ObjectNode notebook, String name) {
    checkFormat(notebook, name);
    if (!(notebook.path("cells") instanceof ArrayNode cells)) {
      throw new NotebookException(
          name
              + " is not a notebook: \"cells\" is missing or no list. It has: "
              + fields(notebook)
              + ".");
    }
    int number = 0;
    Set<String> ids = new HashSet<>();
    for (JsonNode cell : cells) {
      number++;
      repair(cell, number, ids, name);
    }
    if (!notebook.path("metadata").isObject()) {
      notebook.putObject("metadata");
    }
    if (notebook.path("nbformat_minor").asInt() < MINOR) {
      notebook.put("nbformat_minor", MINOR);
    }
    return notebook;
  }

  private static void checkFormat(ObjectNode notebook, String name) {
    JsonNode format = notebook.path("nbformat");
    if (!format.isInt()) {
      throw new NotebookException(
          name
              + " is JSON, but not a notebook: \"nbformat\" is missing. It has: "
              + fields(notebook)
              + ".");
    }
    if (format.intValue() < FORMAT) {
      throw new NotebookException(
          name
              + " is a notebook of format "
              + format
              + "; expected format 4 (used since 2015)."
              + " Open and save it once in Jupyter, or run: jupyter nbconvert --to notebook "
              + name);
    }
    if (format.intValue() > FORMAT) {
      throw new NotebookException(
          name
              + " is a notebook of format "
              + format
              + ", newer than this program knows (4)."
              + " Save it as format 4 with the tool it came from.");
    }
  }

  private static void repair(JsonNode node, int number, Set<String> ids, String name) {
    if (!(node instanceof ObjectNode cell) || !cell.path("cell_type").isTextual()) {
      throw new NotebookException(
          name
              + ": cell "
              + number
              + " is no cell: expected an object with \"cell_type\"; found "
              + (node instanceof ObjectNode object
                  ? "one that has " + fields(object)
                  : Json.kind(node))
              + ".");
    }
    String id = cell.path("id").asText("");
    if (!ID.matcher(id).matches() || !ids.add(id)) {
      cell.put("id", freshId(cell, number, ids));
    }
    if (!cell.path("metadata").isObject()) {
      cell.putObject("metadata");
    }
    if (cell.path("source").isMissingNode()) {
      cell.putArray("source");
    }
    if (cell.path("cell_type").asText().equals("code")) {
      if (cell.path("execution_count").isMissingNode()) {
        cell.putNull("execution_count");
      }
      if (!cell.path("outputs").isArray()) {
        cell.putArray("outputs");
      }
    }
  }

  // From place and text, so that the same old notebook gets the same ids each time.
  private static String freshId(ObjectNode cell, int number, Set<String> ids) {
    String seed = number + "\n" + Json.text(cell.path("source"));
    String id = digest(seed);
    while (!ids.add(id)) {
      seed += "+";
      id = digest(seed);
    }
    return id;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String fields(ObjectNode json) {
    Iterable<String> names = json::fieldNames;
    String joined = String.join(", ", names);
    return joined.isEmpty()
        ? "nothing"
        : joined.length() > 200 ? joined.substring(0, 200) + " …" : joined;
  }
}
