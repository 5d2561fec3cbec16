package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.archive.Archive;
import io.github.broadsheet.source.RealData;
import io.github.broadsheet.source.ReplayServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write one archive, killed half-way or at the same time. */
@Timeout(900)
class CrashTest {
  /** {@code -Dcrashes=50} for more of them. */
  private static final int CRASHES = Integer.getInteger("crashes", 4);

  /** Of these days each is asked for by itself, until the API told the days of a month. */
  private static final LocalDate LAST = LocalDate.of(2025, 3, 10);

  private static final LocalDate FIRST = LAST.minusDays(20 + 4L * CRASHES);

  @TempDir private Path home;
  private final List<Process> processes = new ArrayList<>();
  private ReplayServer hub;

  @BeforeEach
  void serve() throws IOException, InterruptedException {
    hub =
        ReplayServer.start(
            "--today", "2025-12-31", "--quota", "100000/300", "--max-seconds", "900");
  }

  @AfterEach
  void close() {
    processes.forEach(Process::destroyForcibly);
    if (hub != null) {
      hub.close();
    }
  }

  private Process fetcher(LocalDate from, LocalDate to, int times) throws IOException {
    Process process = Fetcher.start(hub.uri(), home, from, to, times);
    processes.add(process);
    return process;
  }

  private static List<String> linesOf(Process process) throws IOException, InterruptedException {
    List<String> lines;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      lines = out.lines().toList();
    }
    assertThat(process.waitFor()).isZero();
    return lines;
  }

  private static Map<LocalDate, Set<String>> filed(LocalDate from, LocalDate to) {
    Map<LocalDate, Set<String>> filed = new TreeMap<>();
    for (Path file : RealData.files("hf-daily")) {
      LocalDate day = LocalDate.parse(file.getFileName().toString().substring(0, 10));
      if (!day.isBefore(from) && !day.isAfter(to)) {
        for (JsonNode record : RealData.json(file)) {
          filed
              .computeIfAbsent(day, any -> new TreeSet<>())
              .add(record.path("paper").path("id").asText());
        }
      }
    }
    assertThat(filed).isNotEmpty();
    return filed;
  }

  private void assertHolds(Map<LocalDate, Set<String>> filed, LocalDate from, LocalDate to) {
    try (Archive archive = Archive.open(home)) {
      archive.check();
      for (LocalDate day : from.datesUntil(to.plusDays(1)).toList()) {
        assertThat(archive.between("", day, day).stringColumn("id").asList())
            .doesNotHaveDuplicates()
            .containsExactlyInAnyOrderElementsOf(filed.getOrDefault(day, Set.of()));
      }
      Set<String> ids = new TreeSet<>();
      filed.values().forEach(ids::addAll);
      assertThat(archive.all("").stringColumn("id").asList())
          .containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  @Test
  void endsWithTheRightRowsHoweverOftenItIsKilled() throws IOException, InterruptedException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("CrashTest: -Dseed=" + seed + " -Dcrashes=" + CRASHES);
    Random random = new Random(seed);
    Set<String> told = new TreeSet<>();
    for (int crash = 0; crash < CRASHES; crash++) {
      Process process = fetcher(FIRST, LAST, 1);
      int lists = random.nextInt(6);
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        for (int i = 0; i < lists; i++) {
          String line = out.readLine();
          if (line != null && line.startsWith("kept ")) {
            told.add(line.substring(5));
          }
        }
        // Before the first list: while Java starts, the library loads or the file is made.
        Thread.sleep(random.nextInt(lists == 0 ? 1500 : 40));
        process.destroyForcibly();
      }
      assertThat(process.waitFor()).isIn(137, 0);
      try (Archive archive = Archive.open(home)) {
        archive.check();
        assertThat(told).allMatch(day -> archive.knows(LocalDate.parse(day)));
      }
    }
    assertThat(linesOf(fetcher(FIRST, LAST, 1))).last().asString().contains("from the archive");
    assertHolds(filed(FIRST, LAST), FIRST, LAST);
  }

  @Test
  void losesAndDoublesNothingWhenFourWriteAtOnce() throws IOException, InterruptedException {
    LocalDate middle = LAST.withDayOfMonth(1);
    LocalDate end = LocalDate.of(2025, 4, 30);
    LocalDate recent = LocalDate.of(2025, 12, 20);
    LocalDate today = LocalDate.of(2025, 12, 31);
    List<Process> four =
        List.of(
            fetcher(middle, end, 1),
            fetcher(middle, end, 1),
            fetcher(recent, today, 5),
            fetcher(recent.plusDays(3), today, 5));
    for (Process process : four) {
      assertThat(linesOf(process)).noneMatch(line -> line.startsWith("Not archived"));
    }
    Map<LocalDate, Set<String>> filed = filed(middle, end);
    filed.putAll(filed(recent.withDayOfMonth(1), today));
    assertHolds(filed, recent.withDayOfMonth(1), today);
    assertHolds(filed, middle, end);
  }
}
