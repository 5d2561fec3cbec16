package io.github.broadsheet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient.Answer;
import io.github.broadsheet.protocol.TestClient.Received;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubshellTest extends KernelTestBase {
  @Test
  void runsACellWhileAnotherRuns() {
    client.run("var done = new ArrayList<Integer>(List.of(1, 2)); int total = 12;");
    client.run("record Pair(int a, int b) {}\nint sum(Pair p) { return p.a() + p.b(); }");
    String running = client.send(Channel.SHELL, "execute_request", cell("Thread.sleep(60_000);"));
    client.receive(m -> m.parent().equals(running) && m.type().equals("execute_input"));
    String shell = order("create_subshell_request", Map.of()).path("subshell_id").asText();
    Answer answer =
        inSubshell(shell, cell("System.out.print(\"now\"); done.size() + \" of \" + total"));
    assertThat(answer.result()).contains("2 of 12");
    assertThat(answer.printed("stdout")).isEqualTo("now");
    assertThat(inSubshell(shell, cell("sum(new Pair(1, 2))")).result()).isEqualTo("3");
    assertThat(inSubshell(shell, cell("done.add(3)")).result()).isEqualTo("true");
    assertThat(inSubshell(shell, cell("nothing")).status()).isEqualTo("error");
    client.send(Channel.CONTROL, "interrupt_request", Map.of());
    assertThat(client.await(running).status()).isEqualTo("error");
    assertThat(client.run("done.size()").result()).isEqualTo("3");
  }

  @Test
  void seesHowFarTheCellIsThatRuns() {
    String running =
        client.send(
            Channel.SHELL,
            "execute_request",
            cell("int far = 40;\nfar += 2;\nwhile (true) { Thread.sleep(1); }"));
    client.receive(m -> m.parent().equals(running) && m.type().equals("execute_input"));
    String shell = order("create_subshell_request", Map.of()).path("subshell_id").asText();
    Answer answer = inSubshell(shell, cell("far"));
    for (int tries = 0; tries < 200 && !tells(answer, "42"); tries++) {
      answer = inSubshell(shell, cell("far"));
    }
    assertThat(answer.result()).isEqualTo("42");
    client.send(Channel.CONTROL, "interrupt_request", Map.of());
    client.await(running);
  }

  private static boolean tells(Answer answer, String result) {
    return answer.status().equals("ok") && answer.result().equals(result);
  }

  @Test
  void listsAndDeletesThem() {
    assertThat(info().path("supported_features").toString()).contains("kernel subshells");
    String one = order("create_subshell_request", Map.of()).path("subshell_id").asText();
    String two = order("create_subshell_request", Map.of()).path("subshell_id").asText();
    assertThat(order("list_subshell_request", Map.of()).path("subshell_id"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(one, two);
    assertThat(order("delete_subshell_request", Map.of("subshell_id", one)).path("status").asText())
        .isEqualTo("ok");
    JsonNode again = order("delete_subshell_request", Map.of("subshell_id", one));
    assertThat(again.path("evalue").asText()).contains("no subshell " + one);
    assertThat(inSubshell(one, cell("1")).reply().text("evalue")).contains("no subshell " + one);
    assertThat(order("list_subshell_request", Map.of()).path("subshell_id").toString())
        .isEqualTo("[\"" + two + "\"]");
  }

  @Test
  void stopsItsCellOnAnInterrupt() {
    String shell = order("create_subshell_request", Map.of()).path("subshell_id").asText();
    assertThat(inSubshell(shell, cell("int a = 1;")).status()).isEqualTo("ok");
    String id = client.send(Channel.SHELL, "execute_request", cell("while (true) {}"), shell);
    client.receive(m -> m.parent().equals(id) && m.type().equals("execute_input"));
    client.poll(m -> false, 300);
    client.send(Channel.CONTROL, "interrupt_request", Map.of());
    assertThat(client.await(id).status()).isEqualTo("error");
    assertThat(inSubshell(shell, cell("a")).result()).isEqualTo("1");
  }

  @Test
  void hearsACommWhileACellRuns() {
    client.run(
        "import io.github.broadsheet.comm.*;\n"
            + "Comms.accept(\"lab\", l -> l.onMessage(m -> l.send(m)));");
    String shell = order("create_subshell_request", Map.of()).path("subshell_id").asText();
    String running = client.send(Channel.SHELL, "execute_request", cell("Thread.sleep(60_000);"));
    client.receive(m -> m.parent().equals(running) && m.type().equals("execute_input"));
    client.send(
        Channel.SHELL,
        "comm_open",
        Map.of("comm_id", "c", "target_name", "lab", "data", Map.of()),
        shell);
    client.send(Channel.SHELL, "comm_msg", Map.of("comm_id", "c", "data", Map.of("n", 1)), shell);
    assertThat(client.receive(m -> m.type().equals("comm_msg")).text("data", "n")).isEqualTo("1");
    client.send(Channel.CONTROL, "interrupt_request", Map.of());
    client.await(running);
  }

  private JsonNode info() {
    return client.ask("kernel_info_request", Map.of()).reply().content();
  }

  private JsonNode order(String type, Map<String, Object> content) {
    String id = client.send(Channel.CONTROL, type, content);
    Received reply = client.receive(m -> m.parent().equals(id) && m.channel() == Channel.CONTROL);
    return reply.content();
  }

  private Answer inSubshell(String shell, Map<String, Object> content) {
    return client.await(client.send(Channel.SHELL, "execute_request", content, shell));
  }
}
