package io.github.broadsheet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.magic.Jar;
import io.github.broadsheet.protocol.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTest extends KernelTestBase {
  @Test
  void completesBehindCharactersThatJavaCountsTwice() {
    String code = "String s = \"😀😀\"; s.toUpperC";
    JsonNode reply = ask("complete_request", code);
    assertThat(texts(reply)).contains("toUpperCase(");
    int length = code.codePointCount(0, code.length());
    assertThat(reply.path("cursor_end").asInt()).isEqualTo(length);
    assertThat(reply.path("cursor_start").asInt()).isEqualTo(length - "toUpperC".length());
    JsonNode typed = reply.at("/metadata/_jupyter_types_experimental/0");
    assertThat(typed.path("text").asText()).isEqualTo("toUpperCase(");
    assertThat(typed.path("type").asText()).isEqualTo("function");
    assertThat(typed.path("signature").asText()).contains("(").contains("String");
    assertThat(typed.path("end").asInt()).isEqualTo(length);
  }

  @Test
  void completesWithWhatEarlierCellsDeclared() {
    client.run("var weekly = List.of(1);");
    assertThat(texts(ask("complete_request", "week"))).contains("weekly");
    assertThat(texts(ask("complete_request", "weekly.strea"))).contains("stream()");
  }

  @Test
  void completesTheNamesOfMagics() {
    JsonNode reply = ask("complete_request", "int a = 1;\n%ma");
    assertThat(texts(reply)).containsExactly("%maven", "%mavenRepo");
    assertThat(reply.path("cursor_start").asInt()).isEqualTo("int a = 1;\n".length());
    assertThat(texts(ask("complete_request", "%"))).contains("%time", "%%time");
  }

  @Test
  void completesStringsWithWhatALibraryBrings(@TempDir Path folder) throws IOException {
    Jar.classes(
        folder,
        "lab.Greeting",
        """
        package lab;
        import io.github.broadsheet.extension.*;
        import java.util.List;
        public class Greeting implements Extension {
          public List<LiteralCompleter> literalCompleters() {
            return List.of(l -> List.of(new LiteralCompleter.Suggestion("hello", "a greeting")));
          }
        }
        """);
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("io.github.broadsheet.extension.Extension"), "lab.Greeting");
    client.run("%jars \"" + folder + "\"");
    assertThat(texts(ask("complete_request", "System.getenv(\"he"))).contains("hello");
  }

  @Test
  void inspectsInThreeForms() {
    JsonNode reply = ask("inspect_request", "String.valueOf(");
    assertThat(reply.path("found").asBoolean()).isTrue();
    assertThat(reply.path("data").path("text/plain").asText()).contains("valueOf");
    assertThat(reply.path("data").path("text/html").asText()).contains("<");
    assertThat(reply.path("data").path("text/markdown").asText()).contains("valueOf");
  }

  @Test
  void explainsMagics() {
    JsonNode reply = ask("inspect_request", "int a = 1;\n%mav");
    assertThat(reply.path("found").asBoolean()).isFalse();
    reply = ask("inspect_request", "int a = 1;\n%maven org.example:tools:1");
    assertThat(reply.at("/data/text~1plain").asText()).startsWith("%maven G:A:V…");
    assertThat(reply.at("/data/text~1html").asText()).contains("<code>%maven");
  }

  @Test
  void saysThatItKnowsNothing() {
    JsonNode reply = ask("inspect_request", "  ");
    assertThat(reply.path("status").asText()).isEqualTo("ok");
    assertThat(reply.path("found").asBoolean()).isFalse();
    assertThat(reply.path("data").size()).isZero();
  }

  @Test
  void tellsApartWhatIsCompleteIncompleteAndInvalid() {
    assertThat(completeness("int a = 1;")).isEqualTo("complete");
    assertThat(completeness("1 + 1")).isEqualTo("complete");
    assertThat(completeness("for (int i = 0; i < 3; i++) {")).isEqualTo("incomplete");
    assertThat(completeness("int x = ;")).isEqualTo("invalid");
    assertThat(ask("is_complete_request", "void m() {").path("indent").asText()).isNotEmpty();
  }

  @Test
  void answersWhileACellRuns() {
    client.run("String word = \"text\";");
    String id = client.send(Channel.SHELL, "execute_request", cell("Thread.sleep(60_000);"));
    client.receive(m -> m.parent().equals(id) && m.type().equals("execute_input"));
    assertThat(texts(ask("complete_request", "word.leng"))).contains("length()");
    assertThat(ask("inspect_request", "word").path("found").asBoolean()).isTrue();
    assertThat(completeness("1 +")).isEqualTo("incomplete");
    client.send(Channel.CONTROL, "interrupt_request", Map.of());
    assertThat(client.await(id).status()).isEqualTo("error");
  }

  private String completeness(String code) {
    return ask("is_complete_request", code).path("status").asText();
  }

  private JsonNode ask(String type, String code) {
    Map<String, Object> content =
        Map.of(
            "code", code, "cursor_pos", code.codePointCount(0, code.length()), "detail_level", 0);
    JsonNode reply = client.ask(type, content).reply().content();
    assertThat(reply.path("evalue").asText()).isEmpty();
    return reply;
  }

  private static List<String> texts(JsonNode reply) {
    List<String> texts = new ArrayList<>();
    reply.path("matches").forEach(match -> texts.add(match.asText()));
    return texts;
  }
}
