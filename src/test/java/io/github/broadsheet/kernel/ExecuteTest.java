package io.github.broadsheet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient.Answer;
import io.github.broadsheet.protocol.TestClient.Received;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecuteTest extends KernelTestBase {
  @Test
  void givesTheValueOfTheLastExpression() {
    Answer answer = client.run("int a = 40;\na + 2");
    assertThat(answer.status()).isEqualTo("ok");
    assertThat(answer.result()).isEqualTo("42");
    assertThat(answer.types())
        .containsExactly("status", "execute_input", "execute_result", "status");
    assertThat(answer.reply().content().path("execution_count").asInt()).isEqualTo(1);
    assertThat(client.run("a").reply().content().path("execution_count").asInt()).isEqualTo(2);
  }

  @Test
  void saysNothingOfASilentCell() {
    client.run("1");
    Answer answer = client.ask("execute_request", cell("System.out.println(1); 2", "silent", true));
    assertThat(answer.types()).containsExactly("status", "status");
    assertThat(answer.status()).isEqualTo("ok");
    assertThat(client.run("3").reply().content().path("execution_count").asInt()).isEqualTo(2);
  }

  @Test
  void doesNotCountWhatIsNotKept() {
    client.run("1");
    Answer answer = client.ask("execute_request", cell("1 + 1", "store_history", false));
    assertThat(answer.result()).isEqualTo("2");
    assertThat(client.run("3").reply().content().path("execution_count").asInt()).isEqualTo(2);
  }

  @Test
  void doesNotCountAnEmptyCell() {
    assertThat(client.run(" \n").status()).isEqualTo("ok");
    assertThat(client.run("1").reply().content().path("execution_count").asInt()).isEqualTo(1);
  }

  @Test
  void evaluatesUserExpressions() {
    Answer answer =
        client.ask(
            "execute_request",
            cell("int a = 1;", "user_expressions", Map.of("good", "a + 1", "bad", "nothing")));
    JsonNode values = answer.reply().content().path("user_expressions");
    assertThat(values.at("/good/status").asText()).isEqualTo("ok");
    assertThat(values.at("/good/data/text~1plain").asText()).isEqualTo("2");
    assertThat(values.at("/bad/status").asText()).isEqualTo("error");
    assertThat(values.at("/bad/ename").asText()).isNotEmpty();
  }

  @Test
  void anExceptionThatThrowsWhenItIsReadCostsItsCellOnly() {
    Answer answer =
        client.run(
            "class Trap extends RuntimeException { public String getMessage() { throw this; } }\n"
                + "throw new Trap();");
    assertThat(answer.reply().text("ename")).isEqualTo("Trap");
    assertThat(answer.reply().text("evalue")).isEqualTo("(its message cannot be read: Trap)");
    assertThat(client.run("1 + 1").result()).isEqualTo("2");
  }

  @Test
  void keepsNoValueOfWhatIsNotCounted() {
    client.run("40 + 1");
    client.ask("execute_request", cell("7", "store_history", false));
    client.ask("execute_request", cell("8", "silent", true));
    client.ask("execute_request", cell("int n = 1;", "user_expressions", Map.of("a", "n + 1")));
    assertThat(client.run("out().toString() + $1").result()).isEqualTo("4141");
    assertThat(client.run("out(0)").status()).isEqualTo("error");
  }

  @Test
  void leavesAConsoleAtItsReadersWish() {
    for (String code : List.of("exit", "quit", "exit();", " quit ")) {
      JsonNode payload = client.run(code).reply().content().path("payload");
      assertThat(payload.at("/0/source").asText()).as(code).isEqualTo("ask_exit");
    }
    assertThat(client.run("1").reply().content().path("payload")).isEmpty();
    client.run("int exit = 3;");
    assertThat(client.run("exit").result()).isEqualTo("3");
  }

  @Test
  void showsDocumentationInThePager() {
    client.run("String word = \"text\";");
    JsonNode payload = client.run("String.valueOf?").reply().content().path("payload");
    assertThat(payload.at("/0/source").asText()).isEqualTo("page");
    assertThat(payload.at("/0/data/text~1plain").asText()).contains("valueOf");
    assertThat(client.run("?word").reply().content().at("/payload/0/data/text~1plain").asText())
        .contains("word");
    assertThat(client.run("nothing?").reply().content().at("/payload/0/data").toString())
        .contains("Nothing is known of nothing");
    assertThat(client.run("word == null ? 1 : 2").result()).isEqualTo("2");
  }

  @Test
  void notesTheListingsBesideEachValue() {
    assertThat(client.run("1").of("execute_result").get(0).content().path("metadata")).isEmpty();
    Received shown = client.run("Papers.sample().rowCount()").of("execute_result").get(0);
    JsonNode listing = shown.content().at("/metadata/broadsheet/listings/0");
    assertThat(listing.path("papers").asInt()).isEqualTo(41);
    assertThat(listing.path("sources").toString()).isEqualTo("[\"sample\"]");
    assertThat(shown.content().at("/metadata/broadsheet/started").asText()).endsWith("Z");
  }

  @Test
  void bringsTheChartsToLifeAgainWhenTheirCellIsRunAgain() {
    String chart = "Trend.of(Papers.sample(), \"agent\").plot()";
    assertThat(carriers(client.run(chart))).isEqualTo(1);
    assertThat(carriers(client.run("// another\n" + chart))).isZero();
    assertThat(carriers(client.run(chart))).isEqualTo(1);
  }

  private static long carriers(Answer answer) {
    return answer.published().stream()
        .filter(m -> m.content().toString().length() > 300_000)
        .count();
  }

  @Test
  void saysTheSameOfAnErrorInTheReplyAndToAll() {
    for (String code : List.of("int x = \"text\";", "throw new java.io.IOException(\"gone\");")) {
      Answer answer = client.run(code);
      assertThat(answer.status()).isEqualTo("error");
      Received error = answer.of("error").get(0);
      for (String field : List.of("ename", "evalue", "traceback")) {
        assertThat(answer.reply().content().path(field)).isEqualTo(error.content().path(field));
        assertThat(error.content().path(field).isMissingNode()).isFalse();
      }
    }
    assertThat(client.run("throw new java.io.IOException(\"gone\");").reply().text("evalue"))
        .isEqualTo("gone");
  }

  @Test
  void abortsWhatWaitsBehindAnError() {
    String failing = send("Thread.sleep(300); throw new RuntimeException(\"x\");");
    String first = send("1");
    String second = send("2");
    assertThat(client.await(failing).status()).isEqualTo("error");
    Answer aborted = client.await(first);
    assertThat(aborted.status()).isEqualTo("aborted");
    assertThat(aborted.types()).containsExactly("status", "status");
    assertThat(client.await(second).status()).isEqualTo("aborted");
    assertThat(client.run("3").result()).isEqualTo("3");
  }

  @Test
  void runsWhatWaitsBehindAnErrorIfAskedTo() {
    String failing =
        client.send(
            Channel.SHELL,
            "execute_request",
            cell("Thread.sleep(300); throw new RuntimeException(\"x\");", "stop_on_error", false));
    String next = send("1");
    assertThat(client.await(failing).status()).isEqualTo("error");
    assertThat(client.await(next).status()).isEqualTo("ok");
  }

  @Test
  void survivesAValueThatCannotBeShown() {
    client.run("class Deep { public String toString() { return toString() + 1; } }");
    assertThat(client.run("new Deep()").status()).isEqualTo("error");
    assertThat(client.run("1").result()).isEqualTo("1");
  }

  @Test
  void keepsAVariableThatAnotherCellWasMadeFrom() {
    client.run("String day = \"2026-11-23\";");
    client.run("var month = day.substring(0, 7);");
    client.run("String day = \"2026-12-01\";");
    assertThat(client.run("day + \" \" + month").result()).contains("2026-12-01 2026-11");
  }

  private String send(String code) {
    return client.send(Channel.SHELL, "execute_request", cell(code));
  }
}
