package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every archived answer of 2024 and 2025, with all that changed in its shape. */
class HfJsonRealTest {

  @Test
  void readsEveryRecordOfEveryDay() {
    Set<String> ids = new HashSet<>();
    List<String> notes = new ArrayList<>();
    int records = 0;
    for (Path file : RealData.files("hf-daily")) {
      LocalDate day = LocalDate.parse(file.getFileName().toString().substring(0, 10));
      JsonNode root = RealData.json(file);
      Listing listing = HfJson.readInOrder(root, day, null);

      assertThat(listing.papers()).as("%s", file).hasSize(root.size());
      notes.addAll(listing.notes());
      assertThat(HfJson.read(root, day, null).papers()).isEqualTo(listing.papers());
      for (int i = 0; i < root.size(); i++) {
        sameFacts(root.get(i), listing.papers().get(i), day);
        ids.add(listing.papers().get(i).id());
      }
      records += root.size();
    }
    assertThat(records).isEqualTo(5841);
    assertThat(notes)
        .hasSize(2)
        .allMatch(note -> note.startsWith("1 value left empty: githubRepo"));
    assertThat(ids).hasSize(5841).allMatch(id -> id.matches("\\d{4}\\.\\d{5}"));
    assertThat(ids).filteredOn(id -> id.endsWith("0")).hasSize(596);
  }

  private static void sameFacts(JsonNode wrapper, Paper paper, LocalDate day) {
    JsonNode record = wrapper.path("paper");
    assertThat(paper.id()).isEqualTo(record.path("id").textValue());
    assertThat(paper.title()).isEqualTo(collapsed(record.path("title")));
    assertThat(paper.abstractText()).isEqualTo(collapsed(record.path("summary")));
    assertThat(paper.authors()).hasSize(record.path("authors").size());
    assertThat(paper.authorCount()).isEqualTo(record.path("authors").size());
    assertThat(paper.upvotes()).isEqualTo(record.path("upvotes").intValue());
    assertThat(paper.comments()).isEqualTo(wrapper.path("numComments").intValue());
    assertThat(paper.published())
        .isEqualTo(record.path("publishedAt").textValue().substring(0, 10));
    assertThat(paper.listed()).isEqualTo(day);
    assertThat(paper.stars())
        .isEqualTo(record.has("githubStars") ? record.path("githubStars").intValue() : null);
    String code = record.path("githubRepo").textValue();
    assertThat(paper.codeUrl()).isEqualTo(code == null || code.contains("\n") ? null : code);
    assertThat(paper.projectUrl() == null).isEqualTo(!record.has("projectPage"));
    assertThat(paper.keywords()).hasSizeLessThanOrEqualTo(record.path("ai_keywords").size());
    assertThat(paper.keywords().isEmpty())
        .isEqualTo(record.path("ai_keywords").path(0).asText().isEmpty());
    assertThat(paper.organization() == null)
        .isEqualTo(
            !record.has("organization")
                && !wrapper.has("organization")
                && !wrapper.has("submitterOrganization")
                && !record.has("submitterOrganization"));
    assertThat(paper.categories()).isEmpty();
  }

  @Test
  void tellsTheDayOfAListThatNobodyNamedOrNone() {
    int told = 0;
    for (Path file : RealData.files("hf-daily")) {
      LocalDate day = LocalDate.parse(file.getFileName().toString().substring(0, 10));
      JsonNode root = RealData.json(file);
      for (JsonNode record : root) {
        ((ObjectNode) record.path("paper")).remove("submittedOnDailyAt");
      }
      for (Paper paper : HfJson.read(root, null, null).papers()) {
        assertThat(paper.listed()).isIn(day, null);
        told += paper.listed() == null ? 0 : 1;
      }
    }
    // All up to 10 March 2025, and none of those whose time is another since.
    assertThat(told).isEqualTo(2419);
  }

  private static String collapsed(JsonNode text) {
    return Objects.requireNonNull(text.textValue()).strip().replaceAll("\\s+", " ");
  }

  @Test
  void readsOrNamesEveryRecordTheArchiverWroteWrongly() {
    int read = 0;
    int records = 0;
    for (Path file : RealData.files("hf-malformed")) {
      JsonNode root = RealData.json(file);
      Listing listing = HfJson.read(root, null, null);
      int total = root.isArray() ? root.size() : root.path("data").size();
      read += listing.papers().size();
      records += total;
      assertThat(listing.papers()).as("%s %s", file, listing.notes()).hasSize(total);
    }
    assertThat(records).isEqualTo(300);
    assertThat(read).isEqualTo(300);
  }
}
