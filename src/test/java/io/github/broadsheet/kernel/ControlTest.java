package io.github.broadsheet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient.Answer;
import io.github.broadsheet.protocol.TestClient.Received;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest extends KernelTestBase {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "Thread.sleep(100_000);",
        "new java.net.ServerSocket(0).accept();",
        "while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) {} }"
      })
  void interruptsAndKeepsTheState(String endless) {
    client.run("int keep = 42;");
    String id = send(endless);
    client.receive(m -> m.parent().equals(id) && m.type().equals("execute_input"));
    client.poll(m -> false, 300);
    String interrupt = client.send(Channel.CONTROL, "interrupt_request", Map.of());
    Answer answer = client.await(id);
    assertThat(answer.status()).isEqualTo("error");
    Received reply =
        client.receive(m -> m.parent().equals(interrupt) && m.type().equals("interrupt_reply"));
    assertThat(reply.channel()).isEqualTo(Channel.CONTROL);
    assertThat(reply.text("status")).isEqualTo("ok");
    assertThat(client.run("keep").result()).isEqualTo("42");
  }

  @Test
  void interruptsNothingWhenIdle() {
    String interrupt = client.send(Channel.CONTROL, "interrupt_request", Map.of());
    client.receive(m -> m.parent().equals(interrupt) && m.type().equals("interrupt_reply"));
    assertThat(client.run("1").result()).isEqualTo("1");
  }

  @Test
  void asksTheReader() {
    String id =
        client.send(
            Channel.SHELL,
            "execute_request",
            cell(
                "System.out.print(\"name: \"); new java.util.Scanner(System.in).nextLine()",
                "allow_stdin",
                true));
    Received question = client.receive(m -> m.type().equals("input_request"));
    assertThat(question.channel()).isEqualTo(Channel.STDIN);
    assertThat(question.parent()).isEqualTo(id);
    client.send(Channel.STDIN, "input_reply", Map.of("value", "Ada 😀"));
    assertThat(client.await(id).result()).contains("Ada 😀");
  }

  @Test
  void saysThatItCannotAsk() {
    Answer answer = client.run("new java.util.Scanner(System.in).nextLine()");
    assertThat(answer.status()).isEqualTo("error");
    assertThat(answer.printed("stderr")).contains("allow_stdin = false").contains("variable");
  }

  @Test
  void interruptsACellThatWaitsForAnAnswer() {
    String id =
        client.send(
            Channel.SHELL,
            "execute_request",
            cell("new java.util.Scanner(System.in).nextLine()", "allow_stdin", true));
    client.receive(m -> m.type().equals("input_request"));
    client.send(Channel.CONTROL, "interrupt_request", Map.of());
    assertThat(client.await(id).status()).isEqualTo("error");
    client.send(Channel.STDIN, "input_reply", Map.of("value", "too late"));
    assertThat(client.run("1").result()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"int idle = 1;", "while (true) {}"})
  void shutsDownIdleOrBusy(String code) throws InterruptedException {
    String id = send(code);
    client.receive(m -> m.parent().equals(id) && m.type().equals("execute_input"));
    String order = client.send(Channel.CONTROL, "shutdown_request", Map.of("restart", true));
    Received reply =
        client.receive(m -> m.parent().equals(order) && m.type().equals("shutdown_reply"));
    assertThat(reply.content().path("restart").asBoolean()).isTrue();
    assertThat(ended()).isTrue();
  }

  @Test
  void answersOnControlWhileACellRuns() {
    String id = send("Thread.sleep(1500);");
    client.receive(m -> m.parent().equals(id) && m.type().equals("execute_input"));
    String info = client.send(Channel.CONTROL, "kernel_info_request", Map.of());
    assertThat(client.await(info).reply().channel()).isEqualTo(Channel.CONTROL);
    assertThat(client.poll(m -> m.type().equals("execute_reply"), 10)).isNull();
    assertThat(client.beats()).isTrue();
    Answer answer = client.await(id);
    // Busy is said again, as the last status that a front-end heard was the idle of kernel_info.
    assertThat(answer.of("status").stream().map(m -> m.text("execution_state")))
        .containsExactly("busy", "busy", "idle");
  }

  private String send(String code) {
    return client.send(Channel.SHELL, "execute_request", cell(code));
  }
}
