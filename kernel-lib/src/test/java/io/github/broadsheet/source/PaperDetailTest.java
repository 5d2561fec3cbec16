package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class PaperDetailTest {
  private static final String PAPER =
      """
      {"id":"2405.17430","title":"A paper","summary":"An invented one.","upvotes":7,
      "authors":[{"name":"Ada Quill"}],"publishedAt":"2024-05-27T17:59:45.000Z",
      "submittedOnDailyAt":"2024-05-28T00:00:00.000Z"%s}""";

  private static ReadTable ask(String id, Script script) {
    try (Loopback there = new Loopback(script)) {
      return new PaperDetail(there.client).of(id);
    }
  }

  @Test
  void givesOneRowWithWhatIsLinked() {
    String linked =
        ",\"numTotalModels\":12,\"linkedModels\":[{},{}],\"linkedDatasets\":[{}],\"numTotalSpaces\":0";
    try (Loopback there = new Loopback((seen, number) -> Reply.ok(PAPER.formatted(linked)))) {
      Table paper = new PaperDetail(there.client).of("https://arxiv.org/abs/2405.17430v2").table();
      assertThat(there.server.targets()).containsExactly("/api/papers/2405.17430");
      assertThat(paper.rowCount()).isEqualTo(1);
      assertThat(paper.columnNames().subList(0, 18))
          .isEqualTo(PaperTable.of("", List.of()).columnNames());
      assertThat(paper.stringColumn("id").get(0)).isEqualTo("2405.17430");
      assertThat(paper.dateColumn("listed").get(0)).isEqualTo("2024-05-28");
      assertThat(paper.intColumn("models").get(0)).isEqualTo(12);
      assertThat(paper.intColumn("datasets").get(0)).isEqualTo(1);
      assertThat(paper.intColumn("spaces").get(0)).isZero();
      assertThat(paper.intColumn("comments").isMissing(0)).isTrue();
    }
  }

  @Test
  void leavesWhatIsNotSaidMissing() {
    Table paper = ask("2405.17430", (seen, number) -> Reply.ok(PAPER.formatted(""))).table();
    assertThat(paper.intColumn("models").isMissing(0)).isTrue();
  }

  @Test
  void guessesThatAnIdWithFourDigitsWasANumber() {
    Script unknown = (seen, number) -> Reply.of(404, "{\"error\":\"Sorry\"}");
    assertThatExceptionOfType(PapersException.class)
        .isThrownBy(() -> ask("2405.1743", unknown))
        .withMessageContaining("so try \"2405.17430\".");
    assertThatExceptionOfType(PapersException.class)
        .isThrownBy(() -> ask("0704.0001", unknown))
        .withMessageContaining("Papers.arxiv(\"id:0704.0001\", 1) asks arXiv.");
  }

  @Test
  void saysWhereElseToLookForAPaperThatIsNotThere() {
    PapersException unknown =
        catchThrowableOfType(
            PapersException.class,
            () -> ask("2405.17431", (seen, number) -> Reply.of(404, "{\"error\":\"Sorry\"}")));
    assertThat(unknown)
        .hasMessage(
            "Hugging Face does not know the paper 2405.17431: it knows those that somebody has"
                + " shared there.\nPapers.arxiv(\"id:2405.17431\", 1) asks arXiv.");
    assertThat(unknown.status()).isEqualTo(404);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ask("../x", (seen, number) -> Reply.ok("")))
        .withMessage("\"../x\" is no arXiv id. One is written like 2405.17430, in quotes.");
  }

  @Test
  void readsThePageForPeopleWhenTheApiIsInTrouble() {
    String props =
        ("{\"paper\":" + PAPER.formatted("") + ",\"comments\":[]}").replace("\"", "&quot;");
    ReadTable read =
        ask(
            "2405.17430",
            (seen, number) ->
                seen.target().startsWith("/api")
                    ? Reply.of(500, "")
                    : Reply.ok(
                        "<!doctype html><html><div data-target=\"PaperContent\" data-props=\""
                            + props
                            + "\"></div></html>"));
    assertThat(read.table().stringColumn("title").get(0)).isEqualTo("A paper");
    assertThat(read.table().intColumn("spaces").isMissing(0)).isTrue();
    assertThat(read.notes())
        .containsExactly("Read from Hugging Face's web page, since its API answered 500.");
  }

  @Test
  void givesWhatSomebodySubmittedPageAfterPage() {
    FakeHub hub = new FakeHub("2025-10-29").list("2025-10-29", "2510", 1, 130);
    hub.pageSize = 60;
    try (Loopback there = new Loopback(hub)) {
      Listing all = new Submissions(there.client).by("akhaliq", 1000, Arrivals.NOBODY);
      assertThat(all.papers()).hasSize(130);
      assertThat(there.server.targets())
          .hasSize(4)
          .first()
          .isEqualTo("/api/daily_papers?submitter=akhaliq&limit=100&p=0");
      assertThat(new Submissions(there.client).by("akhaliq", 50, Arrivals.NOBODY).papers())
          .hasSize(50);
      assertThat(there.server.targets()).hasSize(5);
    }
    try (Loopback there = new Loopback((seen, number) -> Reply.ok("[]"))) {
      assertThat(new Submissions(there.client).by("nobody", 10, Arrivals.NOBODY).notes())
          .containsExactly(
              "Nobody called \"nobody\" has submitted Daily Papers. The login is wanted, such as"
                  + " \"akhaliq\", not the full name.");
    }
  }
}
