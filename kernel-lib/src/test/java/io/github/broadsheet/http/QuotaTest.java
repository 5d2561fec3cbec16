package io.github.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.http.TestServer.Reply;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotaTest extends ServedTest {
  @TempDir private Path folder;

  private void askTwice(String left, String policy) {
    TestServer server =
        server(
            (seen, number) ->
                Reply.ok("[]").with("RateLimit", left).with("RateLimit-Policy", policy));
    Client client = client(server.uri().toString(), time, Map.of());
    for (int i = 0; i < 2; i++) {
      client.get(
          new Ask(Service.HUGGING_FACE, "papers", server.uri()),
          Bodies::jsonArray,
          (why, wait) -> pauses.add(why + ": " + wait.toSeconds() + " s"));
    }
  }

  @Test
  void waitsForTheNextWindowBeforeItIsToldTo() {
    askTwice("\"api\";r=0;t=55", "\"fixed window\";\"api\";q=10;w=300");
    assertThat(pauses).containsExactly("Hugging Face's requests for now are used up: 56 s");
    assertThat(time.sleeps).containsExactly(56.0);
  }

  @Test
  void tellsTheOtherProgramsOfThisUser() throws Exception {
    Path file = folder.resolve("turns").resolve("hugging-face.quota");
    HttpHeaders spent =
        HttpHeaders.of(Map.of("RateLimit", List.of("\"api\";r=1;t=20")), (name, value) -> true);
    new Quota(Service.HUGGING_FACE, time.timing(), file).heard(spent);
    new Quota(Service.HUGGING_FACE, time.timing(), file).enter((why, wait) -> {});
    assertThat(time.sleeps).containsExactly(21.0);
    for (String wrong : List.of("", "soon", "2999-01-01T00:00:00Z")) {
      Files.writeString(file, wrong);
      new Quota(Service.HUGGING_FACE, time.timing(), file).enter((why, wait) -> {});
    }
    assertThat(time.sleeps).hasSize(1);
  }

  @Test
  void leavesAFiftiethForOthersAndElseGoesOn() {
    askTwice("\"api\";r=10;t=20", "\"fixed window\";\"api\";q=500;w=300");
    assertThat(time.sleeps).containsExactly(21.0);
    askTwice("\"api\";r=11;t=20", "\"fixed window\";\"api\";q=500;w=300");
    assertThat(time.sleeps).hasSize(1);
  }

  @Test
  void doesNotBelieveAWindowOfDays() {
    askTwice("\"api\";r=0;t=999999", "\"fixed window\";\"api\";q=500;w=300");
    assertThat(time.sleeps).isEmpty();
  }
}
