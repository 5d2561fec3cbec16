package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.archive.Archive;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.FakeTime;
import io.github.broadsheet.http.Limits;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.http.TestServer;
import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Script;
import io.github.broadsheet.source.FakeHub;
import io.github.broadsheet.source.HuggingFace;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.PaperTable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Lists asked twice: what the second time is asked of the network, and what of the archive. */
class ArchivedTest {
  private static final LocalDate FIRST = day("2025-10-01");
  private static final LocalDate LAST = day("2025-10-31");

  @TempDir private Path home;
  private final FakeHub hub = new FakeHub("2025-12-30");
  private TestServer server = new TestServer(hub);

  @BeforeEach
  void list() {
    hub.list("2025-10-29", "2510.00010", 3)
        .list("2025-10-29", "2510.00011", 9)
        .list("2025-10-30", "2510.00012", 5)
        .list("2025-12-29", "2512.00010", 1);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void serve(Script script) {
    server.close();
    server = new TestServer(script);
  }

  private Archived papers(boolean offline) {
    FakeTime time = new FakeTime("2025-12-30T12:00:00Z");
    Settings settings =
        Settings.of(
            Map.of(
                "HF_ENDPOINT", server.uri().toString(), "BROADSHEET_OFFLINE", offline ? "1" : "0"));
    Client client = new Client(() -> settings, Limits.USUAL, time.timing());
    return new Archived(new HuggingFace(client, time), home, offline);
  }

  private Archived.Answer october() {
    return papers(false).between("October", FIRST, LAST);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<String> ids(Archived.Answer answer) {
    return answer.table().stringColumn("id").asList();
  }

  private List<String> askedSince(int before) {
    return server.targets().stream()
        .skip(before)
        .map(target -> target.replaceAll(".*\\?|&limit.*", ""))
        .distinct()
        .toList();
  }

  @Test
  void asksForADayOfLongAgoOnceOnly() {
    Archived.Answer first = october();
    int asked = server.seen().size();
    Archived.Answer second = october();
    assertThat(ids(first)).containsExactly("2510.00011", "2510.00012", "2510.00010");
    assertThat(first.table().print(9)).isEqualTo(second.table().print(9));
    assertThat(first.notes()).containsExactly("31 days came from the network.");
    assertThat(second.notes()).containsExactly("31 days came from the archive.");
    assertThat(papers(false).on(day("2025-10-29")).notes())
        .containsExactly("From the archive: the list of 2025-10-29, votes as of 2025-12-30 (UTC).");
    assertThat(ids(papers(false).week("Week", day("2025-10-20")))).isEmpty();
    assertThat(server.seen()).hasSize(asked);
  }

  @Test
  void asksAgainForTheDaysThatStillChange() {
    LocalDate from = day("2025-12-10");
    LocalDate to = day("2025-12-30");
    assertThat(ids(papers(false).between("December", from, to))).containsExactly("2512.00010");
    hub.list("2025-12-29", "2512.00020", 7);
    int asked = server.seen().size();
    Archived.Answer again = papers(false).between("December", from, to);
    assertThat(ids(again)).containsExactly("2512.00020", "2512.00010");
    assertThat(again.notes()).containsExactly("6 days came from the archive, 15 from the network.");
    assertThat(askedSince(asked)).containsExactly("month=2025-12");
    assertThat(ids(papers(false).on(day("2025-12-29")))).hasSize(2);
    assertThat(server.seen()).hasSizeGreaterThan(asked);
  }

  @Test
  void keepsAllDaysOfAMonthThatWasAskedForSomeOfThem() {
    assertThat(ids(papers(false).between("", day("2025-10-20"), day("2025-10-29")))).hasSize(2);
    int asked = server.seen().size();
    assertThat(ids(october())).hasSize(3);
    assertThat(server.seen()).hasSize(asked);
  }

  @Test
  void knowsADayWithoutListAndItsNeighboursWithoutAsking() {
    october();
    int asked = server.seen().size();
    Archived.Answer empty = papers(false).on(day("2025-10-28"));
    assertThat(empty.table().rowCount()).isZero();
    assertThat(empty.table().columnNames()).hasSize(18);
    assertThat(empty.notes().get(0))
        .startsWith("No Daily Papers on Tuesday 2025-10-28: no list came out that day")
        .endsWith("The nearest list is of Wednesday 2025-10-29.");
    assertThat(server.seen()).hasSize(asked);
    assertThat(papers(false).between("", day("2025-10-27"), day("2025-10-28")).notes())
        .containsExactly(
            "No Daily Papers from 2025-10-27 to 2025-10-28: lists come out Monday to Friday, since"
                + " May 2023.");
  }

  @Test
  void goesOnWhereAFailureEndedIt() {
    serve(
        (seen, number) ->
            seen.target().contains("2025-11") ? Reply.of(404, "gone") : hub.reply(seen, number));
    PapersException failure =
        catchThrowableOfType(
            PapersException.class,
            () -> papers(false).between("", day("2025-10-01"), day("2025-12-30")));
    assertThat(failure)
        .hasMessageEndingWith(
            "\nWhat had come is in the archive: run this again and it goes on from there."
                + " Papers.soFar() gives it as a table.");
    assertThat(failure.status()).isEqualTo(404);
    serve(hub);
    Archived.Answer answer = papers(false).between("", day("2025-10-01"), day("2025-12-30"));
    assertThat(ids(answer)).hasSize(4);
    assertThat(answer.notes())
        .containsExactly("31 days came from the archive, 60 from the network.");
    assertThat(askedSince(0))
        .containsExactly("month=2025-11", "/papers/date/2025-11-30", "month=2025-12");
  }

  @Test
  void goesOnWhereTheReaderInterruptedIt() {
    Thread reader = Thread.currentThread();
    serve(
        (seen, number) -> {
          if (seen.target().contains("2025-11")) {
            reader.interrupt();
          }
          return hub.reply(seen, number);
        });
    CancellationException stopped =
        catchThrowableOfType(
            CancellationException.class,
            () -> papers(false).between("Autumn", day("2025-10-01"), day("2025-11-30")));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped).hasMessage("Stopped while fetching the Daily Papers of 2025-11.");
    assertThat(SoFar.table().table().stringColumn("id").asList()).hasSize(3);
    assertThat(SoFar.table().notes())
        .containsExactly(
            "A part of Autumn. 31 days came from the archive. 30 days are missing: 2025-11-01 to"
                + " 2025-11-30.");
    assertThat(ids(papers(true).between("", FIRST, LAST))).hasSize(3);
  }

  @Test
  void saysWhatTheArchiveHasWhenNobodyAnswers() {
    october();
    serve((seen, number) -> Reply.of(503, "busy"));
    assertThat(catchThrowableOfType(PapersException.class, () -> papers(false).newest()))
        .hasMessageEndingWith(
            "\nThe archive has lists up to 2025-10-30: with BROADSHEET_OFFLINE=1 they come from it"
                + " alone; Papers.archive() gives all of it.");
  }

  @Test
  void losesNoDayToAServiceThatSaysForAWhileThatItHasNothing() {
    serve(
        (seen, number) ->
            seen.target().startsWith("/api") ? Reply.ok("[]") : Reply.of(503, "busy"));
    assertThat(papers(false).on(day("2025-10-29")).notes())
        .containsExactly(
            "Hugging Face's API gave no papers for 2025-10-29, a working day, and its web page does"
                + " not tell: run this again later.");
    assertThat(october().table().rowCount()).isZero();
    serve(hub);
    assertThat(ids(papers(false).on(day("2025-10-29")))).hasSize(2);
    assertThat(ids(october())).hasSize(3);
  }

  @Test
  void saysWhatIsMissingWhereTheNetworkMustNotBeTouched() {
    october();
    int asked = server.seen().size();
    Archived.Answer answer = papers(true).between("", day("2025-10-29"), day("2025-11-02"));
    assertThat(ids(answer)).hasSize(3);
    assertThat(answer.notes())
        .containsExactly(
            "3 days came from the archive. 2 days are missing because BROADSHEET_OFFLINE is set:"
                + " 2025-11-01 to 2025-11-02.");
    assertThat(papers(true).newest().table().name()).isEqualTo("Daily Papers 2025-10-30");
    assertThat(ids(papers(true).on(day("2025-10-30")))).containsExactly("2510.00012");
    PapersException failure =
        catchThrowableOfType(PapersException.class, () -> papers(true).on(day("2025-11-05")));
    assertThat(failure)
        .hasMessageContaining("BROADSHEET_OFFLINE is set, so 127.0.0.1 was not asked.")
        .hasMessageEndingWith("\nThe archive does not have it either.");
    assertThat(server.seen()).hasSize(asked);
  }

  @Test
  void givesTheListingThoughTheArchiveCannotBeUsed() throws IOException {
    String ruin = "no archive ".repeat(500);
    Path file = Files.writeString(home.resolve(Archive.FILE), ruin);
    Archived.Answer answer = october();
    assertThat(ids(answer)).containsExactly("2510.00011", "2510.00012", "2510.00010");
    assertThat(answer.notes()).hasSize(2);
    assertThat(answer.notes().get(0))
        .startsWith("Not archived: The archive " + file + " is damaged");
    assertThat(ids(papers(false).on(day("2025-10-30")))).containsExactly("2510.00012");
    assertThat(ids(papers(false).newest())).containsExactly("2512.00010");
    Listing found = Listing.of(PaperTable.papers(answer.table()));
    assertThat(new Recorded(home).once(found).papers()).hasSize(3);
    assertThat(new Recorded(home).once(found).notes())
        .hasSize(1)
        .first()
        .asString()
        .contains("damaged");
    assertThat(new Recorded(home).once(Listing.of(List.of())).notes()).isEmpty();
    assertThat(file).hasContent(ruin);
  }

  @Test
  void asksForAllAgainWhenTheArchiveBreaksAfterItPromised() throws IOException {
    hub.list("2025-10-28", "2510", 100, 1500);
    assertThat(ids(october())).hasSize(1404);
    try (RandomAccessFile broken =
        new RandomAccessFile(home.resolve(Archive.FILE).toFile(), "rw")) {
      for (long page = 40; page < broken.length() / 4096; page++) {
        broken.seek(page * 4096);
        broken.write(new byte[4096]);
      }
    }
    Archived.Answer answer = october();
    assertThat(ids(answer)).hasSize(1404).doesNotHaveDuplicates();
    assertThat(answer.notes().get(0)).startsWith("Not archived: The archive ").contains("damaged");
    assertThat(answer.notes()).contains("31 days came from the network.");
  }

  @Test
  void opensAllOfItAndTheVotesOfOnePaper() {
    assertThat(papers(false).all().notes().get(0)).contains("is empty: Papers.between(");
    october();
    Table all = papers(true).all().table();
    assertThat(all.stringColumn("id").asList())
        .containsExactly("2510.00011", "2510.00012", "2510.00010");
    assertThat(papers(true).history("arXiv:2510.00011v2").table().intColumn("upvotes").asList())
        .containsExactly(9);
    assertThat(papers(true).history("2510.99999").notes().get(0)).contains("has not seen");
  }
}
