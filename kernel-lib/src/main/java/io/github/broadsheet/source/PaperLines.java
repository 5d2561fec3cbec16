package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.broadsheet.PapersException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The papers of a file of JSON lines one by one, none of them kept, as fast as JSON can be read.
 */
public final class PaperLines {
  private static final JsonFactory JSON = new JsonFactory();

  private PaperLines() {}

  /** One paper, valid until the next is read. */
  public static final class Line {
    private final Map<String, String> fields = new HashMap<>();

    private Line() {}

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
      try {
        if (created != null) {
          return OffsetDateTime.parse(created, DateTimeFormatter.RFC_1123_DATE_TIME)
              .withOffsetSameInstant(ZoneOffset.UTC)
              .toLocalDate();
        }
      } catch (DateTimeException e) {
        return null;
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
    long count = 0;
    try (InputStream in = open(file);
        JsonParser json = JSON.createParser(in)) {
      try {
        Line line = new Line();
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
          if (token != JsonToken.START_OBJECT) {
            throw new PapersException(wrong(file, "at " + place(json) + " it has " + token), null);
          }
          line.fields.clear();
          object(json, line.fields);
          if (line.fields.containsKey("title")) {
            count++;
            papers.accept(line);
          } else if (count == 0 && !line.fields.isEmpty()) {
            throw new PapersException(
                wrong(file, "its first object has no title but " + line.fields.keySet()), null);
          }
        }
      } catch (JsonProcessingException | EOFException e) {
        if (count == 0) {
          throw new PapersException(wrong(file, e.getMessage()), e);
        }
        return List.of(
            "The file breaks off or is broken after %,d papers, at %s: the rest is lost. Fetch or save it again to have all."
                .formatted(count, place(json)));
      }
    } catch (IOException e) {
      throw new PapersException("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
    if (count == 0) {
      throw new PapersException(wrong(file, "it is empty"), null);
    }
    return List.of();
  }

  private static String wrong(Path file, @Nullable String found) {
    return "Cannot read %s line by line: expected JSON lines, an object with a title each, as Papers.write(table, \"papers.jsonl\") and arXiv's dump have them; found: %s. Papers.read(path) reads other forms as a table."
        .formatted(file, found);
  }

  private static String place(JsonParser json) {
    return "line " + json.currentLocation().getLineNr();
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return packed ? new GZIPInputStream(in, 1 << 16) : in;
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
