package io.github.broadsheet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient.Answer;
import io.github.broadsheet.protocol.TestClient.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest extends KernelTestBase {
  @Test
  void saysWhatItIs() {
    JsonNode info = client.ask("kernel_info_request", Map.of()).reply().content();
    assertThat(info.path("status").asText()).isEqualTo("ok");
    assertThat(info.path("protocol_version").asText()).isEqualTo("5.4");
    assertThat(info.path("implementation").asText()).isEqualTo("broadsheet");
    assertThat(info.path("banner").asText()).contains("Java").contains("Broadsheet");
    assertThat(info.at("/language_info/name").asText()).isEqualTo("java");
    assertThat(info.at("/language_info/file_extension").asText()).isEqualTo(".java");
    assertThat(info.at("/language_info/mimetype").asText()).isEqualTo("text/x-java");
    assertThat(info.at("/language_info/version").asText())
        .isEqualTo(System.getProperty("java.version"));
    assertThat(info.at("/help_links/0/url").asText()).startsWith("https://");
  }

  @Test
  void remembersCells() {
    client.run("1 + 1");
    client.run("int b = 2;");
    client.run("1 + 1");
    assertThat(inputs(Map.of("hist_access_type", "tail", "n", 2)))
        .containsExactly("int b = 2;", "1 + 1");
    assertThat(inputs(Map.of("hist_access_type", "range", "session", 0, "start", 1, "stop", 3)))
        .containsExactly("1 + 1", "int b = 2;");
    assertThat(inputs(Map.of("hist_access_type", "search", "pattern", "1 ?*1", "unique", true)))
        .containsOnlyOnce("1 + 1");
    assertThat(inputs(Map.of("hist_access_type", "search", "pattern", "int b*", "n", 1)))
        .containsExactly("int b = 2;");
    JsonNode row =
        client
            .ask("history_request", Map.of("hist_access_type", "tail", "n", 1, "output", true))
            .reply()
            .content()
            .at("/history/0");
    assertThat(row.path(0).asInt()).isPositive();
    assertThat(row.path(1).asInt()).isEqualTo(3);
    assertThat(row.path(2).toString()).isEqualTo("[\"1 + 1\",\"2\"]");
  }

  @Test
  void saysWhatIsWrongInARequest() {
    Answer answer = client.ask("history_request", Map.of("hist_access_type", "all"));
    assertThat(answer.status()).isEqualTo("error");
    assertThat(answer.reply().text("evalue")).contains("tail, range or search; found \"all\"");
    answer = client.ask("execute_request", Map.of());
    assertThat(answer.reply().type()).isEqualTo("execute_reply");
    assertThat(answer.reply().text("evalue")).contains("needs \"code\" as a text; found nothing");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    Answer answer = client.ask("no_such_request", Map.of());
    assertThat(answer.reply().type()).isEqualTo("no_such_reply");
    assertThat(answer.status()).isEqualTo("error");
    assertThat(answer.reply().text("evalue")).contains("no_such_request");
  }

  @Test
  void staysWhateverItIsSent() {
    for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
      for (String type :
          List.of("execute_request", "input_reply", "comm_open", "history_request", "x_request")) {
        String header = "{\"msg_id\":\"m\",\"msg_type\":\"" + type + "\"}";
        for (String content : List.of("{not json", "[]", "5", "null", "{\"code\":5}")) {
          client.sendSigned(channel, header, "{}", "{}", content);
        }
      }
    }
    assertThat(client.run("1").result()).isEqualTo("1");
  }

  @Test
  void closesACommThatNobodyListensTo() {
    String id =
        client.send(
            Channel.SHELL,
            "comm_open",
            Map.of("comm_id", "c1", "target_name", "jupyter.widget", "data", Map.of()));
    Received closed = client.receive(m -> m.type().equals("comm_close"));
    assertThat(closed.text("comm_id")).isEqualTo("c1");
    assertThat(closed.parent()).isEqualTo(id);
    client.send(Channel.SHELL, "comm_msg", Map.of("comm_id", "c1", "data", Map.of()));
    client.send(Channel.SHELL, "comm_close", Map.of("comm_id", "c1", "data", Map.of()));
    JsonNode info = client.ask("comm_info_request", Map.of()).reply().content();
    assertThat(info.path("comms").isObject()).isTrue();
    assertThat(info.path("comms").size()).isZero();
  }

  private List<String> inputs(Map<String, Object> question) {
    JsonNode history = client.ask("history_request", question).reply().content().path("history");
    List<String> inputs = new ArrayList<>();
    history.forEach(row -> inputs.add(row.path(2).asText()));
    return inputs;
  }
}
