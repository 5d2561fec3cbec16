package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The 41 real papers shipped inside the library: what a Daily Papers search page showed on 1 June
 * 2026, as facts. The abstract is one or two sentences of our own.
 */
public final class Sample {
  private Sample() {}

  /**
   * All 41, in the order of the page (relevance of a search about attention and retention). Title,
   * author count, organization, day and comments are as the page showed them, so some days are
   * those of a later version or one early; two papers came without day and author count. No author
   * names, no upvotes. The id is the arXiv id where it is known for sure, else {@code sample:} and
   * the place on the page. {@code fetchedAt} is the start of 1 June 2026, UTC: the hour is not
   * known.
   */
  public static Listing listing() {
    List<Paper> papers = new ArrayList<>();
    try (InputStream file =
            Objects.requireNonNull(Sample.class.getResourceAsStream("sample.jsonl"));
        MappingIterator<JsonNode> lines =
            new ObjectMapper().readerFor(JsonNode.class).readValues(file)) {
      while (lines.hasNextValue()) {
        papers.add(paper(lines.nextValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The sample inside the library cannot be read.", e);
    }
    return Listing.of(papers);
  }

  private static Paper paper(JsonNode line) {
    Paper.Draft draft =
        Paper.draft(
            line.path("id").asText(), line.path("title").asText(), line.path("source").asText());
    draft.abstractText = text(line, "abstract");
    draft.authorCount = number(line, "author_count");
    draft.organization = text(line, "organization");
    String published = text(line, "published");
    draft.published = published == null ? null : LocalDate.parse(published);
    draft.comments = number(line, "comments");
    draft.url = text(line, "url");
    draft.fetchedAt = Instant.parse(line.path("fetched_at").asText());
    return draft.paper();
  }

  private static @Nullable String text(JsonNode line, String name) {
    return line.has(name) ? line.path(name).asText() : null;
  }

  private static @Nullable Integer number(JsonNode line, String name) {
    return line.has(name) ? line.path(name).asInt() : null;
  }
}
