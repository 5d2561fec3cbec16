package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The papers of a file of JSON lines one by one, none of them kept, as fast as JSON can be read.
 */
public final class PaperLines {
  /** A file whose first lines hold no paper is none of papers. */
  private static final int LOOKED_AT = 20;

  private static final int STEP = 1_000;

  /** When a version was made: a field of each of the versions, of which the first counts. */
  private static final String CREATED = "created";

  private PaperLines() {}

  /**
   * One paper, valid until the next is read. Texts are made of those fields only that were ever
   * asked for, which saves half of the work.
   */
  public static final class Line {
    private final ByteLines lines;
    private final Map<String, String> fields = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();

    private Line(ByteLines lines) {
      this.lines = lines;
    }

    /** Takes the line; gives what is wrong with it, or null. */
    private @Nullable String read() throws IOException {
      fields.clear();
      try (JsonParser json = lines.parser()) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
          return "is no JSON object";
        }
        object(json);
        return null;
      } catch (JsonProcessingException | EOFException e) {
        return "is no whole JSON object";
      }
    }

    public @Nullable String id() {
      return text("id");
    }

    /** The text of a field that has any. */
    public @Nullable String text(String field) {
      if (wanted.add(field)) {
        again();
      }
      return fields.get(field);
    }

    private void again() {
      try {
        read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public @Nullable Double number(String field) {
      try {
        String text = text(field);
        return text == null ? null : (Double) Double.parseDouble(text);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    /** The day (UTC) in a field; that of the first version for {@code published}. */
    public @Nullable LocalDate day(String field) {
      String created = field.equals("published") ? text(CREATED) : null;
      if (created != null) {
        return ArxivRecord.day(created);
      }
      return Clean.day(text(field));
    }

    /** The values that are texts or numbers; and when the first version of a paper was made. */
    private void object(JsonParser json) throws IOException {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value == null) {
          throw new EOFException("the end of the file within an object");
        }
        if (value == JsonToken.START_ARRAY && name.equals("versions") && wanted.contains(CREATED)) {
          versions(json);
        } else if (value.isStructStart()) {
          json.skipChildren();
        } else if (wanted.contains(name) && value != JsonToken.VALUE_NULL) {
          String text = json.getText();
          if (!text.isEmpty()) {
            fields.put(name, text);
          }
        }
      }
    }

    private void versions(JsonParser json) throws IOException {
      for (JsonToken token = json.nextToken();
          token != null && token != JsonToken.END_ARRAY;
          token = json.nextToken()) {
        String created = token == JsonToken.START_OBJECT ? created(json) : null;
        if (created != null && !fields.containsKey(CREATED)) {
          fields.put(CREATED, created);
        }
        json.skipChildren();
      }
    }

    private static @Nullable String created(JsonParser json) throws IOException {
      String created = null;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = json.currentName().equals(CREATED);
        created = json.nextToken() == JsonToken.VALUE_STRING && wanted ? json.getText() : created;
        json.skipChildren();
      }
      return created;
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
    ByteLines lines = text.lines();
    Line line = new Line(lines);
    int count = 0;
    try (Progress progress =
        Progress.of("Reading " + file.getFileName() + " (MB)", text.size() >> 20)) {
      while (lines.next()) {
        String wrong = line.read();
        if (wrong == null && line.text("title") != null) {
          count++;
          papers.accept(line);
        } else if (wrong != null) {
          remarks.skip("line " + lines.place(), wrong);
        } else if (count == 0 && !lines.tree().isEmpty()) {
          List<String> names = new ArrayList<>();
          lines.tree().fieldNames().forEachRemaining(names::add);
          throw new PapersException(
              wrong(file, "its first object has no title but " + names), null);
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
}
