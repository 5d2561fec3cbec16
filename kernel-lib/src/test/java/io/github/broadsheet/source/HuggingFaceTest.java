package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.FakeTime;
import io.github.broadsheet.http.Limits;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.http.TestServer;
import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Script;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class HuggingFaceTest {
  private TestServer server = new TestServer((seen, number) -> Reply.ok("[]"));

  @AfterEach
  void close() {
    server.close();
  }

  private HuggingFace at(String now, Script script) {
    server.close();
    server = new TestServer(script);
    FakeTime time = new FakeTime(now + "T12:00:00Z");
    Settings settings = Settings.of(Map.of("HF_ENDPOINT", server.uri().toString()));
    return new HuggingFace(new Client(() -> settings, Limits.USUAL, time.timing()), time);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<String> ids(Listing listing) {
    return listing.papers().stream().map(Paper::id).toList();
  }

  private List<String> asked() {
    return server.targets().stream()
        .map(target -> target.replace("/api/daily_papers?", ""))
        .toList();
  }

  @Test
  void asksPageAfterPageUntilOneIsEmpty() {
    FakeHub hub = new FakeHub("2025-10-29").list("2025-10-29", "2510", 1, 130);
    hub.pageSize = 60;
    Listing listing = at("2025-10-29", hub).day(day("2025-10-29"));
    assertThat(listing.papers()).hasSize(130);
    assertThat(listing.notes()).isEmpty();
    assertThat(asked())
        .containsExactly(
            "date=2025-10-29&limit=100&p=0",
            "date=2025-10-29&limit=100&p=1",
            "date=2025-10-29&limit=100&p=2",
            "date=2025-10-29&limit=100&p=3");
  }

  @Test
  void putsTheMostUpvotedFirst() {
    FakeHub hub =
        new FakeHub("2025-10-29")
            .list("2025-10-29", "2510.00010", 3)
            .list("2025-10-29", "2510.00020", 40)
            .list("2025-10-29", "2510.00030", 3)
            .list("2025-10-29", "2510.00040", 7);
    assertThat(ids(at("2025-10-29", hub).day(day("2025-10-29"))))
        .containsExactly("2510.00020", "2510.00040", "2510.00010", "2510.00030");
  }

  @Test
  void keepsEachPaperOnceWhileTheListGrowsUnderItsPages() {
    FakeHub before = new FakeHub("2025-10-29").list("2025-10-29", "2510", 1, 4);
    FakeHub after =
        new FakeHub("2025-10-29")
            .list("2025-10-29", "2510.09999", 50)
            .list("2025-10-29", "2510", 1, 4);
    before.pageSize = 2;
    after.pageSize = 2;
    Listing listing =
        at("2025-10-29", (seen, n) -> (n == 0 ? before : after).reply(seen, n))
            .day(day("2025-10-29"));
    assertThat(ids(listing))
        .containsExactly("2510.00001", "2510.00002", "2510.00003", "2510.00004");
  }

  @Test
  void seesMoreWhenTheDayHasGrown() {
    FakeHub hub = new FakeHub("2025-10-29").list("2025-10-29", "2510.00001", 1);
    HuggingFace client = at("2025-10-29", hub);
    assertThat(client.newest().listing().papers()).hasSize(1);
    hub.list("2025-10-29", "2510.00002", 5);
    assertThat(ids(client.newest().listing())).containsExactly("2510.00002", "2510.00001");
  }

  @Test
  void givesAPaperOfTwoDaysItsFirstDayAndItsNewestVotes() {
    FakeHub hub =
        new FakeHub("2025-10-31")
            .list("2025-10-28", "2510.00001", 3)
            .list("2025-10-29", "2510.00002", 5)
            .list("2025-10-30", "2510.00001", 9);
    Listing listing = at("2025-10-31", hub).between(day("2025-10-28"), day("2025-10-30"));
    assertThat(ids(listing)).containsExactly("2510.00001", "2510.00002");
    assertThat(listing.papers().get(0).listed()).isEqualTo("2025-10-28");
    assertThat(listing.papers().get(0).upvotes()).isEqualTo(9);
  }

  @Test
  void endsWhenTheServerRepeatsItsPages() {
    FakeHub hub = new FakeHub("2025-10-29").list("2025-10-29", "2510", 1, 3);
    Listing listing =
        at(
                "2025-10-29",
                (seen, n) ->
                    hub.reply(
                        new TestServer.Seen(
                            seen.target().replaceAll("&p=\\d+", "&p=0"), seen.headers()),
                        n))
            .day(day("2025-10-29"));
    assertThat(listing.papers()).hasSize(3);
    assertThat(listing.notes())
        .containsExactly(
            "The pages of 2025-10-29 repeat themselves, so more papers may be there than came.");
    assertThat(server.seen()).hasSize(3);
  }

  @Test
  void saysWhyAWeekendIsEmptyAndWhichDaysAreNear() {
    FakeHub hub =
        new FakeHub("2025-11-05")
            .list("2025-10-31", "2510.00001", 3)
            .list("2025-11-04", "2511.00001", 3);
    Listing saturday = at("2025-11-05", hub).day(day("2025-11-01"));
    assertThat(saturday.papers()).isEmpty();
    assertThat(saturday.notes())
        .containsExactly(
            "No Daily Papers on Saturday 2025-11-01: lists come out Monday to Friday. The nearest"
                + " lists are of Friday 2025-10-31 and Tuesday 2025-11-04.");
    assertThat(asked())
        .containsExactly(
            "date=2025-11-01&limit=100&p=0",
            "date=2025-10-31&limit=1&p=0",
            "date=2025-11-03&limit=1&p=0",
            "date=2025-11-04&limit=1&p=0");
  }

  @Test
  void tellsAHolidayFromAListThatIsNotOutYet() {
    FakeHub hub = new FakeHub("2025-01-03").list("2024-12-31", "2412.00001", 3);
    HuggingFace client = at("2025-01-03", hub);
    assertThat(client.day(day("2025-01-01")).notes())
        .containsExactly(
            "No Daily Papers on Wednesday 2025-01-01: no list came out that day, perhaps a holiday."
                + " The nearest list is of Tuesday 2024-12-31.");
    assertThat(client.day(day("2025-01-03")).notes())
        .containsExactly(
            "No Daily Papers on Friday 2025-01-03 yet: the list of a day grows from the morning on"
                + " (UTC). The nearest list is of Tuesday 2024-12-31.");
  }

  @Test
  void asksNothingForADayBeforeTheFirstList() {
    Listing listing = at("2025-11-05", new FakeHub("2025-11-05")).day(day("2020-01-01"));
    assertThat(listing.papers()).isEmpty();
    assertThat(listing.notes())
        .containsExactly("No Daily Papers on Wednesday 2020-01-01: the first list is of May 2023.");
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void doesNotTakeFridaysCopyForSaturdaysList() {
    FakeHub hub = new FakeHub("2025-11-05").list("2025-10-31", "2510.00001", 3);
    Listing saturday =
        at(
                "2025-11-05",
                (seen, n) ->
                    hub.reply(
                        new TestServer.Seen(
                            seen.target().replace("2025-11-01", "2025-10-31"), seen.headers()),
                        n))
            .day(day("2025-11-01"));
    assertThat(saturday.papers()).isEmpty();
    assertThat(saturday.notes()).hasSize(1);
  }

  @Test
  void givesTheNewestListWithoutANoteWhenItIsTodays() {
    FakeHub hub = new FakeHub("2025-10-29").list("2025-10-29", "2510.00001", 3);
    HuggingFace.DayList newest = at("2025-10-29", hub).newest();
    assertThat(newest.day()).isEqualTo("2025-10-29");
    assertThat(newest.listing().notes()).isEmpty();
  }

  @Test
  void givesFridaysListOnSundayAndSaysSo() {
    FakeHub hub =
        new FakeHub("2025-11-02")
            .list("2025-10-30", "2510.00001", 3)
            .list("2025-10-31", "2510.00002", 3);
    HuggingFace.DayList newest = at("2025-11-02", hub).newest();
    assertThat(newest.day()).isEqualTo("2025-10-31");
    assertThat(ids(newest.listing())).containsExactly("2510.00002");
    assertThat(newest.listing().notes())
        .containsExactly(
            "No list for today, Sunday 2025-11-02 (UTC): lists come out Monday to Friday. This is"
                + " the newest, of Friday 2025-10-31.");
  }

  @Test
  void givesTheNewestListThoughOurClockIsAhead() {
    FakeHub hub = new FakeHub("2025-10-29").list("2025-10-29", "2510.00001", 3);
    HuggingFace.DayList newest = at("2025-10-30", hub).newest();
    assertThat(newest.day()).isEqualTo("2025-10-29");
    assertThat(newest.listing().notes())
        .containsExactly(
            "No list yet for today, Thursday 2025-10-30 (UTC): it grows from the morning on. This"
                + " is the newest, of Wednesday 2025-10-29.");
  }

  @Test
  void givesARangeThoughOurClockIsAhead() {
    FakeHub hub = new FakeHub("2025-10-29").list("2025-10-29", "2510.00001", 3);
    HuggingFace ahead = at("2025-10-30", hub);
    assertThat(ids(ahead.between(day("2025-10-28"), day("2025-10-30"))))
        .containsExactly("2510.00001");
  }

  @Test
  void saysSoWhenThereIsNoListAtAll() {
    HuggingFace.DayList newest = at("2025-10-30", new FakeHub("2025-10-30")).newest();
    assertThat(newest.listing().papers()).isEmpty();
    assertThat(newest.listing().notes())
        .containsExactly(
            "No Daily Papers on Thursday 2025-10-30 yet: the list of a day grows from the morning"
                + " on (UTC).");
  }

  @Test
  void doubtsAnEmptyPageWhereMoreShouldCome() {
    FakeHub hub = new FakeHub("2025-10-31").list("2025-10-29", "2510", 1, 130);
    Script ailing = (seen, n) -> n % 2 == 0 ? Reply.ok("[]") : hub.reply(seen, n);
    assertThat(at("2025-10-31", ailing).day(day("2025-10-29")).papers()).hasSize(130);
    assertThat(asked().stream().map(target -> target.replaceAll(".*&p=", "")))
        .containsExactly("0", "0", "1", "1", "2");
  }

  /** A service that says for a while that it has nothing: so many answers of the API. */
  private static Script silent(FakeHub hub, int answers) {
    AtomicInteger left = new AtomicInteger(answers);
    return (seen, n) ->
        seen.target().startsWith("/api") && left.getAndDecrement() > 0
            ? Reply.ok("[]")
            : hub.reply(seen, n);
  }

  @Test
  void believesThatAWorkingDayHasNoListOnlyIfItsPageShowsAnother() {
    FakeHub hub =
        new FakeHub("2025-10-31")
            .list("2025-10-27", "2510.00001", 1)
            .list("2025-10-29", "2510.00002", 2);
    Map<LocalDate, ListKeeper.Extent> kept = new TreeMap<>();
    HuggingFace silent = at("2025-10-31", silent(hub, 6)).keeping(new Extents(kept));
    Listing some = silent.day(day("2025-10-29"));
    assertThat(ids(some)).containsExactly("2510.00002");
    assertThat(some.notes())
        .containsExactly(
            "Hugging Face's API gave no papers for 2025-10-29, a working day: these are from its web"
                + " page.");
    assertThat(silent.day(day("2025-10-28")).papers()).isEmpty();
    assertThat(kept)
        .containsEntry(day("2025-10-29"), ListKeeper.Extent.DAMAGED)
        .containsEntry(day("2025-10-28"), ListKeeper.Extent.WHOLE);
    Script mute =
        (seen, n) -> seen.target().startsWith("/api") ? Reply.ok("[]") : Reply.of(503, "");
    HuggingFace nobody = at("2025-10-31", mute).keeping(new Extents(kept));
    assertThat(nobody.day(day("2025-10-28")).notes())
        .containsExactly(
            "Hugging Face's API gave no papers for 2025-10-28, a working day, and its web page does"
                + " not tell: run this again later.");
    assertThat(kept).containsEntry(day("2025-10-28"), ListKeeper.Extent.DAMAGED);
  }

  @Test
  void asksForTheDaysOfAMonthThatSeemsToHaveNone() {
    FakeHub hub = new FakeHub("2026-03-20").list("2026-02-11", "2602.00001", 1);
    // It begins and ends on a Sunday and a Saturday, which tells nothing of the days between.
    HuggingFace silent = at("2026-03-20", silent(hub, 3));
    assertThat(ids(silent.between(day("2026-02-01"), day("2026-02-28"))))
        .containsExactly("2602.00001");
    assertThat(ids(at("2026-03-20", hub).between(day("2026-01-01"), day("2026-01-31")))).isEmpty();
    assertThat(server.targets())
        .containsExactly(
            "/api/daily_papers?month=2026-01&limit=100&p=0",
            "/api/daily_papers?month=2026-01&limit=100&p=0",
            "/api/daily_papers?month=2026-01&limit=100&p=0",
            "/papers/date/2026-01-31");
  }

  @Test
  void asksForTheDaysOfAMonthThatSeemsToEndAfterAFullPage() {
    FakeHub hub =
        new FakeHub("2025-12-31")
            .list("2025-10-06", "2510", 1, 60)
            .list("2025-10-07", "2510", 101, 160)
            .list("2025-10-08", "2510", 201, 260);
    Script ailing =
        (seen, n) ->
            seen.target().matches(".*month.*p=[1-9]") ? Reply.ok("[]") : hub.reply(seen, n);
    assertThat(at("2025-12-31", ailing).between(day("2025-10-01"), day("2025-10-31")).papers())
        .hasSize(180);
  }

  @Test
  void asksForAWeekAtOnce() {
    FakeHub hub =
        new FakeHub("2025-10-31")
            .list("2025-10-26", "2510.00001", 1)
            .list("2025-10-27", "2510.00002", 2)
            .list("2025-10-31", "2510.00003", 3);
    assertThat(ids(at("2025-10-31", hub).week(day("2025-10-27"))))
        .containsExactly("2510.00003", "2510.00002");
    assertThat(asked())
        .containsExactly("week=2025-W44&limit=100&p=0", "week=2025-W44&limit=100&p=1");
  }

  @Test
  void asksForTheDaysOfAWeekTheApiDoesNotKnow() {
    FakeHub hub = new FakeHub("2026-12-31").list("2026-12-29", "2612.00001", 1);
    assertThat(ids(at("2026-12-31", hub).week(day("2026-12-28")))).containsExactly("2612.00001");
    assertThat(asked())
        .allMatch(target -> target.matches("(date=|/papers/date/)2026-12-.*"))
        .noneMatch(target -> target.startsWith("date=2027"));

    FakeHub old = new FakeHub("2025-10-31").list("2025-10-27", "2510.00002", 2);
    old.spans = false;
    assertThat(ids(at("2025-10-31", old).week(day("2025-10-27")))).containsExactly("2510.00002");
    assertThat(asked().get(0)).isEqualTo("week=2025-W44&limit=100&p=0");
    assertThat(asked().get(1)).isEqualTo("date=2025-10-27&limit=100&p=0");
  }

  @Test
  void asksForMonthsAndCutsThemToTheRange() {
    FakeHub hub =
        new FakeHub("2025-12-31")
            .list("2025-09-09", "2509.00001", 1)
            .list("2025-09-10", "2509.00002", 2)
            .list("2025-10-15", "2510.00001", 3)
            .list("2025-11-03", "2511.00001", 4)
            .list("2025-11-04", "2511.00002", 5);
    Listing listing = at("2025-12-31", hub).between(day("2025-09-10"), day("2025-11-03"));
    assertThat(ids(listing)).containsExactly("2511.00001", "2510.00001", "2509.00002");
    assertThat(asked().stream().map(target -> target.replaceAll("&.*", "")).distinct())
        .containsExactly(
            "month=2025-09",
            "month=2025-10",
            "date=2025-11-01",
            "date=2025-11-02",
            "date=2025-11-03");
  }

  @Test
  void asksForDaysWhereAMonthDoesNotTellThem() {
    FakeHub hub =
        new FakeHub("2025-12-31")
            .list("2025-02-03", "2502.00001", 1)
            .list("2025-02-12", "2502.00002", 2);
    hub.dated = false;
    Listing listing = at("2025-12-31", hub).between(day("2025-02-03"), day("2025-02-11"));
    assertThat(ids(listing)).containsExactly("2502.00001");
    assertThat(listing.papers().get(0).listed()).isEqualTo("2025-02-03");
    assertThat(asked())
        .contains("date=2025-02-11&limit=100&p=0")
        .noneMatch(t -> t.contains("02-12"));
  }

  @Test
  void asksEachWorkingDayOnceWhereAMonthTellsThePapersButNotTheirDays() {
    FakeHub hub =
        new FakeHub("2025-12-31")
            .list("2025-02-03", "2502.00001", 1)
            .list("2025-02-12", "2502.00002", 2);
    hub.dated = false;
    Listing listing = at("2025-12-31", hub).between(day("2025-02-01"), day("2025-02-28"));
    assertThat(ids(listing)).containsExactly("2502.00002", "2502.00001");
    assertThat(listing.papers().get(0).listed()).isEqualTo("2025-02-12");
    List<String> workingDays =
        day("2025-02-01")
            .datesUntil(day("2025-03-01"))
            .filter(day -> day.getDayOfWeek().getValue() < 6)
            .map(day -> "date=" + day + "&limit=100&p=0")
            .toList();
    assertThat(asked())
        .startsWith("month=2025-02&limit=100&p=0", "month=2025-02&limit=100&p=1")
        .hasSize(2 + workingDays.size())
        .containsAll(workingDays);
  }

  @Test
  void asksADayInFullWhenPapersOfItsMonthAreOnNoFirstPage() {
    FakeHub hub =
        new FakeHub("2025-12-31")
            .list("2025-02-03", "2502", 1, 20)
            .list("2025-02-12", "2502", 101, 230);
    hub.dated = false;
    hub.pageSize = 60;
    Listing listing = at("2025-12-31", hub).between(day("2025-02-01"), day("2025-02-28"));
    assertThat(ids(listing)).hasSize(150).doesNotHaveDuplicates();
    assertThat(asked())
        .contains("date=2025-02-12&limit=100&p=2")
        .noneMatch(target -> target.startsWith("date=2025-02-01"));
  }

  @Test
  void findsAListOfAWeekendThatOnlyItsMonthTellsOf() {
    FakeHub hub =
        new FakeHub("2025-12-31")
            .list("2025-02-07", "2502.00001", 1)
            .list("2025-02-08", "2502.00002", 2);
    hub.dated = false;
    Listing listing = at("2025-12-31", hub).between(day("2025-02-01"), day("2025-02-28"));
    assertThat(ids(listing)).containsExactly("2502.00002", "2502.00001");
    assertThat(listing.papers().get(0).listed()).isEqualTo("2025-02-08");
  }

  @Test
  void asksAgainForADayThatSeemedEmptyWhenItsPapersAreMissing() {
    FakeHub hub = new FakeHub("2025-12-31").list("2025-02-03", "2502.00001", 1);
    hub.dated = false;
    Script ailing = (seen, n) -> n == 2 ? Reply.ok("[]") : hub.reply(seen, n);
    Listing listing = at("2025-12-31", ailing).between(day("2025-02-01"), day("2025-02-28"));
    assertThat(ids(listing)).containsExactly("2502.00001");
    assertThat(asked().get(2)).isEqualTo("date=2025-02-03&limit=100&p=0");
  }

  @Test
  void skipsARecordWithoutTitleAndNamesIt() {
    String records =
        """
        [{"paper":{"id":"2510.00001","title":"Good","upvotes":1,"submittedOnDailyAt":"2025-10-29T00:00:00Z"}},
         {"paper":{"id":"2510.00002","upvotes":5,"submittedOnDailyAt":"2025-10-29T00:00:00Z"}}]""";
    Listing listing =
        at("2025-10-29", (seen, n) -> Reply.ok(n == 0 ? records : "[]")).day(day("2025-10-29"));
    assertThat(ids(listing)).containsExactly("2510.00001");
    assertThat(listing.notes())
        .containsExactly(
            "2025-10-29 page 1: 1 of 2 records skipped: record 2 (2510.00002) has no title.");
  }

  @Test
  void doesNotCallADayAHolidayWhenItsRecordsCannotBeRead() {
    HuggingFace hub =
        at("2025-10-29", (seen, n) -> Reply.ok(seen.target().endsWith("p=0") ? "[null]" : "[]"));
    assertThat(hub.day(day("2025-10-28")).notes())
        .containsExactly(
            "2025-10-28 page 1: 1 of 1 record skipped: record 1 is no paper but \"null\".");
    assertThat(hub.newest().day()).isEqualTo("2025-10-29");
  }

  @Test
  void saysSoWhenARangeHasNoLists() {
    HuggingFace hub = at("2025-11-05", new FakeHub("2025-11-05"));
    assertThat(hub.between(day("2025-11-01"), day("2025-11-02"))).isEqualTo(Listing.of(List.of()));
    assertThat(HuggingFace.whyEmpty(day("2025-11-01"), day("2025-11-02")))
        .isEqualTo(
            "No Daily Papers from 2025-11-01 to 2025-11-02: lists come out Monday to Friday, since"
                + " May 2023.");
    int asked = server.seen().size();
    assertThat(hub.between(day("2020-01-01"), day("2020-03-01")).papers()).isEmpty();
    assertThat(hub.week(day("2020-01-06")).papers()).isEmpty();
    assertThat(server.seen()).hasSize(asked);
  }

  @Test
  void givesTheEmptyDayThoughItsNeighboursCannotBeAsked() {
    HuggingFace hub =
        at("2025-11-05", (seen, n) -> n == 0 ? Reply.ok("[]") : Reply.of(404, "gone"));
    assertThat(hub.day(day("2025-11-01")).notes())
        .containsExactly(
            "No Daily Papers on Saturday 2025-11-01: lists come out Monday to Friday.");
  }

  @Test
  void keepsTheOrderOfTheSearch() {
    FakeHub hub =
        new FakeHub("2025-10-29")
            .list("2025-10-29", "2510.00001", 3)
            .list("2025-10-29", "2510.00002", 8);
    Listing found = at("2025-10-29", hub).search("5% of \"λ & ν\"", 10);
    assertThat(ids(found)).containsExactly("2510.00001", "2510.00002");
    assertThat(server.targets())
        .containsExactly("/api/papers/search?q=5%25+of+%22%CE%BB+%26+%CE%BD%22&limit=10");
  }

  @Test
  void saysWhenTheSearchFindsNothingOrGivesNoMore() {
    assertThat(at("2025-10-29", new FakeHub("2025-10-29")).search("zzz", 10).notes())
        .containsExactly("Hugging Face found nothing for \"zzz\". Try fewer or other words.");
    FakeHub hub = new FakeHub("2025-10-29").list("2025-10-29", "2510", 1, 200);
    hub.pageSize = 1000;
    Listing found = at("2025-10-29", hub).search("paper", 500);
    assertThat(found.papers()).hasSize(120);
    assertThat(found.notes()).containsExactly("Hugging Face's search gives at most 120 papers.");
  }

  @Test
  void givesTheHundredThatTrendInTheirOrder() {
    FakeHub hub =
        new FakeHub("2025-10-29")
            .list("2025-10-28", "2510.00001", 3)
            .list("2025-10-29", "2510.00002", 1);
    assertThat(ids(at("2025-10-29", hub).trending())).containsExactly("2510.00002", "2510.00001");
    assertThat(asked()).containsExactly("sort=trending&limit=100&p=0");
  }

  @Test
  void saysWhichDayCouldNotBeHad() {
    PapersException failure =
        Objects.requireNonNull(
            catchThrowableOfType(
                PapersException.class,
                () -> at("2025-10-29", (seen, n) -> Reply.of(404, "gone")).day(day("2025-10-28"))));
    assertThat(failure)
        .hasMessageStartingWith(
            "Could not fetch the Daily Papers of 2025-10-28: 127.0.0.1 answered 404, \"gone\".");
  }
}
