package io.github.broadsheet.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.TestServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClientTest extends ServedTest {
  @Test
  void givesTheJsonOfAnAnswer() {
    TestServer server = server((seen, number) -> Reply.ok("[{\"id\": 1}]"));
    assertThat(ask(server).get(0).path("id").asInt()).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void saysWhoItIsAndTakesGzip() {
    TestServer server = server((seen, number) -> Reply.ok("[\"packed\"]").gzipped());
    assertThat(ask(server).get(0).asText()).isEqualTo("packed");
    Map<String, String> headers = server.seen().get(0).headers();
    assertThat(headers.get("User-Agent")).matches("Broadsheet/\\d+\\.\\d+\\.\\d+\\S* Java/\\d+");
    assertThat(headers.get("Accept-Encoding")).isEqualTo("gzip");
    assertThat(headers).doesNotContainKey("Authorization");
  }

  @Test
  void triesAgainWhenTheServerHasTroubleAndSaysThatItWaits() {
    TestServer server =
        server((seen, number) -> number < 2 ? Reply.of(503, "busy") : Reply.ok("[]"));
    assertThat(ask(server)).isEmpty();
    assertThat(time.sleeps).containsExactly(1.0, 2.0);
    assertThat(pauses)
        .containsExactly(
            "127.0.0.1 answered 503, \"busy\": 1 s", "127.0.0.1 answered 503, \"busy\": 2 s");
  }

  @Test
  void explainsAServerErrorThatStays() {
    PapersException failure =
        failure(Reply.of(500, "{\"error\":\"Internal Error - We're working hard\"}"));
    assertThat(message(failure))
        .isEqualTo(
            """
            Could not fetch the Daily Papers of 2025-10-29: 127.0.0.1 answered 500, "Internal Error - We're working hard".
            Tried 4 times in 7 s: http://HOST:PORT/api/daily_papers?p=0
            The trouble is on their side: run this again in a few minutes. Papers.sample() and Papers.read(file) work without the network.""");
    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure.attempts()).isEqualTo(4);
    assertThat(String.valueOf(failure.url())).endsWith("/api/daily_papers?p=0");
  }

  @Test
  void asksOnlyOnceForWhatIsNotThere() {
    PapersException failure =
        failure(
            Reply.of(404, "{\"error\":\"Sorry, we can't find the page you are looking for.\"}"));
    assertThat(message(failure))
        .isEqualTo(
            """
            Could not fetch the Daily Papers of 2025-10-29: 127.0.0.1 answered 404, "Sorry, we can't find the page you are looking for.".
            Tried once: http://HOST:PORT/api/daily_papers?p=0
            If HF_ENDPOINT is set, check that it names the right server. Otherwise the service has changed; a newer Broadsheet may know how.""");
    assertThat(failure.status()).isEqualTo(404);
    assertThat(time.sleeps).isEmpty();
  }

  @Test
  void waitsAsLongAsTheRateLimitSaysAndASecond() {
    TestServer server =
        server(
            (seen, number) ->
                number == 0
                    ? Reply.of(429, "{\"error\":\"Too many requests\"}")
                        .with("RateLimit", "\"api\";r=0;t=55")
                    : Reply.ok("[]"));
    assertThat(ask(server)).isEmpty();
    assertThat(time.sleeps).containsExactly(56.0);
    assertThat(pauses)
        .containsExactly(
            "127.0.0.1 answered 429, \"Too many requests\" and asks for a pause of 55 s: 56 s");
  }

  @Test
  void obeysRetryAfterInSecondsAndAsADate() {
    List<String> headers = List.of("7", "Wed, 29 Oct 2025 12:00:28 GMT");
    TestServer server =
        server(
            (seen, number) ->
                number < 2
                    ? Reply.of(number == 0 ? 429 : 503, "").with("Retry-After", headers.get(number))
                    : Reply.ok("[]"));
    assertThat(ask(server)).isEmpty();
    assertThat(time.sleeps).containsExactly(8.0, 21.0);
  }

  @Test
  void doesNotWaitAnHour() {
    PapersException failure = failure(Reply.of(429, "slow down").with("Retry-After", "3600"));
    assertThat(message(failure))
        .isEqualTo(
            """
            Could not fetch the Daily Papers of 2025-10-29: 127.0.0.1 answered 429, "slow down" and asks for a pause of 3600 s.
            Tried once: http://HOST:PORT/api/daily_papers?p=0
            Hugging Face takes 500 requests in 5 minutes from one network address, twice as many with HF_TOKEN set. Wait a few minutes, then run this again.""");
  }

  @Test
  void waitsAsUsualWhereRetryAfterSaysNothingOfUse() {
    List<String> headers = List.of("-5", "soon", "Wed, 29 Oct 2025 11:00:00 GMT");
    TestServer server =
        server(
            (seen, number) ->
                number < 3
                    ? Reply.of(503, "").with("Retry-After", headers.get(number))
                    : Reply.ok("[]"));
    assertThat(ask(server)).isEmpty();
    assertThat(time.sleeps).containsExactly(1.0, 2.0, 1.0);
    time.sleeps.clear();
    PapersException failure = failure(Reply.of(503, "").with("Retry-After", "9".repeat(30)));
    assertThat(failure.attempts()).isEqualTo(1);
    assertThat(time.sleeps).isEmpty();
  }

  @Test
  void takesJsonThatSpeaksOfAPageForJson() {
    assertThat(ask(server((seen, number) -> Reply.ok("[\"A <head> for <html>\"]")))).hasSize(1);
  }

  @Test
  void triesAgainAfterAPageForPeople() {
    String page = "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>";
    TestServer server = server((seen, number) -> Reply.ok(number == 0 ? page : "[]"));
    assertThat(ask(server)).isEmpty();
    assertThat(message(failure(Reply.ok(page))))
        .isEqualTo(
            """
            Could not fetch the Daily Papers of 2025-10-29: 127.0.0.1 sent a web page where JSON was due, "Just a moment...".
            Tried 4 times in 7 s: http://HOST:PORT/api/daily_papers?p=0
            A check for robots or a login page of the network stands between: open the address in a browser once, then run this again. Papers.sample() and Papers.read(file) work without the network.""");
  }

  @Test
  void triesAgainAfterJsonThatBreaksOff() {
    TestServer server = server((seen, number) -> Reply.ok(number == 0 ? "[{\"id\": " : "[]"));
    assertThat(ask(server)).isEmpty();
    assertThat(message(failure(Reply.ok("[{\"id\": "))))
        .startsWith(
            "Could not fetch the Daily Papers of 2025-10-29: 127.0.0.1 sent JSON that breaks off or"
                + " is damaged (at character 8 of 8).\nTried 4 times in 7 s:");
  }

  @Test
  void triesAgainAfterABodyThatStopsHalfWay() {
    Reply full = Reply.ok("[\"" + "x".repeat(500) + "\"]");
    TestServer server = server((seen, number) -> number == 0 ? full.half() : full);
    assertThat(ask(server)).hasSize(1);
    assertThat(message(failure(full.half())))
        .startsWith(
            "Could not fetch the Daily Papers of 2025-10-29: 127.0.0.1 broke off in the middle of"
                + " its answer.\nTried 4 times in 7 s:");
  }

  @Test
  void explainsAnEmptyBodyAndAnObjectInPlaceOfAList() {
    assertThat(message(failure(Reply.ok(""))))
        .contains("127.0.0.1 answered 200 with an empty body.");
    assertThat(message(failure(Reply.ok("{\"error\":\"maintenance\"}"))))
        .contains("127.0.0.1 sent JSON that is not a list of papers, \"maintenance\".");
  }

  @Test
  void explainsAConnectionThatIsCut() {
    PapersException failure = failure(Reply.reset());
    assertThat(message(failure))
        .isEqualTo(
            """
            Could not fetch the Daily Papers of 2025-10-29: 127.0.0.1 cut the connection.
            Tried 4 times in 7 s: http://HOST:PORT/api/daily_papers?p=0
            Check the network (behind a proxy, Java wants -Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT). If HF_ENDPOINT is set, check that it names the right server. Papers.sample() and Papers.read(file) work without the network.""");
    assertThat(failure.status()).isZero();
    assertThat(failure).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void explainsASlowServer() {
    assertThat(message(failure(Reply.ok("[]").after(600))))
        .contains("127.0.0.1 gave no answer within 400 ms.\nTried 4 times in 7 s:");
    assertThat(message(failure(Reply.ok("[\"half of this\"]").stalled())))
        .contains("127.0.0.1 did not finish its answer within 900 ms.\nTried 4 times in 7 s:");
  }

  @Test
  void explainsARefusedConnectionAndAHostThatDoesNotExist() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    PapersException refused =
        catchThrowableOfType(
            PapersException.class, () -> ask("http://127.0.0.1:" + port, Map.of()));
    assertThat(refused).hasMessageContaining("127.0.0.1 refused the connection.\nTried 4 times");

    time.sleeps.clear();
    PapersException unknown =
        catchThrowableOfType(
            PapersException.class, () -> ask("http://broadsheet.invalid", Map.of()));
    assertThat(unknown)
        .hasMessageContaining(
            "broadsheet.invalid could not be found: there is no host of that name.\nTried once")
        .hasMessageContaining("Check the network");
    assertThat(time.sleeps).isEmpty();
  }

  @Test
  void stopsReadingABodyThatIsTooLargeEvenWhenPacked() {
    PapersException failure = failure(Reply.ok("[\"" + "x".repeat(20_000) + "\"]").gzipped());
    assertThat(message(failure))
        .contains("127.0.0.1 sent more than")
        .contains("No listing is that large: ask for fewer days or papers.");
    assertThat(failure.attempts()).isEqualTo(1);
  }

  @Test
  void explainsABodyThatIsNotTheGzipItSays() {
    assertThat(
            message(failure(Reply.ok("[" + " ".repeat(50) + "]").with("Content-Encoding", "gzip"))))
        .contains("127.0.0.1 sent a body that says gzip but is not.");
  }

  @Test
  void stopsWithinASecondWhenInterruptedInARequest() throws InterruptedException {
    stopsWithinASecond(Reply.ok("[]").after(20_000), 0);
  }

  @Test
  void stopsWithinASecondWhenInterruptedInAPause() throws InterruptedException {
    stopsWithinASecond(Reply.of(503, "").with("Retry-After", "60"), 1);
  }

  private void stopsWithinASecond(Reply reply, int pausesBefore) throws InterruptedException {
    TestServer server = server((seen, number) -> reply);
    Client patient =
        new Client(
            () -> Settings.of(Map.of("HF_ENDPOINT", server.uri().toString())),
            Limits.USUAL,
            Timing.real());
    List<String> told = new CopyOnWriteArrayList<>();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> status = new AtomicReference<>();
    Thread cell =
        new Thread(
            () -> {
              Ask ask = new Ask(Service.HUGGING_FACE, "the Daily Papers", server.uri());
              thrown.set(
                  catchThrowable(
                      () -> patient.get(ask, Bodies::jsonArray, (why, left) -> told.add(why))));
              status.set(Thread.currentThread().isInterrupted());
            });
    cell.start();
    while (server.seen().isEmpty() || told.size() < pausesBefore) {
      Thread.sleep(10);
    }
    cell.interrupt();
    cell.join(SECONDS.toMillis(30));
    assertThat(cell.isAlive()).isFalse();
    assertThat(thrown.get())
        .isInstanceOf(CancellationException.class)
        .hasMessage("Stopped while fetching the Daily Papers.");
    assertThat(status.get()).isTrue();
  }

  @Test
  void showsNoControlCharactersOfAnAnswer() {
    assertThat(message(failure(Reply.of(418, "\u001b[31mred\u0007\n\u202e" + "long ".repeat(100)))))
        .contains("answered 418, \"[31mred long long")
        .doesNotContain("\u001b")
        .doesNotContain("\u202e")
        .contains("…\".");
  }
}
