package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Seen;
import io.github.broadsheet.source.ListKeeper.Extent;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lists while the API is in trouble and the pages for people are not. */
class WebPageTest {
  private static final LocalDate DAY = LocalDate.of(2025, 10, 28);

  /** The page of a day, which shows this list whatever day is asked for. */
  private static Reply page(String shown, String... ids) {
    StringBuilder papers = new StringBuilder();
    for (String id : ids) {
      papers
          .append(papers.isEmpty() ? "" : ",")
          .append(
              """
              {"title":"Paper %1$s","numComments":1,"paper":{"id":"%1$s","title":"Paper %1$s",
              "upvotes":3,"publishedAt":"2025-10-01T00:00:00.000Z"}}"""
                  .formatted(id));
    }
    String props =
        "{\"dateString\":\"%s\",\"periodType\":\"day\",\"dailyPapers\":[%s]}"
            .formatted(shown, papers)
            .replace("\"", "&quot;");
    return Reply.ok(
        "<!doctype html><html><body><div data-target=\"DailyPapers\" data-props=\""
            + props
            + "\"></div></body></html>");
  }

  private static boolean isApi(Seen seen) {
    return seen.target().startsWith("/api");
  }

  private static HuggingFace hub(Loopback there) {
    return new HuggingFace(there.client, there.time);
  }

  @Test
  void readsTheDayFromThePageAndSaysSo() {
    try (Loopback there =
        new Loopback(
            (seen, number) ->
                isApi(seen) ? Reply.of(503, "") : page("2025-10-28", "2510.00010", "2510.00020"))) {
      Listing day = hub(there).day(DAY);
      assertThat(day.papers()).extracting(Paper::id).containsExactly("2510.00010", "2510.00020");
      assertThat(day.papers()).extracting(Paper::listed).containsOnly(DAY);
      assertThat(day.papers()).extracting(Paper::fetchedAt).doesNotContainNull();
      assertThat(day.notes())
          .containsExactly(
              "2025-10-28 page 1: Read from Hugging Face's web page, since its API answered 503.");
      assertThat(there.server.targets()).endsWith("/papers/date/2025-10-28").hasSize(5);
    }
  }

  @Test
  void readsItFromThePageWhenTheApiHasAnotherShape() {
    for (String shape :
        new String[] {"{\"moved\":true}", "[{\"arxiv\":\"2510.00010\",\"name\":\"A paper\"}]"}) {
      try (Loopback there =
          new Loopback(
              (seen, number) -> isApi(seen) ? Reply.ok(shape) : page("2025-10-28", "2510.00010"))) {
        Listing day = hub(there).day(DAY);
        assertThat(day.papers()).extracting(Paper::id).containsExactly("2510.00010");
        assertThat(day.notes())
            .containsExactly(
                "2025-10-28 page 1: Read from Hugging Face's web page, since its API gave an answer"
                    + " that cannot be read.");
      }
    }
  }

  @Test
  void neverTakesThePageOfAnotherDay() {
    try (Loopback there =
        new Loopback(
            (seen, number) -> isApi(seen) ? Reply.of(500, "") : page("2025-10-24", "2510.00010"))) {
      assertThat(hub(there).day(LocalDate.of(2025, 10, 25)).papers()).isEmpty();
    }
  }

  @Test
  void readsAMonthDayByDayAndTheApiIsAskedNoMore() {
    try (Loopback there =
        new Loopback(
            (seen, number) -> {
              String day = seen.target().replaceFirst(".*/", "");
              return isApi(seen) ? Reply.of(500, "") : page(day, "2510.000" + day.substring(8));
            })) {
      Listing month = hub(there).between(LocalDate.of(2025, 10, 1), DAY);
      assertThat(month.papers()).hasSize(28);
      assertThat(there.server.seen().stream().filter(WebPageTest::isApi)).hasSize(8);
    }
  }

  @Test
  void asksTheApiForTheNextMonthAfterADayThatCameFromAPage() {
    FakeHub hub = new FakeHub("2025-10-28").list("2025-10-06", "2510.00001", 5);
    Map<LocalDate, Extent> extents = new TreeMap<>();
    ListKeeper keeper = new Extents(extents);
    try (Loopback there =
        new Loopback(
            (seen, number) -> {
              boolean september = seen.target().contains("2025-09-");
              return september && isApi(seen)
                  ? Reply.of(500, "")
                  : isApi(seen) ? hub.reply(seen, number) : page("2025-09-29", "2509.00010");
            })) {
      LocalDate monday = LocalDate.of(2025, 9, 29);
      Listing papers = hub(there).keeping(keeper).between(monday, LocalDate.of(2025, 10, 10));
      assertThat(papers.papers())
          .extracting(Paper::id)
          .containsExactlyInAnyOrder("2509.00010", "2510.00001");
      assertThat(extents)
          .containsEntry(monday, Extent.DAMAGED)
          .containsEntry(monday.plusDays(1), Extent.DAMAGED)
          .containsEntry(LocalDate.of(2025, 10, 1), Extent.WHOLE);
    }
  }

  @Test
  void tellsTheTroubleOfTheApiWhenThePageIsNoHelp() {
    try (Loopback there = new Loopback((seen, number) -> Reply.of(500, "{\"error\":\"Oh\"}"))) {
      PapersException failure =
          catchThrowableOfType(PapersException.class, () -> hub(there).day(DAY));
      assertThat(failure)
          .hasMessageStartingWith(
              "Could not fetch the Daily Papers of 2025-10-28: 127.0.0.1 answered 500, \"Oh\".");
    }
    try (Loopback there = new Loopback((seen, number) -> Reply.of(404, ""))) {
      assertThat(catchThrowableOfType(PapersException.class, () -> hub(there).day(DAY)))
          .hasMessageContaining("answered 404");
      assertThat(there.server.seen()).allMatch(WebPageTest::isApi);
    }
  }
}
