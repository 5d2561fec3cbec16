package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.broadsheet.PapersException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of JSON, as one value or as a line a record, by any of the makers known. */
final class JsonFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Among so many records at the start one must be of a known kind. */
  private static final int LOOKED_AT = 20;

  private enum Kind {
    TABLE,
    HUGGING_FACE,
    ARXIV
  }

  private JsonFile() {}

  static boolean fits(String head) {
    String start = head.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /**
   * The table of a file.
   *
   * @param day the day of a list of Hugging Face, where it does not say it itself
   * @return null if it is JSON of another kind
   */
  static @Nullable ReadTable read(String name, FileText text, @Nullable LocalDate day)
      throws IOException {
    Kind kind = kindOfLines(text.head());
    return kind != null ? lines(name, kind, text.lines(), day) : whole(name, text.all(), day);
  }

  /** Whether a text starts as a dump of arXiv does: a record a line. */
  static boolean isArxivDump(String head) {
    return kindOfLines(head) == Kind.ARXIV;
  }

  /** The kind of records, if most lines are whole ones. */
  private static @Nullable Kind kindOfLines(String head) {
    if (!head.stripLeading().startsWith("{")) {
      return null;
    }
    List<String> lines = head.lines().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
    List<JsonNode> records = new ArrayList<>();
    for (String line : lines) {
      try {
        records.add(JSON.readTree(line));
      } catch (JsonProcessingException e) {
        // One broken line does not tell.
      }
    }
    return 2 * records.size() < lines.size() ? null : firstKind(records);
  }

  private static @Nullable Kind firstKind(Iterable<JsonNode> records) {
    int looked = 0;
    for (JsonNode record : records) {
      Kind kind = kind(record);
      if (kind != null || looked++ >= LOOKED_AT) {
        return kind;
      }
    }
    return null;
  }

  private static @Nullable Kind kind(JsonNode record) {
    if (record.has(JsonLines.COLUMNS)) {
      return Kind.TABLE;
    }
    if (HfJson.fits(record)) {
      return Kind.HUGGING_FACE;
    }
    return ArxivRecord.fits(record) ? Kind.ARXIV : JsonLines.fits(record) ? Kind.TABLE : null;
  }

  /** The rows of a table as {@link JsonLines} writes them. */
  static ReadTable tableLines(String name, ByteLines lines) throws IOException {
    return lines(name, Kind.TABLE, lines, null);
  }

  private static ReadTable lines(String name, Kind kind, ByteLines lines, @Nullable LocalDate day)
      throws IOException {
    Records records = new Records(name, kind, day);
    while (lines.next()) {
      records.add(lines);
    }
    return records.table();
  }

  private static @Nullable ReadTable whole(String name, String text, @Nullable LocalDate day) {
    JsonNode root;
    try {
      root = parsed(text);
    } catch (JsonProcessingException e) {
      return cut(name, text, day, e);
    }
    JsonNode list = root.isArray() ? root : HfJson.listIn(root);
    if (list != null && list.isEmpty()) {
      return ReadTable.of(name, Listing.of(List.of()));
    }
    LocalDate own = Clean.day(root.path("date").textValue());
    Iterable<JsonNode> records = list != null ? list : List.of(root);
    Kind kind = firstKind(records);
    return kind == null ? null : table(name, kind, records, own != null ? own : day);
  }

  private static ReadTable table(
      String name, Kind kind, Iterable<JsonNode> list, @Nullable LocalDate day) {
    Records records = new Records(name, kind, day);
    list.forEach(records::add);
    return records.table();
  }

  private static JsonNode parsed(String text) throws JsonProcessingException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      try {
        return JSON.readTree(PythonLiteral.json(text));
      } catch (JsonProcessingException noPythonEither) {
        throw e;
      }
    }
  }

  /** The records before the place where the text breaks off. */
  private static ReadTable cut(
      String name, String text, @Nullable LocalDate day, JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    String where =
        "The JSON breaks off or is broken"
            + (place == null
                ? ""
                : " at line " + place.getLineNr() + ", column " + place.getColumnNr());
    JsonNode rest = CutJson.of(text);
    JsonNode list = rest.isArray() ? rest : HfJson.listIn(rest);
    Kind kind = list == null ? null : firstKind(list);
    if (kind == null || list == null) {
      throw new PapersException(
          where
              + ": "
              + e.getOriginalMessage()
              + ". It starts "
              + Remarks.quote(text)
              + ". Fetch or save the file again.",
          e);
    }
    LocalDate own = Clean.day(rest.path("date").textValue());
    return table(name, kind, list, own != null ? own : day).noted(Remarks.cut(where, list.size()));
  }

  /** The records of one kind as they come. */
  private static final class Records {
    private final String name;
    private final Kind kind;
    private final @Nullable LocalDate day;
    private final Remarks remarks = new Remarks();
    private final List<JsonNode> huggingFace = new ArrayList<>();
    private final List<Paper> arxiv = new ArrayList<>();
    private final JsonLines rows = new JsonLines();
    private int count;

    Records(String name, Kind kind, @Nullable LocalDate day) {
      this.name = name;
      this.kind = kind;
      this.day = day;
    }

    void add(ByteLines line) throws IOException {
      if (kind != Kind.ARXIV) {
        add(line.tree());
        return;
      }
      count++;
      Paper paper = ArxivRecord.read(line, remarks);
      if (paper != null) {
        arxiv.add(paper);
      }
    }

    void add(JsonNode record) {
      count++;
      switch (kind) {
        case TABLE -> rows.add(record);
        case HUGGING_FACE -> huggingFace.add(record);
        case ARXIV -> {
          Paper paper = ArxivRecord.read(record, count, remarks);
          if (paper != null) {
            arxiv.add(paper);
          }
        }
      }
    }

    ReadTable table() {
      return switch (kind) {
        case TABLE -> rows.table(name);
        case HUGGING_FACE ->
            ReadTable.of(name, HfJson.read(JSON.valueToTree(huggingFace), day, null));
        case ARXIV -> ReadTable.of(name, new Listing(arxiv, remarks.notes(count)));
      };
    }
  }
}
