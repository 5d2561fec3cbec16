package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.broadsheet.PapersException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Papers as Hugging Face writes them in JSON: the answers of {@code daily_papers} and of the
 * search, the detail of one paper, and what its pages embed, in every shape since May 2024.
 */
final class HfJson {
  /** From this day on the wrapper's {@code publishedAt} is the paper's time in New York. */
  private static final LocalDate WRAPPER_TIME_LIES = LocalDate.of(2025, 3, 11);

  /** How far the clocks of New York are behind, in winter and in summer. */
  private static final Duration WINTER = Duration.ofHours(5);

  private static final Set<Duration> NEW_YORK = Set.of(WINTER, Duration.ofHours(4));

  /** Under these names an object may hold the list. */
  static final List<String> LISTS = List.of("dailyPapers", "papers", "data");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Remarks remarks = new Remarks();
  private final @Nullable LocalDate requestedDay;
  private final @Nullable Instant fetchedAt;

  private HfJson(@Nullable LocalDate requestedDay, @Nullable Instant fetchedAt) {
    this.requestedDay = requestedDay;
    this.fetchedAt = fetchedAt;
  }

  /**
   * The papers of an answer, most upvoted first.
   *
   * @param root a list of records, one record, or an object that holds the list
   * @param requestedDay the day of the list, where a record does not say it
   * @param fetchedAt when the answer came
   * @throws PapersException if it has none of these shapes
   */
  static Listing read(
      JsonNode root, @Nullable LocalDate requestedDay, @Nullable Instant fetchedAt) {
    return readInOrder(root, requestedDay, fetchedAt).mostUpvotedFirst();
  }

  /** The same in the order of the answer, which is that of relevance for a search. */
  static Listing readInOrder(
      JsonNode root, @Nullable LocalDate requestedDay, @Nullable Instant fetchedAt) {
    LocalDate day = requestedDay == null ? Clean.day(root.path("date").textValue()) : requestedDay;
    return new HfJson(day, fetchedAt).listing(records(root));
  }

  /** Whether this looks like a record of Hugging Face rather than any other JSON. */
  static boolean fits(JsonNode record) {
    return record.path("paper").isObject()
        || (record.path("id").isValueNode() && record.has("title") && isBare(record))
        || (record.isTextual() && PythonLiteral.fits(record.textValue()));
  }

  private static boolean isBare(JsonNode record) {
    return record.has("publishedAt") || (record.has("upvotes") && record.path("authors").isArray());
  }

  /** The list of papers in an object that holds one, or null. */
  static @Nullable JsonNode listIn(JsonNode root) {
    for (String name : LISTS) {
      if (root.path(name).isArray()) {
        return root.path(name);
      }
    }
    return null;
  }

  private static Iterable<JsonNode> records(JsonNode root) {
    if (root.isArray()) {
      return root;
    }
    JsonNode list = listIn(root);
    if (list != null) {
      return list;
    }
    if (root.path("paper").isObject() || (root.has("id") && root.has("title"))) {
      return List.of(root);
    }
    throw new PapersException(
        "This is not an answer of Hugging Face: expected a list of papers or one paper, found "
            + Remarks.quote(root.toString())
            + ".",
        null);
  }

  private Listing listing(Iterable<JsonNode> records) {
    List<Paper> papers = new ArrayList<>();
    int place = 0;
    for (JsonNode record : records) {
      place++;
      Paper paper = paper(record, place);
      if (paper != null) {
        papers.add(paper);
      }
    }
    return new Listing(papers, remarks.notes(place));
  }

  private @Nullable Paper paper(JsonNode record, int place) {
    JsonNode wrapper = record.isTextual() ? quoted(record.textValue(), place) : record;
    if (wrapper == null) {
      return null;
    }
    JsonNode paper = wrapper.path("paper").isObject() ? wrapper.path("paper") : wrapper;
    String id = id(paper.path("id"));
    String title = Clean.text(paper.path("title").textValue());
    if (title == null) {
      title = Clean.text(wrapper.path("title").textValue());
    }
    String name = Remarks.record(place, id, title);
    if (!wrapper.isObject()) {
      remarks.skip(name, "is no paper but " + Remarks.quote(wrapper.toString()));
    } else if (id == null) {
      remarks.skip(name, title == null ? "has no id and no title" : "has no id");
    } else if (title == null) {
      remarks.skip(name, "has no title");
    } else {
      JsonFields fields = new JsonFields(paper, name, remarks);
      return fill(Paper.draft(id, title, "hf"), fields, fields.in(wrapper), paper, wrapper);
    }
    return null;
  }

  private Paper fill(
      Paper.Draft draft,
      JsonFields inPaper,
      JsonFields inWrapper,
      JsonNode paper,
      JsonNode wrapper) {
    boolean wrapped = wrapper.path("paper").isObject();
    draft.abstractText = inPaper.text("summary");
    if (draft.abstractText == null && wrapped) {
      draft.abstractText = inWrapper.text("summary");
    }
    draft.authors = authors(paper.path("authors"));
    // A hidden author is one all the same; a nameless one counts too.
    draft.authorCount = paper.path("authors").isEmpty() ? null : paper.path("authors").size();
    draft.organization = organization(paper, wrapper);
    draft.published = inPaper.day("publishedAt");
    draft.listed = inPaper.day("submittedOnDailyAt");
    if (draft.listed == null) {
      draft.listed = requestedDay;
    }
    if (draft.listed == null && wrapped && inWrapper.day("publishedAt") != null) {
      draft.listed = listed(paper, wrapper);
    }
    draft.upvotes = inPaper.count("upvotes");
    draft.comments = inWrapper.count("numComments");
    draft.keywords = inPaper.texts("ai_keywords");
    draft.codeUrl = inPaper.link("githubRepo");
    draft.stars = inPaper.count("githubStars");
    draft.projectUrl = inPaper.link("projectPage");
    String arxivId = ArxivTerms.id(draft.id());
    draft.url = arxivId == null ? null : "https://huggingface.co/papers/" + arxivId;
    draft.fetchedAt = fetchedAt;
    return draft.paper();
  }

  /**
   * The day that the wrapper's time tells: until March 2025 it is when the paper was listed, since
   * the November before by the clocks of New York; then it is when the paper came out, by the same
   * clocks.
   */
  private static @Nullable LocalDate listed(JsonNode paper, JsonNode wrapper) {
    Instant time = Clean.time(wrapper.path("publishedAt").textValue());
    Instant published = Clean.time(paper.path("publishedAt").textValue());
    if (time == null
        || (published != null && NEW_YORK.contains(Duration.between(time, published)))) {
      return null;
    }
    // Lists come out by day, so that the hours change nothing where the clock is that of UTC.
    LocalDate day = LocalDate.ofInstant(time.plus(WINTER), ZoneOffset.UTC);
    return day.isBefore(WRAPPER_TIME_LIES) ? day : null;
  }

  private static List<String> authors(JsonNode list) {
    List<String> names = new ArrayList<>();
    for (JsonNode author : list) {
      String name =
          Clean.text(author.isTextual() ? author.asText() : author.path("name").textValue());
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  private static @Nullable String organization(JsonNode paper, JsonNode wrapper) {
    for (JsonNode holder : List.of(paper, wrapper)) {
      for (String field : List.of("organization", "submitterOrganization")) {
        JsonNode organization = holder.path(field);
        String fullname = Clean.text(organization.path("fullname").textValue());
        String name =
            fullname != null ? fullname : Clean.text(organization.path("name").textValue());
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  private static @Nullable String id(JsonNode id) {
    if (id.isNumber()) {
      // Someone's program took the id for a number and so lost its last zeros.
      String digits = id.asText();
      return ArxivTerms.id(
          digits.matches("\\d{4}\\.\\d{1,4}") ? (digits + "0000").substring(0, 10) : digits);
    }
    String text = Clean.text(id.textValue());
    String arxivId = ArxivTerms.id(text);
    return arxivId != null ? arxivId : text;
  }

  /** A record that someone's program saved as text instead of as JSON. */
  private @Nullable JsonNode quoted(String text, int place) {
    try {
      return JSON.readTree(PythonLiteral.json(text));
    } catch (JsonProcessingException e) {
      remarks.skip(
          Remarks.record(place, null, null),
          "is text that is neither JSON nor a Python literal: " + Remarks.quote(text));
      return null;
    }
  }
}
