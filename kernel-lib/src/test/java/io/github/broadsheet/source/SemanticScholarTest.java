package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.TestServer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Answers in the shapes of {@code POST /graph/v1/paper/batch}. */
class SemanticScholarTest {
  private static final String UNKNOWN = "null";

  private static String cited(String id, int citations) {
    return "{\"paperId\":\"x\",\"externalIds\":{\"ArXiv\":\"%s\"},\"citationCount\":%d,\"influentialCitationCount\":1}"
        .formatted(id, citations);
  }

  private static SemanticScholar scholar(Loopback there) {
    return new SemanticScholar(there.client, there.time, CitationKeeper.NONE);
  }

  private static Table papers(String... ids) {
    return Table.create("mine", StringColumn.create("id", ids));
  }

  @Test
  void addsTheCitationsOfEachPaperInTheOrderOfTheTable() {
    String answer =
        "[" + cited("2510.00020", 20) + "," + UNKNOWN + "," + cited("2510.00010", 10) + "]";
    try (Loopback there =
        new Loopback(Map.of("S2_API_KEY", "topsecret"), (seen, number) -> Reply.ok(answer))) {
      Table before = papers("2510.00020", "2510.00030v2", "2510.00010", "dblp:x", "2510.00020");
      ReadTable read = scholar(there).citations(before);
      IntColumn citations = read.table().intColumn("citations");
      assertThat(citations.asObjectArray()).containsExactly(20, null, 10, null, 20);
      assertThat(read.table().intColumn("influential_citations").get(0)).isEqualTo(1);
      assertThat(read.notes())
          .containsExactly(
              "Semantic Scholar does not know 1 of 3 papers: their citations are missing.");
      assertThat(before.columnNames()).containsExactly("id");
      assertThat(there.server.targets())
          .containsExactly(
              "/graph/v1/paper/batch?fields=externalIds%2CcitationCount%2CinfluentialCitationCount");
      assertThat(there.server.seen().get(0).headers())
          .containsEntry("x-api-key", "topsecret")
          .containsEntry("Content-Type", "application/json")
          .doesNotContainKey("Authorization");
      Table twice = scholar(there).citations(read.table()).table();
      assertThat(twice.columnNames()).containsExactly("id", "citations", "influential_citations");
    }
  }

  private static Table many(int n) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      ids.add("2510.%05d".formatted(i));
    }
    return papers(ids.toArray(String[]::new));
  }

  private static String answer(int from, int to) {
    List<String> papers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      papers.add(cited("2510.%05d".formatted(i), i));
    }
    return "[" + String.join(",", papers) + "]";
  }

  @Test
  void asksForFiveHundredAtOnceAndASecondApart() {
    try (Loopback there =
        new Loopback(
            (seen, number) -> Reply.ok(answer(number * 500, Math.min(number * 500 + 500, 1100))))) {
      Table cited = scholar(there).citations(many(1100)).table();
      assertThat(cited.intColumn("citations").get(1099)).isEqualTo(1099);
      assertThat(cited.intColumn("citations").countMissing()).isZero();
      assertThat(there.server.seen()).hasSize(3);
      assertThat(there.time.sleeps).containsExactly(1.0, 1.0);
    }
  }

  @Test
  void keepsWhatCameWhenTheServiceGivesUpLater() {
    try (Loopback there =
        new Loopback(
            (seen, number) ->
                number == 0
                    ? Reply.ok(answer(0, 500))
                    : Reply.of(429, "{\"message\":\"Too Many\"}"))) {
      ReadTable read = scholar(there).citations(many(700));
      assertThat(read.table().intColumn("citations").countMissing()).isEqualTo(200);
      assertThat(read.notes().get(0))
          .startsWith("Citations of 200 papers are missing, those of the 500 others are here.")
          .contains("Without S2_API_KEY all users of Semantic Scholar share one small quota.");
    }
  }

  @Test
  void givesNoPaperTheNumbersOfAnother() {
    String swapped = "[" + cited("2510.00020", 20) + "," + cited("2510.00010", 10) + "]";
    try (Loopback there = new Loopback((seen, number) -> Reply.ok(swapped))) {
      Table cited = scholar(there).citations(papers("2510.00010", "2510.00020")).table();
      assertThat(cited.intColumn("citations").countMissing()).isEqualTo(2);
    }
    try (Loopback there = new Loopback((seen, number) -> Reply.ok("[null]"))) {
      PapersException failure =
          catchThrowableOfType(
              PapersException.class,
              () -> scholar(there).citations(papers("2510.00010", "2510.00020")));
      assertThat(failure).hasMessageContaining("sent 1 papers where 2 were asked for");
    }
  }

  @Test
  void knowsThatItRefusesAQuestionWithoutASinglePaperItKnows() {
    try (Loopback there =
        new Loopback((seen, number) -> Reply.of(400, "{\"error\":\"No valid paper ids given\"}"))) {
      ReadTable read = scholar(there).citations(papers("2510.00010"));
      assertThat(read.table().intColumn("citations").countMissing()).isEqualTo(1);
    }
  }

  @Test
  void needsIds() {
    try (Loopback there = new Loopback((seen, number) -> Reply.ok("[]"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scholar(there).citations(Table.create(StringColumn.create("name"))))
          .withMessage(
              "Citations are found by arXiv id: the table needs a text column id and has name.");
      assertThat(scholar(there).citations(papers("x")).table().rowCount()).isEqualTo(1);
      assertThat(there.server.seen()).isEmpty();
    }
  }
}
