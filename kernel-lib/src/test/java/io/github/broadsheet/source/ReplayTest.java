package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.FakeTime;
import io.github.broadsheet.http.Limits;
import io.github.broadsheet.http.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The whole way from a request to papers, on archived answers of the services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class ReplayTest {
  private final FakeTime time = new FakeTime("2025-12-30T12:00:00Z");
  private ReplayServer hub;
  private HuggingFace huggingFace;
  private Arxiv arxiv;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    // Our own clock keeps arXiv's pace without waiting, so the server must not insist.
    hub =
        ReplayServer.start("--today", "2025-12-30", "--arxiv-interval", "0", "--quota", "5000/300");
    Settings settings =
        Settings.of(
            Map.of("HF_ENDPOINT", hub.uri().toString(), "ARXIV_ENDPOINT", hub.uri().toString()));
    Client client = new Client(() -> settings, Limits.USUAL, time.timing());
    huggingFace = new HuggingFace(client, time);
    arxiv = new Arxiv(client);
  }

  @BeforeEach
  void calm() throws IOException, InterruptedException {
    hub.faults("[]");
    time.sleeps.clear();
  }

  @AfterAll
  void stop() {
    if (hub != null) {
      hub.close();
    }
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  /** The ids in the files of these days, each once. */
  private static Set<String> filed(String from, String to) {
    Set<String> ids = new HashSet<>();
    for (Path file : RealData.files("hf-daily")) {
      String name = file.getFileName().toString().substring(0, 10);
      if (name.compareTo(from) >= 0 && name.compareTo(to) <= 0) {
        RealData.json(file).forEach(record -> ids.add(record.path("paper").path("id").asText()));
      }
    }
    assertThat(ids).isNotEmpty();
    return ids;
  }

  private static List<String> ids(Listing listing) {
    return listing.papers().stream().map(Paper::id).toList();
  }

  @Test
  void givesAMonthAsItsFilesHaveIt() {
    Listing october = huggingFace.between(day("2025-10-01"), day("2025-10-31"));
    assertThat(ids(october))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(filed("2025-10-01", "2025-10-31"));
    assertThat(october.notes()).noneMatch(note -> note.contains("skipped"));
    assertThat(october.papers())
        .isSortedAccordingTo(Comparator.comparing(Paper::upvotes, Comparator.reverseOrder()));
  }

  @Test
  void givesAMonthOfTheOldShapeDayByDay() {
    Listing september = huggingFace.between(day("2024-09-01"), day("2024-09-30"));
    assertThat(ids(september))
        .containsExactlyInAnyOrderElementsOf(filed("2024-09-01", "2024-09-30"));
    assertThat(september.papers()).allMatch(paper -> paper.listed() != null);
  }

  @Test
  void givesARangeAcrossMonthsAndTheChangeOfShape() {
    assertThat(ids(huggingFace.between(day("2025-03-05"), day("2025-04-10"))))
        .containsExactlyInAnyOrderElementsOf(filed("2025-03-05", "2025-04-10"));
  }

  @Test
  void givesAWeekAndADay() {
    assertThat(ids(huggingFace.week(day("2025-10-27"))))
        .containsExactlyInAnyOrderElementsOf(filed("2025-10-27", "2025-11-02"));
    assertThat(ids(huggingFace.day(day("2025-10-29"))))
        .containsExactlyInAnyOrderElementsOf(filed("2025-10-29", "2025-10-29"));
  }

  @Test
  void namesTheDaysAroundAWeekend() {
    assertThat(huggingFace.day(day("2025-11-01")).notes())
        .containsExactly(
            "No Daily Papers on Saturday 2025-11-01: lists come out Monday to Friday. The nearest"
                + " lists are of Friday 2025-10-31 and Monday 2025-11-03.");
  }

  @Test
  void givesTheNewestListAndSearchesInOrder() {
    HuggingFace.DayList newest = huggingFace.newest();
    assertThat(newest.day()).isEqualTo("2025-12-30");
    assertThat(ids(huggingFace.search("chain of thought reasoning", 5))).hasSize(5);
    assertThat(ids(huggingFace.trending())).hasSize(100);
  }

  @Test
  void comesThroughEveryKindOfFault() throws IOException, InterruptedException {
    Set<String> expected = filed("2025-10-29", "2025-10-29");
    // A reset on a reused connection is repeated once by Java itself: hence two of them.
    for (String kind :
        List.of(
            "429,first=2,t=3",
            "500,first=2",
            "reset,first=3",
            "truncate,first=2",
            "html,first=2",
            "nobody,first=2",
            "wronggzip,first=2")) {
      hub.faults("[\"path=/api/daily_papers,kind=" + kind + "\"]");
      assertThat(ids(huggingFace.day(day("2025-10-29"))))
          .as(kind)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(time.sleeps).isNotEmpty().contains(4.0);
  }

  @Test
  void losesOneBadRecordAndNoMore() throws IOException, InterruptedException {
    int all = filed("2025-10-29", "2025-10-29").size();
    List<String> notes = new ArrayList<>();
    for (int variant = 0; variant <= 8; variant++) {
      hub.faults("[\"path=/api/daily_papers,kind=badrecord,first=1,variant=" + variant + "\"]");
      Listing listing = huggingFace.day(day("2025-10-29"));
      assertThat(listing.papers().size()).as("variant " + variant).isBetween(all - 1, all);
      notes.addAll(listing.notes());
    }
    assertThat(notes)
        .isNotEmpty()
        .allMatch(note -> note.contains(": record 13 ") || note.contains(" of record 13 "));
  }

  @Test
  void pagesThroughArxivAndGetsOverItsMoods() throws IOException, InterruptedException {
    Listing calm = arxiv.query("cat:cs.CL AND ti:reasoning", 1200);
    assertThat(ids(calm)).hasSizeBetween(500, 1200).doesNotHaveDuplicates();
    hub.faults(
        "[\"path=/api/query,kind=rate200,first=1\",\"path=/api/query,kind=429,after=1,first=2\","
            + "\"path=/api/query,kind=empty,after=3,first=4\"]");
    assertThat(ids(arxiv.query("cat:cs.CL AND ti:reasoning", 1200))).isEqualTo(ids(calm));
  }

  @Test
  void namesItselfInEveryRequest() throws IOException, InterruptedException {
    huggingFace.day(day("2025-10-29"));
    assertThat(hub.log())
        .allMatch(
            line ->
                line.contains("\"user_agent\": \"Broadsheet/")
                    || line.contains("\"user_agent\":\"Broadsheet/"));
  }
}
