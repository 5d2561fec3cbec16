package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.broadsheet.PapersException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HfJsonTest {
  private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");

  private static final String SPRING_2024 =
      """
      {"paper": {"id": "2405.17430",
                 "authors": [{"_id": "a1", "name": "Ada  Quill", "hidden": false},
                             {"_id": "a2", "name": "Bo Nib", "hidden": true,
                              "user": {"user": "bo", "fullname": "B. Nib"}},
                             {"_id": "a3", "name": "Ada Quill", "hidden": false}],
                 "publishedAt": "2024-05-27T17:59:59.000Z",
                 "title": "Inkwells Run\\n  Dry", "summary": "Ink is\\nfinite.", "upvotes": 7},
       "publishedAt": "2024-05-29T03:50:58.348Z", "title": "Inkwells Run Dry",
       "mediaUrl": "https://example.org/x.png", "numComments": 1}
      """;

  private static final String WINTER_2025 =
      """
      {"paper": {"id": "2512.00010",
                 "authors": [{"name": "Cy Vellum", "hidden": false}],
                 "publishedAt": "2025-12-01T02:30:00.000Z",
                 "submittedOnDailyAt": "2025-12-03T01:18:40.635Z",
                 "submittedOnDailyBy": {"user": "cy"},
                 "title": "Paper Folds", "summary": "Folding.", "upvotes": 43,
                 "discussionId": "d", "projectPage": " https://example.org/folds",
                 "githubRepo": "https://github.com/cy/folds", "githubStars": 12,
                 "ai_summary": "Somebody else's words.", "ai_keywords": ["folds", "paper  cranes"],
                 "organization": {"_id": "o", "name": "vellum-lab", "fullname": "Vellum Lab"}},
       "publishedAt": "2025-11-30T21:30:00.000Z", "title": "Paper Folds", "summary": "Folding.",
       "numComments": 2, "submittedBy": {"name": "cy"}, "isAuthorParticipating": false}
      """;

  @Test
  void readsARecordOf2024() {
    Paper paper = only(array(SPRING_2024), null);

    assertThat(paper.id()).isEqualTo("2405.17430");
    assertThat(paper.title()).isEqualTo("Inkwells Run Dry");
    assertThat(paper.abstractText()).isEqualTo("Ink is finite.");
    assertThat(paper.published()).isEqualTo(LocalDate.of(2024, 5, 27));
    assertThat(paper.upvotes()).isEqualTo(7);
    assertThat(paper.comments()).isEqualTo(1);
    assertThat(paper.url()).isEqualTo("https://huggingface.co/papers/2405.17430");
    assertThat(paper.source()).isEqualTo("hf");
    assertThat(paper.fetchedAt()).isEqualTo(NOW);
    assertThat(paper.codeUrl()).isNull();
    assertThat(paper.stars()).isNull();
    assertThat(paper.organization()).isNull();
    assertThat(paper.keywords()).isEmpty();
  }

  @Test
  void keepsHiddenAuthorsAndNamesThatComeTwice() {
    Paper paper = only(array(SPRING_2024), null);

    assertThat(paper.authors()).containsExactly("Ada Quill", "Bo Nib", "Ada Quill");
    assertThat(paper.authorCount()).isEqualTo(3);
  }

  @Test
  void readsARecordOfTheEndOf2025() {
    Paper paper = only(array(WINTER_2025), LocalDate.of(2020, 1, 1));

    assertThat(paper.published()).isEqualTo(LocalDate.of(2025, 12, 1));
    assertThat(paper.listed()).isEqualTo(LocalDate.of(2025, 12, 3));
    assertThat(paper.organization()).isEqualTo("Vellum Lab");
    assertThat(paper.codeUrl()).isEqualTo("https://github.com/cy/folds");
    assertThat(paper.stars()).isEqualTo(12);
    assertThat(paper.projectUrl()).isEqualTo("https://example.org/folds");
    assertThat(paper.keywords()).containsExactly("folds", "paper cranes");
    assertThat(paper.comments()).isEqualTo(2);
  }

  @Test
  void takesTheWrappersTimeForTheListDayOnlyWhileItMeantThat() {
    assertThat(only(array(SPRING_2024), null).listed()).isEqualTo(LocalDate.of(2024, 5, 29));
    assertThat(only(array(SPRING_2024), LocalDate.of(2024, 5, 28)).listed())
        .isEqualTo(LocalDate.of(2024, 5, 28));
    String lies = array(WINTER_2025).replaceAll("\"submittedOnDailyAt\": \"[^\"]+\",", "");
    assertThat(only(lies, null).listed()).isNull();
    assertThat(only(lies, LocalDate.of(2025, 12, 4)).listed()).isEqualTo(LocalDate.of(2025, 12, 4));
  }

  @Test
  void readsTheOrganizationUnderItsFirstName() {
    String four = array(WINTER_2025).replace("\"organization\"", "\"submitterOrganization\"");
    assertThat(only(four, null).organization()).isEqualTo("Vellum Lab");
    String slugOnly = array(WINTER_2025).replace(", \"fullname\": \"Vellum Lab\"", "");
    assertThat(only(slugOnly, null).organization()).isEqualTo("vellum-lab");
    String onWrapper =
        """
        [{"paper": {"id": "2509.00001", "title": "T"}, "submitterOrganization": {"fullname": "W"}}]
        """;
    assertThat(only(onWrapper, null).organization()).isEqualTo("W");
  }

  @Test
  void readsTheBareDetailAndTheShortSearchResult() {
    String detail =
        """
        {"id": "2605.00120", "authors": [{"name": "Di Ream"}], "title": "Reams",
         "publishedAt": "2026-05-01T00:00:00.000Z", "summary": "Sheets.", "upvotes": 3,
         "linkedModels": [], "numTotalModels": 0}
        """;
    Paper paper = only(detail, null);
    assertThat(paper.id()).isEqualTo("2605.00120");
    assertThat(paper.published()).isEqualTo(LocalDate.of(2026, 5, 1));
    assertThat(paper.listed()).isNull();
    assertThat(paper.comments()).isNull();

    Paper brief = only("[{\"id\": \"2401.00010\", \"title\": \"Short\"}]", null);
    assertThat(brief.title()).isEqualTo("Short");
    assertThat(brief.authorCount()).isNull();
    assertThat(brief.upvotes()).isNull();
  }

  @Test
  void putsTheMostUpvotedFirstUnlessTheOrderMatters() {
    String three =
        """
        [{"paper": {"id": "2601.00001", "title": "A", "upvotes": 1}},
         {"paper": {"id": "2601.00002", "title": "B"}},
         {"paper": {"id": "2601.00003", "title": "C", "upvotes": 9}},
         {"paper": {"id": "2601.00004", "title": "D", "upvotes": 1}}]
        """;
    assertThat(HfJson.read(json(three), null, NOW).papers())
        .extracting(Paper::title)
        .containsExactly("C", "A", "D", "B");
    assertThat(HfJson.readInOrder(json(three), null, NOW).papers())
        .extracting(Paper::title)
        .containsExactly("A", "B", "C", "D");
  }

  @Test
  void skipsABadRecordNamesItAndKeepsTheRest() {
    String bad =
        "["
            + SPRING_2024
            + """
            , {"paper": {"id": "2405.00002", "upvotes": 3}}, {"paper": {"title": "No id here"}},
             7, null, {"paper": "gone"}, "just words"]
            """;
    Listing listing = HfJson.read(json(bad), null, NOW);

    assertThat(listing.papers()).extracting(Paper::id).containsExactly("2405.17430");
    assertThat(listing.notes()).hasSize(1);
    assertThat(listing.notes().get(0))
        .startsWith("6 of 7 records skipped: record 2 (2405.00002) has no title; ")
        .contains("record 3 \"No id here\" has no id")
        .contains("record 4 is no paper but \"7\"")
        .endsWith("and 1 more.");
  }

  @Test
  void leavesABadFieldEmptyNamesItAndKeepsTheRecord() {
    String bad =
        """
        [{"paper": {"id": "2601.00001", "title": "A", "upvotes": "many", "githubStars": 1e99,
                    "publishedAt": "soon", "projectPage": "javascript:alert(1)",
                    "githubRepo": "https://exa mple.org", "authors": "Solo Scribe",
                    "ai_keywords": 3},
          "numComments": 2.5}]
        """;
    Listing listing = HfJson.read(json(bad), LocalDate.of(2026, 1, 5), NOW);
    Paper paper = listing.papers().get(0);

    assertThat(paper.upvotes()).isNull();
    assertThat(paper.stars()).isNull();
    assertThat(paper.comments()).isNull();
    assertThat(paper.published()).isNull();
    assertThat(paper.projectUrl()).isNull();
    assertThat(paper.codeUrl()).isNull();
    assertThat(paper.listed()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(listing.notes()).hasSize(1);
    assertThat(listing.notes().get(0))
        .startsWith("7 values left empty: ")
        .contains("publishedAt of record 1 (2601.00001) is \"soon\", not a date");
  }

  @Test
  void restoresAnIdThatBecameANumber() {
    assertThat(only("[{\"id\": 2405.1743, \"title\": \"T\"}]", null).id()).isEqualTo("2405.17430");
  }

  @Test
  void knowsTheClocksOfTheWrappersTime() {
    String record =
        """
        [{"publishedAt": "%s", "paper": {"id": "2412.00010", "title": "T",
          "publishedAt": "%s"}}]""";
    assertThat(only(record.formatted("2024-12-03T22:42:00Z", "2024-12-01T10:00:00Z"), null))
        .extracting(Paper::listed)
        .isEqualTo(LocalDate.of(2024, 12, 4));
    assertThat(only(record.formatted("2024-07-03T03:42:00Z", "2024-07-01T10:00:00Z"), null))
        .extracting(Paper::listed)
        .isEqualTo(LocalDate.of(2024, 7, 3));
    assertThat(only(record.formatted("2025-03-06T05:00:00Z", "2025-03-06T10:00:00Z"), null))
        .extracting(Paper::listed)
        .isNull();
  }

  @Test
  void readsRecordsSavedAsPythonLiterals() {
    String literal =
        "{'paper': {'id': '2412.00010', 'title': \"Scribe's \\\"Blot\\\"\", 'authors': [{'name':"
            + " 'Zo\\xeb \\u00c9. \\U0001f58b', 'hidden': False, 'user': None}], 'upvotes': 5,"
            + " 'summary': 'a\\\\b\\n\"q\" \\\\nu'}, 'numComments': 2}";
    JsonNode root = new ObjectMapper().createArrayNode().add(literal).add("{'paper': {'id': '24");
    Listing listing = HfJson.read(root, null, null);

    Paper paper = listing.papers().get(0);
    assertThat(paper.title()).isEqualTo("Scribe's \"Blot\"");
    assertThat(paper.authors()).containsExactly("Zoë É. 🖋");
    assertThat(paper.abstractText()).isEqualTo("a\\b \"q\" \\nu");
    assertThat(paper.fetchedAt()).isNull();
    assertThat(listing.notes())
        .containsExactly(
            "1 of 2 records skipped: record 2 is text that is neither JSON nor a Python literal:"
                + " \"{'paper': {'id': '24\".");
  }

  @Test
  void takesHostileTextAsText() {
    String title = "</script><img src=x onerror=alert(1)> \\alpha 'q' \"d\" \u202Eabc 🧪";
    JsonNode root = new ObjectMapper().createObjectNode().put("id", "\"><b>").put("title", title);
    Paper paper = HfJson.read(root, null, NOW).papers().get(0);

    assertThat(paper.title()).isEqualTo(title);
    assertThat(paper.url()).isNull();
  }

  @Test
  void saysWhenAnAnswerIsNoListing() {
    assertThatThrownBy(() -> HfJson.read(json("{\"error\": \"Sorry\"}"), null, NOW))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("expected a list of papers or one paper")
        .hasMessageContaining("Sorry");
    assertThatThrownBy(() -> HfJson.read(json("12"), null, NOW))
        .isInstanceOf(PapersException.class);
  }

  @Test
  void anEmptyAnswerIsAnEmptyListing() {
    assertThat(HfJson.read(json("[]"), null, NOW).papers()).isEmpty();
  }

  private static String array(String record) {
    return "[" + record + "]";
  }

  private static Paper only(String json, @org.jspecify.annotations.Nullable LocalDate day) {
    Listing listing = HfJson.read(json(json), day, NOW);
    assertThat(listing.notes()).isEmpty();
    assertThat(listing.papers()).hasSize(1);
    return listing.papers().get(0);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
