package io.github.broadsheet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient.Answer;
import io.github.broadsheet.protocol.TestClient.Received;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputTest extends KernelTestBase {
  @Test
  void losesNoneOf100000Lines() {
    Answer answer =
        client.run("for (int i = 0; i < 100_000; i++) System.out.println(\"line \" + i);");
    String all =
        IntStream.range(0, 100_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    assertThat(answer.printed("stdout").equals(all)).isTrue();
    assertThat(answer.of("stream").size()).isLessThan(500);
  }

  @Test
  void keepsTheOrderOfBothStreamsAndDisplays() {
    Answer answer =
        client.run(
            "System.out.print(\"a\"); System.err.print(\"b\"); display(\"c\");"
                + " System.out.print(\"d\");");
    assertThat(answer.types())
        .containsExactly(
            "status", "execute_input", "stream", "stream", "display_data", "stream", "status");
    assertThat(answer.printed("stdout")).isEqualTo("ad");
    assertThat(answer.printed("stderr")).isEqualTo("b");
  }

  @Test
  void showsOutputWhileTheCellRuns() {
    String id =
        send("System.out.print(\"early\"); Thread.sleep(1500); System.out.print(\"late\");");
    Received early = client.receive(m -> m.parent().equals(id) && m.type().equals("stream"));
    assertThat(early.text("text")).isEqualTo("early");
    assertThat(client.poll(m -> m.type().equals("execute_reply"), 200)).isNull();
    assertThat(client.await(id).printed("stdout")).isEqualTo("late");
  }

  @Test
  void leavesOutWhatIsTooMuchAndSaysSo() {
    client.run("System.setProperty(\"broadsheet.output.limit\", \"1\")");
    try {
      Answer answer =
          client.run("for (int i = 0; i < 40; i++) System.out.print(\"x\".repeat(50_000));");
      assertThat(answer.printed("stdout")).hasSize(1_000_000);
      assertThat(answer.printed("stderr"))
          .contains("The output ends here, at 1 MB")
          .contains("System.setProperty(\"broadsheet.output.limit\", \"10\")")
          .contains("1.0 MB were left out");
    } finally {
      System.clearProperty(CellOutput.LIMIT);
    }
  }

  @Test
  void capsFiftyMegabytesAndTellsHowToSeeThemAll() {
    Answer answer =
        client.run("for (int i = 0; i < 50; i++) System.out.print(\"x\".repeat(1_000_000));");
    assertThat(answer.status()).isEqualTo("ok");
    assertThat(answer.printed("stdout")).hasSize(10_000_000);
    assertThat(answer.printed("stderr"))
        .contains(
            "The output ends here, at 10 MB",
            "System.setProperty(\"broadsheet.output.limit\", \"100\")",
            "40.0 MB were left out");
    assertThat(client.run("System.out.print(\"y\".repeat(12_345_678));").printed("stdout"))
        .hasSize(10_000_000);
    client.run("System.setProperty(\"broadsheet.output.limit\", \"100\")");
    try {
      answer =
          client.run("for (int i = 0; i < 50; i++) System.out.print(\"x\".repeat(1_000_000));");
      assertThat(answer.printed("stdout")).hasSize(50_000_000);
      assertThat(answer.printed("stderr")).isEmpty();
    } finally {
      System.clearProperty(CellOutput.LIMIT);
    }
  }

  @Test
  void attributesLatePrintsToTheCellThatStartedTheThread() {
    String id =
        send(
            "new Thread(() -> { try { Thread.sleep(400); } catch (InterruptedException e) {}"
                + " System.out.print(\"from a thread\"); }).start();");
    client.await(id);
    client.run("int other = 1;");
    Received late = client.receive(m -> m.type().equals("stream"));
    assertThat(late.text("text")).isEqualTo("from a thread");
    assertThat(late.parent()).isEqualTo(id);
  }

  @Test
  void updatesADisplayAfterItsCellHasEnded() {
    Answer shown = client.run("String id = display(\"first\");");
    Received display = shown.of("display_data").get(0);
    assertThat(display.text("data", "text/plain")).isEqualTo("first");
    String name = display.text("transient", "display_id");
    assertThat(name).isNotEmpty();
    Answer updated = client.run("updateDisplay(id, \"second\");");
    Received update = updated.of("update_display_data").get(0);
    assertThat(update.text("data", "text/plain")).isEqualTo("second");
    assertThat(update.text("transient", "display_id")).isEqualTo(name);
    assertThat(updated.of("display_data")).isEmpty();
  }

  @Test
  void clearsOutput() {
    List<Received> cleared = client.run("clearOutput(true);").of("clear_output");
    assertThat(cleared).hasSize(1);
    assertThat(cleared.get(0).content().path("wait").asBoolean()).isTrue();
  }

  private String send(String code) {
    return client.send(Channel.SHELL, "execute_request", cell(code));
  }
}
