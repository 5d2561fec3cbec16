package io.github.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Script;
import io.github.broadsheet.http.TestServer.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptAnswersTest extends ServedTest {
  @TempDir private Path home;

  private Client client(TestServer server, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("HF_ENDPOINT", server.uri().toString());
    variables.put("ARXIV_ENDPOINT", server.uri().toString());
    variables.put("ARXIV_FEED_ENDPOINT", server.uri().toString());
    variables.put("BROADSHEET_HOME", home.toString());
    Timing real = Timing.real();
    Client client =
        Client.keeping(
            () -> Settings.of(variables),
            Limits.USUAL,
            new Timing(real.clock(), time.timing().sleep(), real.chance()));
    onClose(client::close);
    return client;
  }

  private Answer ask(Client client, Service service) {
    Ask ask = new Ask(service, "papers", client.settings().address(service, "/api", "p", 0));
    return client.get(
        ask,
        answer -> {
          if (answer.text().equals("useless")) {
            throw Trouble.broken("sent something useless", null);
          }
          return answer;
        },
        Pauses.UNSAID);
  }

  private Answer askTwice(TestServer server, Service service) {
    Client client = client(server, Map.of());
    Answer first = ask(client, service);
    Instant between = Instant.now();
    Answer second = ask(client, service);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.fetchedAt().isAfter(between)).isEqualTo(second.fresh());
    return second;
  }

  @Test
  void asksNobodyForWhatHoldsBySayingSo() {
    TestServer server =
        server((seen, number) -> Reply.ok("answer " + number).with("Cache-Control", "max-age=600"));
    Answer kept = askTwice(server, Service.HUGGING_FACE);
    assertThat(kept.fresh()).isFalse();
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void asksOnlyWhetherWhatIsKeptIsStillTrue() {
    Script script =
        (seen, number) ->
            number == 0
                ? Reply.ok("answer").with("ETag", "a1b2c3")
                : Reply.of(304, "").with("ETag", "a1b2c3");
    TestServer server = server(script);
    Answer confirmed = askTwice(server, Service.ARXIV_FEED);
    assertThat(confirmed.fresh()).isTrue();
    assertThat(server.seen()).hasSize(2);
    assertThat(server.seen().get(1).headers()).containsEntry("If-None-Match", "a1b2c3");
  }

  @Test
  void asksArxivTheSameOnceADay() {
    TestServer server = server((seen, number) -> Reply.ok("answer " + number));
    Answer kept = askTwice(server, Service.ARXIV);
    assertThat(kept.fresh()).isFalse();
    assertThat(server.seen()).hasSize(1);
    assertThat(time.sleeps).isEmpty();
  }

  @Test
  void asksAgainWhereNothingIsSaid() {
    TestServer server = server((seen, number) -> Reply.ok("answer"));
    askTwice(server, Service.HUGGING_FACE);
    assertThat(server.seen()).hasSize(2);
  }

  @Test
  void keepsNothingUseless() {
    TestServer server =
        server(
            (seen, number) ->
                Reply.ok(number == 0 ? "useless" : "answer").with("Cache-Control", "max-age=600"));
    assertThat(ask(client(server, Map.of()), Service.HUGGING_FACE).text()).isEqualTo("answer");
    assertThat(server.seen()).hasSize(2);
  }

  @Test
  void keepsForALaterProgramAndForOneAtTheSameTimeToo() throws IOException {
    TestServer server =
        server((seen, number) -> Reply.ok("answer " + number).with("Cache-Control", "max-age=600"));
    Answer first = ask(client(server, Map.of()), Service.HUGGING_FACE);
    Client second = client(server, Map.of());
    ask(second, Service.HUGGING_FACE);
    assertThat(ask(second, Service.HUGGING_FACE).fresh()).isFalse();
    assertThat(first.fresh()).isTrue();
    assertThat(server.seen()).hasSize(2);
    try (Stream<Path> folders = Files.list(home.resolve("http"))) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrder("1", "2");
    }
  }

  @Test
  void writesNoTokenDownNorWhatWasToldToItsOwner() throws IOException {
    TestServer server =
        server(
            (seen, number) ->
                Reply.ok("told in confidence")
                    .with("Cache-Control", "max-age=600")
                    .with("Vary", "Authorization"));
    Client client = client(server, Map.of("HF_TOKEN", "hf_verysecret123"));
    ask(client, Service.HUGGING_FACE);
    ask(client, Service.HUGGING_FACE);
    assertThat(server.seen())
        .extracting(seen -> seen.headers().get("Authorization"))
        .containsExactly("Bearer hf_verysecret123", "Bearer hf_verysecret123");
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("hf_verysecret123")
            .doesNotContain("told in confidence");
      }
    }
  }

  @Test
  void worksWhereNothingCanBeKept() throws IOException {
    Files.createFile(home.resolve("http"));
    Files.createFile(home.resolve("turns"));
    TestServer server = server((seen, number) -> Reply.ok("answer"));
    askTwice(server, Service.ARXIV);
    assertThat(server.seen()).extracting(Seen::target).isEqualTo(List.of("/api?p=0", "/api?p=0"));
    assertThat(time.sleeps).hasSize(1);
  }
}
