package io.github.broadsheet.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Commands that ask a service, against one on this machine. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ServiceCommandsTest {
  private static final String ENDPOINT = "broadsheet.hf.endpoint";
  private static final String ARXIV = "broadsheet.arxiv.endpoint";
  private static final String FOUND =
      """
      [{"paper": {"id": "2501.00001", "title": "Agents that sleep", "upvotes": 7,
        "authors": [{"name": "Ada Byron"}], "publishedAt": "2025-01-02T00:00:00.000Z",
        "submittedOnDailyAt": "2025-01-03T00:00:00.000Z", "summary": "They sleep."},
        "title": "Agents that sleep", "numComments": 2}]
      """;

  private volatile String answer = "[]";
  private volatile int status = 200;
  private volatile String sawToken = "";
  private final List<Long> arxivAsked = new CopyOnWriteArrayList<>();
  private HttpServer server = HttpServer.create();

  ServiceCommandsTest() throws IOException {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          sawToken = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          if (exchange.getRequestURI().getPath().equals("/api/query")) {
            arxivAsked.add(System.nanoTime());
          }
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    System.setProperty(ENDPOINT, address);
    System.setProperty(ARXIV, address);
  }

  @AfterEach
  void stop() {
    System.clearProperty(ENDPOINT);
    System.clearProperty(ARXIV);
    server.stop(0);
  }

  @Test
  void searchShowsWhatWasFound() {
    answer = FOUND;
    Run run = Run.of("search", "sleepy", "agents", "-n", "1");
    assertThat(run.out()).contains("  1 Agents that sleep", "7 upvotes", "2501.00001");
    assertThat(run.code()).isZero();
  }

  @Test
  void searchThatFindsNothingIsNoFailure() {
    Run run = Run.of("search", "nothing like it");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aRequestThatFailsEndsWithItsReason() {
    status = 404;
    Run run = Run.of("search", "agents");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("broadsheet: ").contains("127.0.0.1").doesNotContain("\tat ");
  }

  @Test
  void aCountThatIsNoneIsWrongUse() {
    assertThat(Run.of("search", "agents", "-n", "0").code()).isEqualTo(2);
    assertThat(Run.of("search", "agents", "-n", "many").err()).contains("many", "--help");
    assertThat(Run.of("today", "-n", "-1").err()).contains("1 or more");
    assertThat(Run.of("search").code()).isEqualTo(2);
    assertThat(Run.of("search", " ").code()).isEqualTo(2);
    assertThat(Run.of("search", "").err()).contains("nothing to look for", "search world model");
  }

  @Test
  void theDoctorSaysThatAllIsFineWhereItIs() {
    Run run = Run.of("doctor");
    assertThat(run.code()).describedAs(run.out()).isZero();
    assertThat(run.out().lines().filter(line -> line.matches("(Java|Cells|Hugging Face|arXiv) .*")))
        .hasSize(4)
        .allMatch(line -> line.startsWith("  ok", 12));
    assertThat(sawToken).isEqualTo("null");
  }

  @Test
  void theDoctorTakesItsTurnAtArxiv() {
    Run.of("doctor");
    Run.of("doctor");
    assertThat(arxivAsked).hasSize(2);
    assertThat(arxivAsked.get(1) - arxivAsked.get(0)).isGreaterThan(SECONDS.toNanos(3));
  }

  @Test
  void theDoctorSaysWhatToDoWhereAServiceIsSilent() {
    System.setProperty(ENDPOINT, "http://127.0.0.1:1");
    Run run = Run.of("doctor");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("127.0.0.1:1 cannot be reached", "HF_ENDPOINT");
  }

  @Test
  void offlineTheDoctorAsksNobody() {
    System.setProperty("broadsheet.offline", "1");
    try {
      assertThat(Run.of("doctor").out()).contains("BROADSHEET_OFFLINE is set");
      assertThat(sawToken).isEmpty();
    } finally {
      System.clearProperty("broadsheet.offline");
    }
  }
}
