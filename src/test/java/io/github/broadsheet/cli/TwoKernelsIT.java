package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient;
import io.github.broadsheet.protocol.TestClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two kernels at once, with one history and one archive. */
class TwoKernelsIT {
  private static final int ROUNDS = 5;
  private static final int PAPERS = 200;

  @TempDir private Path folder = Path.of("");

  @Test
  void keepTheirVariablesApartAndShareTheArchiveAndTheHistory() throws IOException {
    CompletableFuture<KernelProcess> started = CompletableFuture.supplyAsync(() -> start("one"));
    try (KernelProcess other = start("two");
        KernelProcess kernel = started.join()) {
      List<TestClient> clients = List.of(kernel.client(), other.client());
      List<String> sent = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        List<String> running = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
          sent.add(cell(i, round));
          running.add(send(clients.get(i), cell(i, round)));
        }
        for (int i = 0; i < clients.size(); i++) {
          assertThat(completions(clients.get(i), "Papers.arch")).contains("archive()");
          Answer answer = clients.get(i).await(running.get(i));
          assertThat(answer.reply().content().path("traceback")).isEmpty();
          assertThat(answer.result()).isEqualTo(i + " " + round);
          assertThat(answer.printed("stderr")).isEmpty();
        }
      }
      for (int i = 0; i < clients.size(); i++) {
        assertThat(clients.get(i).run("mine").result()).isEqualTo(i + " " + (ROUNDS - 1));
        assertThat(clients.get(i).run("Papers.archive().rowCount()").result())
            .isEqualTo("" + 2 * ROUNDS * PAPERS);
      }
      for (TestClient client : clients) {
        assertThat(history(client)).containsAll(sent);
      }
    }
  }

  private KernelProcess start(String name) {
    try {
      Path own = Files.createDirectories(folder.resolve(name));
      String home = folder.resolve("home").toString();
      return KernelProcess.installed(own).with(Map.of("BROADSHEET_HOME", home)).kernel();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Puts papers of its own into the archive while the other does so, too. */
  private static String cell(int kernel, int round) {
    return String.format(
        "var mine = \"%1$d %2$d\";\n"
            + "var made = Papers.generated(%3$d, %1$d * 100 + %2$d);\n"
            + "var ids = made.stringColumn(\"id\").map(id -> \"k%1$dr%2$d:\" + id).setName(\"id\");\n"
            + "Papers.keep(made.replaceColumn(\"id\", ids).removeColumns(\"source\"));\nmine",
        kernel, round, PAPERS);
  }

  private static String send(TestClient client, String code) {
    return client.send(
        Channel.SHELL, "execute_request", Map.of("code", code, "allow_stdin", false));
  }

  private static List<String> completions(TestClient client, String code) {
    Map<String, Object> question = Map.of("code", code, "cursor_pos", code.length());
    List<String> names = new ArrayList<>();
    JsonNode reply = client.ask("complete_request", question).reply().content();
    reply.path("matches").forEach(match -> names.add(match.asText()));
    return names;
  }

  private static Set<String> history(TestClient client) {
    Map<String, Object> question = Map.of("hist_access_type", "tail", "n", 100);
    Set<String> inputs = new HashSet<>();
    JsonNode reply = client.ask("history_request", question).reply().content();
    reply.path("history").forEach(row -> inputs.add(row.path(2).asText()));
    return inputs;
  }
}
