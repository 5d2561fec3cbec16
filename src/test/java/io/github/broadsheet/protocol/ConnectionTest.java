package io.github.broadsheet.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.protocol.TestClient.Answer;
import io.github.broadsheet.protocol.TestClient.Received;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real sockets, with a receiver that answers each request by its own type. */
class ConnectionTest {
  private final ConnectionFile file = TestClient.freePorts();
  private Connection connection;
  private TestClient client;

  private record Echo(String type, String text) implements Content {
    @Override
    public ObjectNode json() {
      return Json.object().put("status", "ok").put("echo", text);
    }
  }

  @BeforeEach
  void open() throws IOException {
    connection = Connection.bind(file, Clock.systemUTC());
    connection.listen(this::answer);
    client = TestClient.connect(file);
  }

  @AfterEach
  void close() {
    client.close();
    connection.close();
  }

  private void answer(Message message) {
    connection.publish(message, Status.BUSY);
    String type = message.type().replace("_request", "_reply");
    int lines = message.content().path("lines").asInt();
    for (int i = 0; i < lines; i++) {
      connection.print(message, Stream.Name.STDOUT, "line " + i + "\n");
    }
    connection.reply(message, new Echo(type, message.content().path("say").asText()));
    connection.publish(message, Status.IDLE);
  }

  @Test
  void answersOnTheChannelOnWhichItWasAsked() {
    String shell = client.send(Channel.SHELL, "one_request", Map.of("say", "ä😀"));
    String control = client.send(Channel.CONTROL, "two_request", Map.of());
    Received first = client.receive(m -> m.parent().equals(shell) && m.type().equals("one_reply"));
    Received second =
        client.receive(m -> m.parent().equals(control) && m.type().equals("two_reply"));
    assertThat(first.channel()).isEqualTo(Channel.SHELL);
    assertThat(first.text("echo")).isEqualTo("ä😀");
    assertThat(second.channel()).isEqualTo(Channel.CONTROL);
  }

  @Test
  void gathersManyLinesAndLosesNone() {
    Answer answer = client.ask("lines_request", Map.of("lines", 100_000));
    assertThat(answer.printed("stdout")).startsWith("line 0\nline 1\n").endsWith("line 99999\n");
    assertThat(answer.printed("stdout").lines()).hasSize(100_000);
    assertThat(answer.of("stream").size()).isLessThan(200);
    assertThat(answer.types()).startsWith("status", "stream").endsWith("stream", "status");
  }

  @Test
  void sendsWhatIsPrintedAlthoughNothingFollows() {
    connection.print(null, Stream.Name.STDERR, "still there");
    Received stream = client.receive(m -> m.type().equals("stream"));
    assertThat(stream.text("name")).isEqualTo("stderr");
    assertThat(stream.parent()).isEmpty();
  }

  @Test
  void printsHalfASurrogatePairAsAQuestionMark() {
    connection.print(null, Stream.Name.STDOUT, "a\uD83D");
    assertThat(client.receive(m -> m.type().equals("stream")).text("text")).isEqualTo("a?");
  }

  @Test
  void beats() {
    assertThat(client.beats()).isTrue();
    assertThat(client.beats()).isTrue();
  }

  @Test
  void ignoresWhatIsNotSignedWithTheKey() {
    String header = "{\"msg_id\":\"forged\",\"msg_type\":\"one_request\"}";
    client.sendRaw(Channel.SHELL, "<IDS|MSG>", "0".repeat(64), header, "{}", "{}", "{}");
    assertAnswersAndNeverTo("forged");
  }

  @Test
  void ignoresFramesThatAreNoMessage() {
    List<Channel> channels = List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN);
    for (Channel channel : channels) {
      client.sendRaw(channel, "garbage");
      client.sendRaw(channel, "");
      client.sendRaw(channel, "<IDS|MSG>");
      client.sendRaw(channel, "<IDS|MSG>", "", "", "", "", "");
      client.sendSigned(channel, "", "", "", "");
      client.sendSigned(channel, "{not json", "{}", "{}", "{}");
      client.sendSigned(channel, "[]", "{}", "{}", "{}");
      client.sendSigned(channel, "{\"msg_type\":5,\"msg_id\":[]}", "{}", "{}", "{}");
      client.sendSigned(channel, "[".repeat(100_000), "{}", "{}", "{}");
      client.sendSigned(
          channel, "{\"msg_id\":\"" + "x".repeat(1_000_000) + "\"}", "{}", "{}", "{}");
    }
    assertAnswersAndNeverTo("");
  }

  @Test
  void deliversARequestWithBrokenContentSoThatItCanBeAnswered() {
    client.sendSigned(
        Channel.SHELL, "{\"msg_id\":\"7\",\"msg_type\":\"a_request\"}", "{}", "{}", "{not json");
    assertThat(client.await("7").reply().type()).isEqualTo("a_reply");
  }

  @Test
  void sendsWhatWasSaidBeforeItCloses() {
    String id = client.send(Channel.SHELL, "last_request", Map.of("lines", 1000));
    client.receive(m -> m.parent().equals(id) && m.type().equals("status"));
    connection.close();
    assertThat(client.await(id).status()).isEqualTo("ok");
  }

  @Test
  void saysWhichPortIsTaken() {
    assertThatThrownBy(() -> Connection.bind(file, Clock.systemUTC()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Cannot listen on tcp://127.0.0.1:" + file.heartbeatPort());
  }

  private void assertAnswersAndNeverTo(String parent) {
    assertThat(client.ask("after_request", Map.of()).status()).isEqualTo("ok");
    assertThat(client.poll(m -> m.parent().equals(parent), 200)).isNull();
  }
}
