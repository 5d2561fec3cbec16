package io.github.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Seen;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArxivPaceTest extends ServedTest {
  private Client arxiv(TestServer server) {
    return client(server.uri().toString(), time, Map.of("HF_TOKEN", "hf_verysecret123"));
  }

  private String askArxiv(Client client, TestServer server) {
    return client.get(
        new Ask(Service.ARXIV, "papers from arXiv", server.uri()),
        Bodies::atom,
        (why, left) -> pauses.add(why + ": " + left.toSeconds() + " s"));
  }

  @Test
  void keepsThreeSecondsBetweenRequestsToArxiv() {
    TestServer server = server((seen, number) -> Reply.ok("<feed></feed>"));
    Client client = arxiv(server);
    askArxiv(client, server);
    askArxiv(client, server);
    assertThat(time.sleeps).containsExactly(3.0);
    assertThat(pauses).containsExactly("arXiv takes one request in 3 s: 3 s");
    assertThat(server.seen())
        .extracting(Seen::headers)
        .noneMatch(h -> h.containsKey("Authorization"));
  }

  @Test
  void keepsThemAlsoBetweenTheStepsOfARedirect() {
    TestServer server =
        server(
            (seen, number) ->
                number < 2 ? Reply.redirect("/moved" + number) : Reply.ok("<feed></feed>"));
    askArxiv(arxiv(server), server);
    assertThat(server.seen()).hasSize(3);
    assertThat(time.sleeps).containsExactly(3.0, 3.0);
  }

  @Test
  void asksOnceWhereTheConnectionIsCut() {
    TestServer server =
        server((seen, number) -> number == 0 ? Reply.reset() : Reply.ok("<feed></feed>"));
    askArxiv(arxiv(server), server);
    assertThat(server.seen()).hasSize(2);
    assertThat(time.sleeps).containsExactly(1.0, 2.0);
    assertThat(pauses).first().asString().startsWith("127.0.0.1 cut the connection");
  }

  @Test
  void takesNoAbstractThatSpeaksOfArxivsErrorsForOne() {
    String feed =
        "<feed><entry><summary>See http://arxiv.org/api/errors for more.</summary></entry></feed>";
    TestServer server = server((seen, number) -> Reply.ok(feed));
    assertThat(askArxiv(arxiv(server), server)).isEqualTo(feed);
    TestServer bad =
        server(
            (seen, number) ->
                Reply.ok(
                    "<feed><entry><id>https://arxiv.org/api/errors#bad</id><title>Error</title>"
                        + "<summary>bad id</summary></entry></feed>"));
    assertThat(
            catchThrowableOfType(PapersException.class, () -> askArxiv(arxiv(bad), bad)).status())
        .isEqualTo(400);
  }

  @Test
  void givesArxivLongPausesWhicheverWayItSaysTooMany() {
    TestServer server =
        server(
            (seen, number) ->
                switch (number) {
                  case 0 -> Reply.of(429, "Rate exceeded.");
                  case 1 -> Reply.ok("Rate exceeded.");
                  default -> Reply.ok("<feed></feed>");
                });
    assertThat(askArxiv(arxiv(server), server)).isEqualTo("<feed></feed>");
    assertThat(time.sleeps).containsExactly(30.0, 60.0);
  }

  @Test
  void explainsWhatArxivWants() {
    TestServer server = server((seen, number) -> Reply.ok("Rate exceeded."));
    PapersException failure =
        catchThrowableOfType(PapersException.class, () -> askArxiv(arxiv(server), server));
    assertThat(message(failure))
        .isEqualTo(
            """
            Could not fetch papers from arXiv: 127.0.0.1 answered 200, "Rate exceeded.".
            Tried 4 times in 210 s: http://HOST:PORT
            arXiv takes one request in 3 seconds, from all programs behind one network address together. Wait a few minutes, then run this again.""");
  }

  @Test
  void tellsTheWordsOfAnAtomError() {
    TestServer server =
        server(
            (seen, number) ->
                Reply.of(
                    400,
                    "<?xml version=\"1.0\"?><feed><entry><title>Error</title><summary>incorrect id"
                        + " format for abc</summary></entry></feed>"));
    PapersException failure =
        catchThrowableOfType(PapersException.class, () -> askArxiv(arxiv(server), server));
    assertThat(message(failure))
        .isEqualTo(
            """
            Could not fetch papers from arXiv: 127.0.0.1 answered 400, "incorrect id format for abc".
            Tried once: http://HOST:PORT
            Check the query. A good one: cat:cs.CL AND ti:"chain of thought\"""");
  }
}
