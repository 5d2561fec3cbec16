package io.github.broadsheet.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A test with servers of its own and a clock that takes no time. */
@Timeout(300)
abstract class ServedTest {
  private static final Limits SHORT =
      new Limits(
          4, Duration.ofMillis(400), Duration.ofMillis(900), Duration.ofSeconds(310), 10_000);

  final FakeTime time = new FakeTime("2025-10-29T12:00:00Z");
  final List<String> pauses = new ArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable server : open) {
      server.close();
    }
  }

  TestServer server(Script script) {
    TestServer server = new TestServer(script);
    open.add(server);
    return server;
  }

  /** Also closes this at the end. */
  void onClose(AutoCloseable thing) {
    open.add(thing);
  }

  static Client client(String endpoint, FakeTime time, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("HF_ENDPOINT", endpoint);
    variables.put("ARXIV_ENDPOINT", endpoint);
    return new Client(() -> Settings.of(variables), SHORT, time.timing());
  }

  JsonNode ask(TestServer server) {
    return ask(server.uri().toString(), Map.of());
  }

  JsonNode ask(String endpoint, Map<String, String> variables) {
    Client client = client(endpoint, time, variables);
    return client.get(
        new Ask(
            Service.HUGGING_FACE,
            "the Daily Papers of 2025-10-29",
            client.settings().address(Service.HUGGING_FACE, "/api/daily_papers", "p", 0)),
        Bodies::jsonArray,
        (why, left) -> pauses.add(why + ": " + left.toSeconds() + " s"));
  }

  /** The failure of a call to a server that always answers so. */
  PapersException failure(Reply reply) {
    TestServer server = server((seen, number) -> reply);
    return catchThrowableOfType(PapersException.class, () -> ask(server));
  }

  static String message(PapersException failure) {
    return String.valueOf(failure.getMessage()).replaceAll("127\\.0\\.0\\.1:\\d+", "HOST:PORT");
  }
}
