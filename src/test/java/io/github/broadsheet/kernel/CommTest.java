package io.github.broadsheet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient.Answer;
import io.github.broadsheet.protocol.TestClient.Received;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommTest extends KernelTestBase {
  private static final String IMPORT = "import io.github.broadsheet.comm.*;\n";

  @Test
  void opensALineFromACellAndHearsTheOtherSide() {
    Answer opened =
        client.run(
            IMPORT
                + "var heard = new ArrayList<Object>();\n"
                + "Comm line = Comms.open(\"lab\", Map.of(\"total\", 12));\n"
                + "line.onMessage(heard::add).onClose(heard::add); line.id()");
    Received open = opened.of("comm_open").get(0);
    String id = open.text("comm_id");
    assertThat(opened.result()).contains(id);
    assertThat(open.text("target_name")).isEqualTo("lab");
    assertThat(open.content().at("/data/total").asInt()).isEqualTo(12);
    assertThat(open(Map.of())).isEqualTo(Map.of(id, "lab"));
    Answer said = client.run("line.send(Map.of(\"done\", List.of(1, true)));");
    assertThat(said.of("comm_msg").get(0).content().at("/data/done").toString())
        .isEqualTo("[1,true]");
    say("comm_msg", id, Map.of("n", 1));
    say("comm_close", id, Map.of("why", "tired"));
    assertThat(client.run("heard.toString() + line.isOpen()").result())
        .contains("[{n=1}, {why=tired}]false");
    Answer late = client.run("line.send(Map.of());");
    assertThat(late.reply().text("evalue")).contains("\"lab\" has ended");
    assertThat(open(Map.of())).isEmpty();
  }

  @Test
  void takesALineOfTheFrontEndAndEndsIt() {
    client.run(
        IMPORT
            + "Comms.accept(\"lab\", l -> l.onMessage(m -> { System.out.print(m); l.send(m);"
            + " l.close(); }).send(l.opening()));");
    String opening = open("c1", "lab", Map.of("a", 1));
    Received greeting = client.receive(m -> m.type().equals("comm_msg"));
    assertThat(greeting.parent()).isEqualTo(opening);
    assertThat(greeting.content().at("/data/a").asInt()).isEqualTo(1);
    assertThat(open(Map.of("target_name", "other"))).isEmpty();
    assertThat(open(Map.of("target_name", "lab"))).isEqualTo(Map.of("c1", "lab"));
    String message = say("comm_msg", "c1", Map.of("b", 2));
    Received printed = client.receive(m -> m.type().equals("stream"));
    assertThat(printed.parent()).isEqualTo(message);
    assertThat(printed.text("text")).isEqualTo("{b=2}");
    assertThat(client.receive(m -> m.type().equals("comm_msg")).text("data", "b")).isEqualTo("2");
    assertThat(client.receive(m -> m.type().equals("comm_close")).text("comm_id")).isEqualTo("c1");
  }

  @Test
  void carriesBytesBothWays() {
    client.run(
        IMPORT
            + "Comms.accept(\"pixels\", l -> l.onBuffers((said, buffers) ->"
            + " l.send(Map.of(\"n\", buffers.size()), List.of(buffers.get(1), buffers.get(0)))));");
    open("c1", "pixels", Map.of());
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    client.sendWith(
        List.of(all, new byte[0]), "comm_msg", Map.of("comm_id", "c1", "data", Map.of()));
    Received back = client.receive(m -> m.type().equals("comm_msg"));
    assertThat(back.content().at("/data/n").asInt()).isEqualTo(2);
    assertThat(back.buffers()).containsExactly(new byte[0], all);
  }

  @Test
  void saysWhatFailsInAListenerAndStays() {
    client.run(IMPORT + "Comms.accept(\"lab\", l -> { throw new RuntimeException(\"no\"); });");
    open("c1", "lab", Map.of());
    assertThat(client.receive(m -> m.type().equals("stream")).text("text")).contains("no");
    client.receive(m -> m.type().equals("comm_close"));
    assertThat(client.run("1").result()).isEqualTo("1");
  }

  @Test
  void findsWhatIsWrongInACellWhileAnotherRuns() {
    String cell = client.send(Channel.SHELL, "execute_request", cell("Thread.sleep(60_000);"));
    client.receive(m -> m.parent().equals(cell) && m.type().equals("execute_input"));
    open("c1", "broadsheet.check", Map.of());
    say("comm_msg", "c1", Map.of("code", "var xs = List.of(1);\nlen(xs)"));
    Received hinted = client.receive(m -> m.type().equals("comm_msg"));
    assertThat(hinted.content().at("/data/problems/0/hint").asText()).contains("xs.size()");
    say("comm_msg", "c1", Map.of("code", "int a = 1;\nString s = \"😀\" + nothing;"));
    Received answer = client.receive(m -> m.type().equals("comm_msg"));
    JsonNode problem = answer.content().at("/data/problems/0");
    assertThat(problem.path("message").asText()).contains("cannot find symbol");
    assertThat(problem.path("start").toString()).isEqualTo("{\"line\":1,\"column\":17}");
    assertThat(problem.path("end").toString()).isEqualTo("{\"line\":1,\"column\":24}");
    say("comm_msg", "c1", Map.of("code", "int a = 1;\n%mavem a:b:1\n/* open"));
    JsonNode both = client.receive(m -> m.type().equals("comm_msg")).content().at("/data/problems");
    assertThat(both.findValuesAsText("message"))
        .satisfiesExactly(
            magic -> assertThat(magic).contains("no magic %mavem", "%maven"),
            comment -> assertThat(comment).contains("no end"));
    say("comm_msg", "c1", Map.of());
    assertThat(client.receive(m -> m.type().equals("comm_msg")).text("data", "error"))
        .contains("needs \"code\"");
    client.send(Channel.CONTROL, "interrupt_request", Map.of());
    client.await(cell);
  }

  private String open(String id, String target, Map<String, Object> data) {
    return client.send(
        Channel.SHELL, "comm_open", Map.of("comm_id", id, "target_name", target, "data", data));
  }

  private String say(String type, String id, Map<String, Object> data) {
    return client.send(Channel.SHELL, type, Map.of("comm_id", id, "data", data));
  }

  private Map<String, String> open(Map<String, Object> question) {
    JsonNode comms = client.ask("comm_info_request", question).reply().content().path("comms");
    Map<String, String> targets = new java.util.LinkedHashMap<>();
    comms
        .fields()
        .forEachRemaining(e -> targets.put(e.getKey(), e.getValue().path("target_name").asText()));
    return targets;
  }
}
