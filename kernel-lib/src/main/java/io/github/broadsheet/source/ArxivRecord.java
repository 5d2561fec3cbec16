package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A paper as one line of an arXiv dump: the snapshot arXiv publishes on Kaggle, or a crawl with
 * {@code authors} and {@code categories} as lists.
 */
final class ArxivRecord {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private ArxivRecord() {}

  /** The paper of a line, or null with a remark. */
  static @Nullable Paper read(ByteLines line, Remarks remarks) throws IOException {
    Paper quick = quick(line, PaperTable.COLUMN_NAMES);
    return quick != null ? quick : read(line.tree(), line.place(), remarks);
  }

  /** Whether a record has one of the two shapes. */
  static boolean fits(JsonNode record) {
    return record.has("title")
        && record.has("id")
        && (record.path("authors_parsed").isArray()
            || record.path("versions").isArray()
            || record.path("authors").isArray());
  }

  /**
   * The paper of a line that has the shape of the snapshot in every field, without making a tree of
   * it; null for any other line, which {@link #read} then judges.
   *
   * @param columns beside id and title those that are wanted; what the others say is left unread,
   *     which is most of the work
   */
  static @Nullable Paper quick(ByteLines line, Set<String> columns) throws IOException {
    try (JsonParser json = line.parser()) {
      return json.nextToken() == JsonToken.START_OBJECT ? new Quick(columns).read(json) : null;
    } catch (JsonProcessingException broken) {
      return null;
    }
  }

  /** One line of the snapshot, field by field. */
  private static final class Quick {
    private final Set<String> columns;
    private @Nullable String id;
    private @Nullable String title;
    private @Nullable String abstractText;
    private @Nullable String categories;
    private @Nullable String created;
    private @Nullable List<String> authors;

    Quick(Set<String> columns) {
      this.columns = columns;
    }

    @Nullable Paper read(JsonParser json) throws IOException {
      boolean dated = false;
      boolean signed = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (!field(name, value, json)) {
          return null;
        }
        dated |= name.equals("versions");
        signed |= name.equals("authors_parsed");
      }
      boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
      return whole && dated && signed ? paper() : null;
    }

    /** Takes a field; false if it is not as the snapshot has it. */
    private boolean field(String name, JsonToken value, JsonParser json) throws IOException {
      boolean list = value == JsonToken.START_ARRAY;
      switch (name) {
        case "id" -> id = text(value, json);
        case "title" -> title = text(value, json);
        case "abstract" -> abstractText = columns.contains("abstract") ? text(value, json) : null;
        case "categories" -> categories = text(value, json);
        case "authors_parsed" -> {
          if (list && (columns.contains("authors") || columns.contains("author_count"))) {
            authors = authors(json);
            return authors != null;
          }
          json.skipChildren();
        }
        case "versions" -> {
          if (list && columns.contains("published")) {
            created = created(json);
            return created != null;
          }
          json.skipChildren();
        }
        default -> json.skipChildren();
      }
      return switch (name) {
        case "id", "title", "abstract", "categories" -> value == JsonToken.VALUE_STRING;
        case "authors_parsed", "versions" -> list;
        default -> true;
      };
    }

    private static @Nullable String text(JsonToken value, JsonParser json) throws IOException {
      return value == JsonToken.VALUE_STRING
          ? Clean.text(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
          : null;
    }

    private static @Nullable List<String> authors(JsonParser json) throws IOException {
      List<String> names = new ArrayList<>();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        String[] parts = {"", "", ""};
        int part = 0;
        while (json.nextToken() == JsonToken.VALUE_STRING) {
          if (part < parts.length) {
            parts[part++] = json.getText();
          }
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
          return null;
        }
        String name = Clean.text(parts[1] + " " + parts[0] + " " + parts[2]);
        if (name != null) {
          names.add(name);
        }
      }
      return json.currentToken() == JsonToken.END_ARRAY ? names : null;
    }

    private static @Nullable String created(JsonParser json) throws IOException {
      String first = null;
      while (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          boolean wanted = first == null && json.currentName().equals("created");
          if (json.nextToken() != JsonToken.VALUE_STRING) {
            return null;
          }
          first = wanted ? json.getText() : first;
        }
        if (first == null) {
          return null;
        }
      }
      return json.currentToken() == JsonToken.END_ARRAY ? first : null;
    }

    private @Nullable Paper paper() {
      String arxivId = ArxivTerms.id(id);
      if (arxivId == null || title == null) {
        return null;
      }
      Paper.Draft draft = Paper.draft(arxivId, title, "arxiv");
      draft.abstractText = abstractText;
      draft.authors = authors == null ? List.of() : authors;
      draft.published = created == null ? null : day(created);
      if (categories != null) {
        draft.categories = ArxivTerms.categories(null, Arrays.asList(categories.split(" ")));
      }
      draft.url = ArxivTerms.page(arxivId);
      return draft.paper();
    }
  }

  /** The paper, or null with a remark. */
  static @Nullable Paper read(JsonNode record, int place, Remarks remarks) {
    String id = ArxivTerms.id(record.path("id").asText());
    String title = Clean.text(record.path("title").textValue());
    String name = Remarks.record(place, Clean.text(record.path("id").asText()), title);
    if (id == null || title == null) {
      remarks.skip(name, id == null ? "has no arXiv id" : "has no title");
      return null;
    }
    JsonFields fields = new JsonFields(record, name, remarks);
    Paper.Draft draft = Paper.draft(id, title, "arxiv");
    draft.abstractText = fields.text("abstract");
    draft.authors = authors(record, fields);
    draft.published = published(record, fields);
    List<String> codes = fields.texts("categories");
    if (record.path("categories").isTextual() && !codes.isEmpty()) {
      codes = Arrays.asList(codes.get(0).split(" "));
    }
    draft.categories = ArxivTerms.categories(null, codes);
    draft.url = ArxivTerms.page(id);
    return draft.paper();
  }

  private static List<String> authors(JsonNode record, JsonFields fields) {
    if (!record.path("authors_parsed").isArray()) {
      return fields.texts("authors");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode parts : record.path("authors_parsed")) {
      // Family name, given names, suffix, and at times an affiliation.
      String name =
          Clean.text(
              String.join(
                  " ", parts.path(1).asText(), parts.path(0).asText(), parts.path(2).asText()));
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static @Nullable LocalDate published(JsonNode record, JsonFields fields) {
    String created = record.path("versions").path(0).path("created").textValue();
    if (created == null) {
      return fields.day("published");
    }
    return day(created);
  }

  /** The UTC day of a time as mails have it: {@code Mon, 2 Apr 2007 19:18:42 GMT}. */
  static @Nullable LocalDate day(String created) {
    try {
      if (!created.endsWith(" GMT")) {
        return OffsetDateTime.parse(created, DateTimeFormatter.RFC_1123_DATE_TIME)
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toLocalDate();
      }
      int day = created.indexOf(", ") + 2;
      int month = created.indexOf(' ', day) + 1;
      return LocalDate.of(
          Integer.parseInt(created, month + 4, month + 8, 10),
          MONTHS.indexOf(created.substring(month, month + 3)) / 3 + 1,
          Integer.parseInt(created, day, month - 1, 10));
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
      return null;
    }
  }
}
