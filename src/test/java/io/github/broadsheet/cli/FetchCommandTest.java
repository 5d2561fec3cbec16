package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.broadsheet.archive.Archive;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The backfill, against a service on this machine that has a paper each 1 October and November. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class FetchCommandTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  @TempDir private Path home;
  private volatile String failing = "nothing";

  /** What is never answered. */
  private volatile String slow = "nothing";

  private HttpServer server = HttpServer.create();

  FetchCommandTest() throws IOException {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String query = exchange.getRequestURI().getQuery();
          if (query == null) {
            // A page for people, which nobody may read just now.
            exchange.getResponseHeaders().set("Retry-After", "3600");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
            return;
          }
          asked.add(query);
          if (query.contains(slow)) {
            return;
          }
          byte[] body = answer(query).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(query.contains(failing) ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    System.setProperty("broadsheet.hf.endpoint", address);
    System.setProperty("broadsheet.arxiv.endpoint", address);
    System.setProperty("broadsheet.home", home.toString());
  }

  private static String answer(String query) {
    String month = query.replaceAll("^month=(\\d{4}-\\d{2})&.*", "$1");
    return !month.matches("2025-1[01]") || !query.endsWith("p=0")
        ? "[]"
        : """
          [{"paper": {"id": "2510.000%s", "title": "Agents that sleep", "upvotes": 7,
            "submittedOnDailyAt": "%s-01T00:00:00.000Z"}}]"""
            .formatted(month.substring(5), month);
  }

  @AfterEach
  void stop() {
    System.clearProperty("broadsheet.hf.endpoint");
    System.clearProperty("broadsheet.arxiv.endpoint");
    System.clearProperty("broadsheet.home");
    server.stop(0);
  }

  @Test
  void fetchesEachDayOnceAndSaysWhatIsNew() {
    Run run = Run.of("fetch", "--from", "2025-10-01", "--to", "2025-11-30");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Archive: %s
            61 days: 0 were there, 61 fetched
            New: 2 papers, 2 lists, 2 sightings of votes
            Now: 2 papers, 2 lists from 2025-10-01 to 2025-11-01
            """
                .formatted(home.resolve(Archive.FILE)));
    asked.clear();
    Run again = Run.of("fetch", "--from", "2025-10-01", "--to", "2025-11-30");
    assertThat(again.out()).contains("61 were there, 0 fetched", "New: 0 papers, 0 lists, 0 ");
    assertThat(asked).isEmpty();
  }

  @Test
  void endsWith1AndKeepsWhatCameWhenARequestFails() {
    failing = "2025-11";
    Run run = Run.of("fetch", "--from", "2025-10-01", "--to", "2025-11-30");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("31 fetched before it failed", "New: 1 paper, 1 list, 1 sighting of votes");
    assertThat(run.err()).contains("404", "the same command goes on from there");
    failing = "nothing";
    assertThat(Run.of("fetch", "--from", "2025-10-01", "--to", "2025-11-30").out())
        .contains("31 were there, 30 fetched", "Now: 2 papers");
  }

  @Test
  void endsWith1WhereAServiceSaysOfWorkingDaysThatItHasNothing() {
    Run run = Run.of("fetch", "--from", "2025-09-05", "--to", "2025-09-08");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("4 days: 0 were there, 2 fetched, 2 could not be had: run it again later\n");
  }

  @Test
  void saysWhatIsThereWhenASignalEndsIt() throws IOException, InterruptedException {
    slow = "2025-11";
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "fetch",
            "--from=2025-10-01",
            "--to=2025-11-30");
    command.environment().put("HF_ENDPOINT", System.getProperty("broadsheet.hf.endpoint"));
    command.environment().put("BROADSHEET_HOME", home.toString());
    Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      while (asked.stream().noneMatch(query -> query.contains(slow))) {
        Thread.sleep(20);
      }
      // As Ctrl-C does, it asks the process to end.
      process.toHandle().destroy();
      assertThat(out.lines().skip(1))
          .containsExactly(
              "61 days: 0 were there, 31 fetched before it was stopped; the same command goes on"
                  + " from there",
              "New: 1 paper, 1 list, 1 sighting of votes",
              "Now: 1 paper, 1 list from 2025-10-01 to 2025-10-01");
      assertThat(process.waitFor()).isNotZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void asksNothingWhereTheArchiveCannotBeUsed() throws IOException {
    Files.writeString(home.resolve(Archive.FILE), "no archive ".repeat(500));
    Run run = Run.of("fetch", "--from", "2025-10-01", "--to", "2025-11-30");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("is damaged", "doctor --repair");
    assertThat(asked).isEmpty();
    assertThat(Run.of("doctor").out()).contains("Archive       note", "SQLITE_NOTADB");
  }

  @Test
  void theDoctorTellsWhatTheArchiveHolds() {
    assertThat(Run.of("doctor").out()).contains("Archive       ok      empty");
    Run.of("fetch", "--from", "2025-10-01", "--to", "2025-11-30");
    assertThat(Run.of("doctor").out())
        .contains("Archive       ok      2 papers, 2 lists from 2025-10-01 to 2025-11-01, 0.");
  }

  @Test
  void theDoctorSavesWhatCanBeReadOfADamagedArchive() throws IOException {
    assertThat(Run.of("doctor", "--repair").out())
        .isEqualTo("There is no archive in " + home + ".\n");
    Run.of("fetch", "--from", "2025-10-01", "--to", "2025-11-30");
    Path file = home.resolve(Archive.FILE);
    assertThat(Run.of("doctor", "--repair").out())
        .isEqualTo("All of " + file + " can be read: there is nothing to repair.\n");
    Files.writeString(file, "no archive ".repeat(500));
    Run repaired = Run.of("doctor", "--repair");
    assertThat(repaired.code()).isZero();
    assertThat(repaired.out())
        .isEqualTo(
            """
            The damaged archive is %s now.
            Saved into %s: 0 papers, 0 lists.
            broadsheet fetch --from DAY asks for the lists that are missing.
            """
                .formatted(home.resolve("damaged-1.db"), file));
    assertThat(Run.of("fetch", "--from", "2025-10-01", "--to", "2025-11-30").out())
        .contains("Now: 2 papers");
  }

  @Test
  void takesAnArchiveToAnotherMachineInAFile() {
    Run.of("fetch", "--from", "2025-10-01", "--to", "2025-11-30");
    Path file = home.resolve("papers.jsonl.gz");
    assertThat(Run.of("export", file.toString()).out()).isEqualTo("2 papers into " + file + "\n");
    System.setProperty("broadsheet.home", home.resolve("other").toString());
    assertThat(Run.of("import", file.toString()).out()).isEqualTo("2 papers from " + file + "\n");
    assertThat(Run.of("doctor").out()).contains("2 papers, 0 lists");
    assertThat(Run.of("export", "papers.xls").code()).isEqualTo(2);
    assertThat(Run.of("export", "papers.xls").err()).contains("Expected .csv, .jsonl");
    assertThat(Run.of("import", home.resolve("none").toString()).code()).isEqualTo(1);
  }

  @Test
  void aRangeThatIsNoneIsWrongUse() {
    assertThat(Run.of("fetch").err()).contains("--from");
    assertThat(Run.of("fetch", "--from", "2025-10-02", "--to", "2025-10-01").err())
        .contains("ends (2025-10-01) before it begins (2025-10-02)");
    assertThat(Run.of("fetch", "--from", "2025-02-30").code()).isEqualTo(2);
    assertThat(Run.of("fetch", "--from", "2025-02-30").err())
        .startsWith(
            "broadsheet: Invalid value for option '--from': there is no day \"2025-02-30\"; one is"
                + " written year-month-day, such as 2025-10-29\n");
    assertThat(Run.of("fetch", "--from", "9999-01-01").err()).contains("9999-01-01 is still to");
    assertThat(Run.of("fetch", "--from", "2025-10-02", "--to", "9999-01-01").err())
        .contains("still to come");
    assertThat(asked).isEmpty();
  }
}
