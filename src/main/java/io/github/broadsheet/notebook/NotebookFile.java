package io.github.broadsheet.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Notebooks in files. */
public final class NotebookFile {
  private NotebookFile() {}

  /**
   * Reads a notebook of nbformat 4; one older than 4.5 is brought there, its cells get ids.
   *
   * @throws NotebookException if the file is no such notebook
   * @throws IOException if the file cannot be read
   */
  public static Notebook read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new NotebookException(file + " is a folder; name a notebook in it (.ipynb).");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new NotebookException(
          "There is no file " + file + " (looked in " + folder(file) + ").", e);
    }
    return parse(bytes, file.toString());
  }

  /**
   * Reads a notebook from the bytes of a file.
   *
   * @param name how errors name it
   * @throws NotebookException if it is no notebook of nbformat 4
   */
  public static Notebook parse(byte[] bytes, String name) {
    JsonNode json;
    try {
      json = Json.MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new NotebookException(name + " is not a notebook: " + notJson(e), e);
    } catch (IOException e) {
      throw new NotebookException(name + " is not a notebook: it is not UTF-8 text.", e);
    }
    if (json.isMissingNode()) {
      throw new NotebookException(
          name + " is empty; a notebook is JSON with \"cells\". Was it saved?");
    }
    if (!(json instanceof ObjectNode notebook)) {
      throw new NotebookException(
          name
              + " is JSON, but not a notebook: expected an object with \"cells\", found "
              + Json.kind(json)
              + ".");
    }
    return new Notebook(Upgrade.of(notebook, name));
  }

  /**
   * Writes a notebook in one step: at each moment the file is the old one or the new one, whole.
   *
   * @throws IOException if it cannot be written; the old file is then untouched
   */
  public static void write(Notebook notebook, Path file) throws IOException {
    AtomicFile.write(file, bytes(notebook));
  }

  /** The notebook as its file has it. */
  public static byte[] bytes(Notebook notebook) throws IOException {
    String text = Json.writer().writeValueAsString(notebook.json()) + "\n";
    return utf8(text);
  }

  // Half an emoji (a lone surrogate) in an output has no UTF-8; it becomes the replacement sign.
  private static byte[] utf8(String text) throws CharacterCodingException {
    ByteBuffer buffer =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8))
            .encode(CharBuffer.wrap(text));
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static String notJson(JsonProcessingException e) {
    var place = e.getLocation();
    String where =
        place == null
            ? ""
            : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    return "it is not JSON from here on"
        + where
        + ": "
        + e.getOriginalMessage()
        + ". A file cut short, or with merge marks, reads like this.";
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
