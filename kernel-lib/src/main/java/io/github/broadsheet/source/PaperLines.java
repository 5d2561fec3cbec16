package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The papers of a file of JSON lines one by one, none of them kept, as fast as JSON can be read.
 */
public final class PaperLines {
  /** A file whose first lines hold no paper is none of papers. */
  private static final int LOOKED_AT = 20;

  private static final int STEP = 1_000;

  private PaperLines() {}

  /** One paper, valid until the next is read. */
  public static final class Line {
    private final Map<String, String> fields = new HashMap<>();

    private Line() {}

    /** Takes the next line; gives what is wrong with it, or null. */
    private @Nullable String read(ByteLines lines) throws IOException {
      fields.clear();
      try (JsonParser json = lines.parser()) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
          return "is no JSON object";
        }
        object(json, fields);
        return null;
      } catch (JsonProcessingException | EOFException e) {
        return "is no whole JSON object";
      }
    }

    public @Nullable String id() {
      return fields.get("id");
    }

    /** The text of a field that has any. */
    public @Nullable String text(String field) {
      return fields.get(field);
    }

    public @Nullable Double number(String field) {
      try {
        String text = fields.get(field);
        return text == null ? null : (Double) Double.parseDouble(text);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    /** The day (UTC) in a field; that of the first version for {@code published}. */
    public @Nullable LocalDate day(String field) {
      String created = field.equals("published") ? fields.get("created") : null;
      if (created != null) {
        return ArxivRecord.day(created);
      }
      return Clean.day(fields.get(field));
    }
  }

  /**
   * Reads a file: flat objects as {@code Papers.write} makes them, or those of an arXiv dump.
   *
   * @return what could not be read, for the reader to know
   * @throws PapersException if there is no such file, or it holds no papers so written
   */
  public static List<String> read(Path path, Consumer<Line> papers) {
    Path file = path.toAbsolutePath().normalize();
    if (!Files.isRegularFile(file)) {
      throw PaperFile.absent(file);
    }
    try (FileText text = FileText.open(file)) {
      if (text.binary() != null) {
        throw new PapersException(wrong(file, text.binary()), null);
      }
      return walk(file, text, papers);
    } catch (IOException e) {
      throw PaperFile.unreadable(file, e);
    }
  }

  private static List<String> walk(Path file, FileText text, Consumer<Line> papers)
      throws IOException {
    Remarks remarks = new Remarks();
    Line line = new Line();
    int count = 0;
    ByteLines lines = text.lines();
    try (Progress progress =
        Progress.of("Reading " + file.getFileName() + " (MB)", text.size() >> 20)) {
      while (lines.next()) {
        String wrong = line.read(lines);
        if (wrong == null && line.text("title") != null) {
          count++;
          papers.accept(line);
        } else if (wrong != null) {
          remarks.skip("line " + lines.place(), wrong);
        } else if (count == 0 && !line.fields.isEmpty()) {
          throw new PapersException(
              wrong(file, "its first object has no title but " + line.fields.keySet()), null);
        }
        if (count == 0 && lines.place() == LOOKED_AT) {
          break;
        }
        if (lines.place() % STEP == 0) {
          progress.step(text.done() >> 20, "%,d papers".formatted(count));
        }
      }
    }
    if (count == 0) {
      String found = lines.place() == 0 ? "it is empty" : Remarks.quote(text.head());
      throw new PapersException(wrong(file, found), null);
    }
    List<String> notes = new ArrayList<>(remarks.notes(lines.place()));
    if (text.isCut()) {
      notes.add(PaperFile.CUT);
    }
    return notes;
  }

  private static String wrong(Path file, @Nullable String found) {
    return "Cannot read %s line by line: expected JSON lines, an object with a title each, as Papers.write(table, \"papers.jsonl\") and arXiv's dump have them; found: %s. Papers.read(path) reads other forms as a table."
        .formatted(file, found);
  }

  /** The values that are texts or numbers; and when the first version of a paper was made. */
  private static void object(JsonParser json, Map<String, String> fields) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value == null) {
        throw new EOFException("the end of the file within an object");
      }
      if (value == JsonToken.START_ARRAY && name.equals("versions")) {
        versions(json, fields);
      } else if (value.isStructStart()) {
        json.skipChildren();
      } else if (value == JsonToken.VALUE_STRING
          ? json.getTextLength() > 0
          : value.isScalarValue()) {
        if (value != JsonToken.VALUE_NULL) {
          fields.put(name, json.getText());
        }
      }
    }
  }

  private static void versions(JsonParser json, Map<String, String> fields) throws IOException {
    for (JsonToken token = json.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (token == JsonToken.START_OBJECT && !fields.containsKey("created")) {
        Map<String, String> first = new HashMap<>();
        object(json, first);
        String created = first.get("created");
        if (created != null) {
          fields.put("created", created);
        }
      } else if (token.isStructStart()) {
        json.skipChildren();
      }
    }
  }
}
