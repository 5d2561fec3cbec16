package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.archive.Archive;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.FakeTime;
import io.github.broadsheet.http.Limits;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.source.HuggingFace;
import io.github.broadsheet.source.RealData;
import io.github.broadsheet.source.ReplayServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/**
 * Every archived day of Hugging Face's answers into an archive, on a good network and a bad one.
 */
@Timeout(600)
class BackfillRealTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 5, 27);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

  /** The share of requests that go wrong; {@code -Dfaults=0.7} for a worse network. */
  private static final double FAULTS = Double.parseDouble(System.getProperty("faults", "0.2"));

  private static final Map<LocalDate, Set<String>> FILED = new TreeMap<>();

  private final FakeTime time = new FakeTime("2025-12-31T12:00:00Z");

  @BeforeAll
  static void readFiles() {
    for (Path file : RealData.files("hf-daily")) {
      Set<String> ids = new TreeSet<>();
      for (JsonNode record : RealData.json(file)) {
        ids.add(record.path("paper").path("id").asText());
      }
      FILED.put(LocalDate.parse(file.getFileName().toString().substring(0, 10)), ids);
    }
  }

  private Archived papers(ReplayServer server, Path home) {
    Settings settings = Settings.of(Map.of("HF_ENDPOINT", server.uri().toString()));
    Client client = new Client(() -> settings, Limits.USUAL, time.timing());
    return new Archived(new HuggingFace(client, time), home, false);
  }

  private static ReplayServer hub(List<String> faults) throws IOException, InterruptedException {
    // The client's clock takes no time for its pauses, so the quota of 5 minutes is not kept here.
    List<String> options =
        new ArrayList<>(List.of("--today", LAST.toString(), "--quota", "100000/300"));
    faults.forEach(fault -> options.addAll(List.of("--fault", fault)));
    return ReplayServer.start(options.toArray(String[]::new));
  }

  private static void assertWhole(Path home) {
    try (Archive archive = Archive.open(home)) {
      Map<LocalDate, Set<String>> kept = new TreeMap<>();
      for (LocalDate day : FIRST.datesUntil(LAST.plusDays(1)).toList()) {
        List<String> ids = archive.between("", day, day).stringColumn("id").asList();
        assertThat(ids).doesNotHaveDuplicates();
        if (!ids.isEmpty()) {
          kept.put(day, new TreeSet<>(ids));
        }
      }
      assertThat(kept).isEqualTo(FILED);
      Archive.Contents contents = archive.contents();
      assertThat(contents.lists()).isEqualTo(393);
      assertThat(contents.papers()).isEqualTo(5841);
      assertThat(contents.frozen()).isEqualTo((int) FIRST.until(LAST, ChronoUnit.DAYS) - 14);
      archive.check();
    }
  }

  @Test
  void bringsInEveryDayOnceAndAsksForNoFrozenOneAgain(@TempDir Path home)
      throws IOException, InterruptedException {
    try (ReplayServer hub = hub(List.of())) {
      Archived.Answer first = papers(hub, home).between("All", FIRST, LAST);
      assertThat(first.table().rowCount()).isEqualTo(5841);
      assertWhole(home);
      int asked = hub.log().size();
      // Below the quota of one window, though until March 2025 no month tells the days.
      assertThat(asked).isLessThan(400);
      Archived.Answer second = papers(hub, home).between("All", FIRST, LAST);
      assertThat(hub.log().stream().skip(asked)).isNotEmpty().allMatch(l -> l.contains("2025-12"));
      assertThat(facts(second.table())).isEqualTo(facts(first.table()));
      assertWhole(home);
      int again = hub.log().size();
      LocalDate frozen = LAST.minusDays(15);
      assertThat(papers(hub, home).between("Old", FIRST, frozen).notes())
          .containsExactly("569 days came from the archive.");
      assertThat(hub.log()).hasSize(again);
    }
  }

  /** All of a listing but when it was fetched. */
  private static String facts(Table listing) {
    return listing.rejectColumns("fetched_at").write().toString("csv");
  }

  @Test
  void bringsInTheSameThroughFaultsOfEveryKind(@TempDir Path home)
      throws IOException, InterruptedException {
    List<String> kinds =
        List.of("429,t=1", "500", "reset", "slow:0.02", "truncate", "html", "empty");
    // Of each kind so many that together they strike a fifth of all requests.
    double rate = 1 - Math.pow(1 - FAULTS, 1.0 / kinds.size());
    List<String> faults =
        kinds.stream()
            .map(kind -> "path=/api/daily_papers,kind=" + kind + ",rate=" + rate)
            .toList();
    try (ReplayServer hub = hub(faults)) {
      int runs = 0;
      List<String> failures = new ArrayList<>();
      while (failures.size() == runs++ && runs < 20) {
        try {
          assertThat(papers(hub, home).between("All", FIRST, LAST).table().rowCount())
              .isEqualTo(5841);
        } catch (PapersException e) {
          failures.add(String.valueOf(e.getMessage()));
        }
      }
      assertThat(failures).hasSizeLessThan(10);
      assertThat(
              hub.log().stream()
                  .map(line -> line.replaceAll(".*\"fault\": ?(\"[a-z0-9]+|null).*", "$1"))
                  .collect(Collectors.toSet()))
          .hasSize(8);
      assertWhole(home);
    }
  }
}
