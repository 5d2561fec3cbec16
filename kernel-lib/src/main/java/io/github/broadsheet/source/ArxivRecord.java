package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as one line of an arXiv dump: the snapshot arXiv publishes on Kaggle, or a crawl with
 * {@code authors} and {@code categories} as lists.
 */
final class ArxivRecord {
  private ArxivRecord() {}

  /** Whether a record has one of the two shapes. */
  static boolean fits(JsonNode record) {
    return record.has("title")
        && record.has("id")
        && (record.path("authors_parsed").isArray()
            || record.path("versions").isArray()
            || record.path("authors").isArray());
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
    try {
      return OffsetDateTime.parse(created, DateTimeFormatter.RFC_1123_DATE_TIME)
          .withOffsetSameInstant(ZoneOffset.UTC)
          .toLocalDate();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
