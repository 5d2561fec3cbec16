package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.archive.Archive;
import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Script;
import io.github.broadsheet.source.Arxiv;
import io.github.broadsheet.source.Harvest;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.Loopback;
import io.github.broadsheet.source.ReadTable;
import io.github.broadsheet.source.Submissions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Listings of several answers, stopped between two of them by a reader who does not wait for a slow
 * server: what had come is in the archive and at hand.
 */
@Timeout(60)
class RecordedTest {
  /** Far longer than the test may take: whoever waits for it has not been interrupted. */
  private static final int LONG = 300_000;

  @TempDir private Path home;

  @AfterEach
  void calm() {
    Thread.interrupted();
  }

  /** Answers the first requests; at the next one the reader interrupts, and nothing comes. */
  private static Script slowAfter(int first, Script script) {
    Thread reader = Thread.currentThread();
    return (seen, number) -> {
      if (number < first) {
        return script.reply(seen, number);
      }
      reader.interrupt();
      return Reply.ok("").after(LONG);
    };
  }

  private static String entry(String id) {
    return "<entry><id>http://arxiv.org/abs/%sv1</id><title>Paper %s</title></entry>"
        .formatted(id, id);
  }

  private static Reply slice(int number) {
    return Reply.ok(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:o=\"http://a9.com/-/spec/opensearch/1.1/\">"
            + "<o:totalResults>2500</o:totalResults>"
            + entry("2510.0%d010".formatted(number))
            + entry("2510.0%d020".formatted(number))
            + "</feed>");
  }

  private List<String> archived() {
    try (Archive archive = Archive.open(home)) {
      return archive.all("").stringColumn("id").asList().stream().sorted().toList();
    }
  }

  private static void isInterrupted(Runnable call) {
    assertThat(catchThrowableOfType(CancellationException.class, call::run)).isNotNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  private Listing arxiv(Loopback there) {
    return new Recorded(home)
        .parts("arXiv ti:ink", told -> new Arxiv(there.client).query("ti:ink", 2500, told));
  }

  @Test
  void keepsTheSlicesOfArxivThatHadCome() {
    try (Loopback there = new Loopback(slowAfter(2, (seen, number) -> slice(number)))) {
      isInterrupted(() -> arxiv(there));
    }
    assertThat(archived()).containsExactly("2510.00010", "2510.00020", "2510.01010", "2510.01020");
    ReadTable part = SoFar.table();
    assertThat(part.table().stringColumn("id").asList()).hasSize(4);
    assertThat(part.table().name()).isEqualTo("arXiv ti:ink, a part");
    assertThat(part.notes())
        .containsExactly("A part of arXiv ti:ink: what had come before it was stopped.");
  }

  @Test
  void saysWhatHadComeBeforeAFailure() {
    try (Loopback there =
        new Loopback((seen, number) -> number < 1 ? slice(number) : Reply.of(404, "gone"))) {
      PapersException failure = catchThrowableOfType(PapersException.class, () -> arxiv(there));
      assertThat(failure)
          .hasMessageContaining("gone")
          .hasMessageEndingWith(
              "\nWhat had come, 2 papers, is in the archive and at hand: Papers.soFar() gives it. Run"
                  + " this again for the rest.");
      assertThat(failure.status()).isEqualTo(404);
    }
    assertThat(SoFar.table().table().rowCount()).isEqualTo(2);
  }

  @Test
  void keepsThePagesOfASubmitterThatHadCome() {
    String page = "[{\"paper\":{\"id\":\"2510.00030\",\"title\":\"A paper\",\"upvotes\":7}}]";
    try (Loopback there = new Loopback(slowAfter(1, (seen, number) -> Reply.ok(page)))) {
      isInterrupted(
          () ->
              new Recorded(home)
                  .parts("Papers", told -> new Submissions(there.client).by("ada", 500, told)));
    }
    assertThat(archived()).containsExactly("2510.00030");
    assertThat(SoFar.table().table().intColumn("upvotes").asList()).containsExactly(7);
  }

  private static Reply month(String from) {
    return Reply.ok(
        "<OAI-PMH><ListRecords><record><header/><metadata><arXiv><id>%s.00040</id><title>A paper</title></arXiv></metadata></record></ListRecords></OAI-PMH>"
            .formatted(from));
  }

  private Listing harvest(Loopback there) {
    Harvest harvest = new Harvest(there.client, there.time, home.resolve("harvest"));
    LocalDate from = LocalDate.of(2025, 6, 1);
    return new Recorded(home)
        .parts("harvest", told -> harvest.of("cs.CL", from, from.plusDays(80), told));
  }

  @Test
  void keepsTheMonthsOfAHarvestThatHadComeAlsoTheSecondTime() {
    List<String> ids = List.of("2506.00040", "2507.00040", "2508.00040");
    for (int had = 1; had < 3; had++) {
      int before = had - 1;
      try (Loopback there =
          new Loopback(
              slowAfter(1, (seen, number) -> month(ids.get(before + number).substring(0, 4))))) {
        isInterrupted(() -> harvest(there));
      }
      assertThat(archived()).containsExactlyElementsOf(ids.subList(0, had));
      assertThat(SoFar.table().table().stringColumn("id").asList())
          .containsExactlyElementsOf(ids.subList(0, had));
    }
    try (Loopback there = new Loopback((seen, number) -> month("2508"))) {
      assertThat(harvest(there).papers()).hasSize(3);
      assertThat(there.server.seen()).hasSize(1);
    }
  }

  @Test
  void asksForTheCitationsThatHadNotComeOnly() {
    StringColumn ids = StringColumn.create("id");
    for (int i = 0; i < 1200; i++) {
      ids.append("2510.%05d".formatted(i));
    }
    Table papers = Table.create("mine", ids);
    Recorded recorded = new Recorded(home);
    try (Loopback there = new Loopback(slowAfter(2, (seen, number) -> batch(500)))) {
      isInterrupted(() -> recorded.citations(papers, there.client, there.time));
      ReadTable part = SoFar.table();
      assertThat(part.table().intColumn("citations").countMissing()).isEqualTo(200);
      assertThat(part.notes())
          .containsExactly(
              "A part: the citations of 1000 of 1200 papers have come. The same call asks for the"
                  + " rest.");
    }
    try (Loopback there = new Loopback((seen, number) -> batch(200))) {
      ReadTable whole = recorded.citations(papers, there.client, there.time);
      assertThat(whole.table().intColumn("citations").countMissing()).isZero();
      assertThat(whole.notes())
          .containsExactly("Of 1000 papers they were kept from an earlier call.");
      recorded.citations(papers, there.client, there.time);
      assertThat(there.server.seen()).hasSize(1);
    }
  }

  private static Reply batch(int papers) {
    return Reply.ok("[" + "{\"citationCount\":3},".repeat(papers - 1) + "{\"citationCount\":3}]");
  }
}
