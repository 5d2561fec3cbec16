package io.github.broadsheet.source;

import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.FakeTime;
import io.github.broadsheet.http.Limits;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.http.TestServer;
import io.github.broadsheet.http.TestServer.Script;
import java.util.HashMap;
import java.util.Map;

/** A server for one test that is every service at once, and a client that takes no time. */
public final class Loopback implements AutoCloseable {
  private static final String[] SERVICES = {
    "HF_ENDPOINT",
    "ARXIV_ENDPOINT",
    "ARXIV_FEED_ENDPOINT",
    "ARXIV_OAI_ENDPOINT",
    "S2_ENDPOINT",
    "OPENALEX_ENDPOINT"
  };

  public final TestServer server;
  public final FakeTime time = new FakeTime("2025-10-29T12:00:00Z");
  public final Client client;

  public Loopback(Script script) {
    this(Map.of(), script);
  }

  public Loopback(Map<String, String> more, Script script) {
    server = new TestServer(script);
    Map<String, String> variables = new HashMap<>(more);
    for (String service : SERVICES) {
      variables.put(service, server.uri().toString());
    }
    Settings settings = Settings.of(variables);
    client = new Client(() -> settings, Limits.USUAL, time.timing());
  }

  @Override
  public void close() {
    server.close();
  }
}
