package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.TestServer;
import io.github.broadsheet.http.TestServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What the servers see of two programs of one user. Their own log is the witness. */
@Timeout(300)
class PolitenessTest {
  @TempDir private Path home;

  /** A program of the user. */
  static final class Program {
    private Program() {}

    public static void main(String[] tasks) {
      for (String task : tasks) {
        if (task.startsWith("day ")) {
          HuggingFace.shared().day(LocalDate.parse(task.substring(4)));
        } else if (task.startsWith("feed ")) {
          Table feed = new Announcements(Client.shared()).of(List.of(task.substring(5))).table();
          System.out.println("types " + feed.stringColumn("announce_type").unique().asList());
          System.out.println("rows " + feed.rowCount());
        } else {
          Arxiv.shared().query(task, 5);
        }
      }
    }
  }

  private Process program(Map<String, String> environment, String... tasks) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    command.addAll(Arrays.asList(tasks));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("BROADSHEET_HOME", home.toString());
    builder
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("out-" + tasks[0].hashCode()).toFile());
    return builder.start();
  }

  private static void ends(Process... programs) throws InterruptedException {
    try {
      for (Process program : programs) {
        assertThat(program.waitFor(200, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
      }
    } finally {
      Arrays.stream(programs).forEach(Process::destroyForcibly);
    }
  }

  private static List<JsonNode> log(ReplayServer hub, String service)
      throws IOException, InterruptedException {
    List<JsonNode> log = new ArrayList<>();
    for (String line : hub.log()) {
      JsonNode entry = new ObjectMapper().readTree(line);
      if (entry.path("service").asText().equals(service)) {
        log.add(entry);
      }
    }
    return log;
  }

  @Test
  void twoProgramsTogetherAskArxivOnceInThreeSecondsAndOneAtATime() throws Exception {
    try (ReplayServer hub = ReplayServer.start("--arxiv-interval", "3", "--today", "2025-12-30")) {
      Map<String, String> there = Map.of("ARXIV_ENDPOINT", hub.uri().toString());
      ends(program(there, "cat:cs.CL", "ti:agent"), program(there, "cat:cs.CV", "ti:diffusion"));
      List<JsonNode> log = log(hub, "arxiv-api");
      assertThat(log).hasSize(4);
      assertThat(log).extracting(entry -> entry.path("status").asInt()).containsOnly(200);
      for (int i = 1; i < log.size(); i++) {
        JsonNode before = log.get(i - 1);
        double ended = before.path("t").asDouble() + before.path("ms").asDouble() / 1000;
        assertThat(log.get(i).path("t").asDouble() - ended).isGreaterThan(2.99);
      }
      assertThat(log)
          .extracting(entry -> entry.path("authorization").asBoolean())
          .containsOnly(false);
    }
  }

  @Test
  void twoProgramsTogetherStayWithinHuggingFacesQuota() throws Exception {
    try (ReplayServer hub = ReplayServer.start("--quota", "8/3", "--today", "2025-12-31")) {
      Map<String, String> there = Map.of("HF_ENDPOINT", hub.uri().toString());
      ends(
          program(there, "day 2025-10-27", "day 2025-10-28", "day 2025-10-29", "day 2025-10-30"),
          program(there, "day 2025-11-03", "day 2025-11-04", "day 2025-11-05", "day 2025-11-06"));
      List<JsonNode> log = log(hub, "hf-api");
      assertThat(log).hasSize(16);
      assertThat(log).extracting(entry -> entry.path("status").asInt()).containsOnly(200);
    }
  }

  @Test
  void asksForTheAnnouncementsOfADayOnceHoweverManyProgramsWantThem() throws Exception {
    try (ReplayServer hub = ReplayServer.start("--today", "2025-12-30")) {
      Map<String, String> there = Map.of("ARXIV_FEED_ENDPOINT", hub.uri().toString());
      List<String> said = new ArrayList<>();
      for (int run = 0; run < 2; run++) {
        ends(program(there, "feed cs.CL"));
        said.add(Files.readString(home.resolve("out-" + "feed cs.CL".hashCode())));
      }
      assertThat(said.get(0)).contains("types [new, cross]", "rows ");
      assertThat(said.get(0).replaceAll("(?s).*types", ""))
          .isEqualTo(said.get(1).replaceAll("(?s).*types", ""));
      List<JsonNode> log = log(hub, "arxiv-feed");
      assertThat(log.get(0).path("status").asInt()).isEqualTo(200);
      assertThat(log.get(0).path("authorization").asBoolean()).isFalse();
      // Only at midnight in New York is there a second question.
      assertThat(log).hasSizeLessThanOrEqualTo(2);
      assertThat(log.stream().skip(1)).allMatch(entry -> !entry.path("if_none_match").isNull());
    }
  }

  @Test
  void staysWithinHuggingFacesQuota() throws Exception {
    try (ReplayServer hub = ReplayServer.start("--quota", "4/3", "--today", "2025-12-31")) {
      Map<String, String> there = Map.of("HF_ENDPOINT", hub.uri().toString());
      ends(program(there, "day 2025-10-27", "day 2025-10-28", "day 2025-10-29"));
      List<JsonNode> log = log(hub, "hf-api");
      assertThat(log).hasSize(6);
      assertThat(log).extracting(entry -> entry.path("status").asInt()).containsOnly(200);
    }
  }

  @Test
  void theTokenGoesToHuggingFaceAloneEvenBehindARedirect() throws Exception {
    try (TestServer other = new TestServer((seen, number) -> Reply.ok("[]"));
        TestServer hub =
            new TestServer((seen, number) -> Reply.redirect(other.uri() + seen.target()));
        TestServer arxiv =
            new TestServer(
                (seen, number) ->
                    Reply.ok("<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>"))) {
      Map<String, String> there =
          Map.of(
              "HF_ENDPOINT", hub.uri().toString(),
              "ARXIV_ENDPOINT", arxiv.uri().toString(),
              "HF_TOKEN", "hf_verysecret123");
      ends(program(there, "day 2025-10-25", "ti:agent"));
      assertThat(hub.seen())
          .isNotEmpty()
          .allMatch(seen -> "Bearer hf_verysecret123".equals(seen.headers().get("Authorization")));
      for (TestServer strange : List.of(other, arxiv)) {
        assertThat(strange.seen())
            .isNotEmpty()
            .noneMatch(seen -> seen.headers().toString().contains("verysecret"));
      }
    }
  }
}
