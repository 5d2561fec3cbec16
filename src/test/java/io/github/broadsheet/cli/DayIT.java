package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient;
import io.github.broadsheet.protocol.TestClient.Answer;
import io.github.broadsheet.protocol.TestClient.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day with one notebook: cells of many kinds, restarts, crashes and interrupts, with nothing
 * lost. {@code -Dday=full}: 5,000 cells, 50 restarts, 500 interrupts, and the figures are printed.
 */
@DisabledOnOs(OS.WINDOWS)
class DayIT {
  private static final boolean FULL = "full".equals(System.getProperty("day"));
  private static final int CELLS = FULL ? 5_000 : 100;
  private static final int RESTARTS = FULL ? 50 : 2;
  private static final int INTERRUPTS = FULL ? 500 : 10;
  private static final String STATE =
      "System.gc(); Thread.getAllStackTraces().size() + \" threads, \" + (Runtime.getRuntime()"
          + ".totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000 + \" MB of heap\"";

  @TempDir private Path folder = Path.of("");

  private final Random random = new Random(20261124);
  private final DayCells cells = new DayCells(random);
  private final Map<String, String> late = new LinkedHashMap<>();
  private final List<String> kept = new ArrayList<>();
  private final List<Long> cellNanos = new ArrayList<>();
  private final List<Long> interruptNanos = new ArrayList<>();
  private @Nullable KernelProcess running;
  private int count;
  private int ran;
  private int messages;

  @Test
  void nothingIsLostInALongDay() throws IOException, InterruptedException {
    running =
        KernelProcess.installed(folder)
            .with(Map.of("BROADSHEET_HOME", folder.resolve("home").toString()))
            .kernel();
    try {
      begin();
      // Half of the cells in the last session, which becomes long.
      for (int restart = 0; restart < RESTARTS; restart++) {
        work(CELLS / 2 / RESTARTS, INTERRUPTS / 2 / RESTARTS);
        restart(restart);
      }
      String before = state();
      cellNanos.clear();
      work(CELLS - ran, INTERRUPTS - interruptNanos.size());
      assertThat(inputs("tail", kept.size() + 1)).isEqualTo(kept);
      if (FULL) {
        report(before, state());
      }
      assertThat(kernel().err()).doesNotContain("SEVERE");
    } finally {
      kernel().close();
    }
  }

  private void begin() {
    count = 0;
    run(cells.first());
  }

  private void work(int cellsToRun, int interrupts) {
    for (int i = 0; i < cellsToRun; i++) {
      run(cells.next());
      ran++;
      if (random.nextInt(cellsToRun) < interrupts) {
        run(cells.endless());
      }
      if (random.nextInt(20) == 0) {
        failWithCellsBehind();
      }
    }
    run(cells.everything());
    accountForAll();
  }

  private KernelProcess kernel() {
    return Objects.requireNonNull(running);
  }

  private TestClient client() {
    return kernel().client();
  }

  private void run(DayCell cell) {
    long start = System.nanoTime();
    String id = send(cell);
    if (cell.interrupt()) {
      interrupt(id);
    }
    Answer answer = client().await(id);
    (cell.interrupt() ? interruptNanos : cellNanos).add(System.nanoTime() - start);
    check(cell, id, answer);
  }

  private String send(DayCell cell) {
    Map<String, Object> content = new LinkedHashMap<>(cell.fields());
    content.put("code", cell.code());
    content.put("allow_stdin", false);
    if (cell.counted() && !cell.code().isEmpty()) {
      count++;
      kept.add(cell.code());
    }
    return client().send(Channel.SHELL, "execute_request", content);
  }

  private void interrupt(String id) {
    client().receive(m -> m.parent().equals(id) && m.type().equals("execute_input"));
    if (random.nextBoolean()) {
      Received on = client().receive(m -> m.parent().equals(id) && m.type().equals("stream"));
      assertThat(on.text("text")).isEqualTo("on");
    }
    client().poll(m -> false, random.nextInt(30));
    String order = client().send(Channel.CONTROL, "interrupt_request", Map.of());
    Received reply = client().receive(m -> m.parent().equals(order) && m.type().endsWith("_reply"));
    assertThat(reply.text("status")).isEqualTo("ok");
    await(order, "busy");
    await(order, "idle");
  }

  private void await(String id, String state) {
    client().receive(m -> m.parent().equals(id) && m.text("execution_state").equals(state));
  }

  private void check(DayCell cell, String id, Answer answer) {
    String about = cell.code() + "\n" + answer;
    messages += answer.published().size() + 1;
    assertThat(answer.status()).as(about).isEqualTo(cell.error() == null ? "ok" : "error");
    assertThat(answer.reply().content().path("execution_count").asInt()).as(about).isEqualTo(count);
    JsonNode expressions = answer.reply().content().path("user_expressions");
    expressions.forEach(e -> assertThat(e.path("status").asText()).as(about).isEqualTo("ok"));
    String out = answer.printed("stdout");
    if (!cell.late().isEmpty() && !out.endsWith(cell.late())) {
      late.put(id, cell.late());
    } else if (!cell.interrupt()) {
      assertThat(out).as(about).isEqualTo(cell.out() + cell.late());
    }
    assertThat(answer.printed("stderr")).as(about).isEqualTo(cell.err());
    assertThat(texts(answer, "execute_result"))
        .as(about)
        .isEqualTo(cell.result() == null ? List.of() : List.of(cell.result()));
    assertThat(texts(answer, "display_data")).as(about).isEqualTo(cell.shown());
    assertThat(texts(answer, "update_display_data")).as(about).isEqualTo(cell.updated());
    assertThat(answer.of("error").stream().map(m -> m.text("ename")))
        .as(about)
        .isEqualTo(cell.error() == null ? List.of() : List.of(cell.error()));
    assertThat(answer.types().get(0)).as(about).isEqualTo("status");
    assertThat(answer.of("status")).as(about).hasSizeGreaterThanOrEqualTo(2);
  }

  private static List<String> texts(Answer answer, String type) {
    return answer.of(type).stream().map(m -> m.text("data", "text/plain")).toList();
  }

  private void failWithCellsBehind() {
    DayCell failing = DayCell.of("Thread.sleep(60); throw new java.io.IOException(\"x\");");
    String first = send(failing.fails("java.io.IOException"));
    List<String> behind =
        List.of(
            client().send(Channel.SHELL, "execute_request", Map.of("code", "1")),
            client().send(Channel.SHELL, "execute_request", Map.of("code", "2")));
    check(failing.fails("java.io.IOException"), first, client().await(first));
    for (String id : behind) {
      assertThat(client().await(id).status()).isEqualTo("aborted");
    }
  }

  /** What threads printed later has come, to its own cell; and nothing came that is nobody's. */
  private void accountForAll() {
    late.forEach(
        (id, text) -> {
          Received stream =
              client().receive(m -> m.parent().equals(id) && m.type().equals("stream"));
          assertThat(stream.text("text")).isEqualTo(text);
          messages++;
        });
    late.clear();
    assertThat(client().unread(100)).isEmpty();
  }

  private void restart(int number) throws IOException, InterruptedException {
    List<String> last = kept.subList(kept.size() - 1, kept.size());
    if (number % 3 == 0) {
      client().send(Channel.SHELL, "execute_request", Map.of("code", "while (true) {}"));
      kept.add("while (true) {}");
      last = kept.subList(kept.size() - 1, kept.size());
      client().receive(m -> m.type().equals("execute_input"));
    }
    if (number % 5 == 4) {
      kernel().process().destroyForcibly();
    } else {
      client().send(Channel.CONTROL, "shutdown_request", Map.of("restart", true));
      client().receive(m -> m.type().equals("shutdown_reply") && m.channel() == Channel.CONTROL);
    }
    assertThat(kernel().ends()).isTrue();
    assertThat(Files.readString(kernel().out())).isEmpty();
    assertThat(kernel().err()).doesNotContain("SEVERE");
    running = kernel().next();
    assertThat(inputs("tail", 1)).isEqualTo(last);
    begin();
  }

  private List<String> inputs(String kind, int n) {
    Map<String, Object> question = Map.of("hist_access_type", kind, "n", n);
    List<String> inputs = new ArrayList<>();
    JsonNode reply = client().ask("history_request", question).reply().content();
    reply.path("history").forEach(row -> inputs.add(row.path(2).asText()));
    return inputs;
  }

  private String state() throws IOException {
    Answer answer = client().ask("execute_request", Map.of("code", STATE, "store_history", false));
    Path status = Path.of("/proc/" + kernel().process().pid() + "/status");
    String rss =
        Files.exists(status)
            ? Files.readAllLines(status).stream().filter(l -> l.startsWith("VmRSS")).toList() + ""
            : "";
    return answer.result() + " " + rss.replaceAll("\\s+", " ");
  }

  private void report(String before, String after) {
    System.out.printf(
        "%d cells, %d restarts, %d interrupts, %d messages checked%n",
        ran, RESTARTS, interruptNanos.size(), messages);
    System.out.printf(
        "the last session, of %d cells: before %s; after %s%n", cellNanos.size(), before, after);
    int end = cellNanos.size();
    System.out.printf(
        "its cells: median %.1f ms in the first hundred, %.1f ms in the last; interrupts: median"
            + " %.0f ms, longest %.0f ms%n",
        median(cellNanos.subList(0, 100)),
        median(cellNanos.subList(end - 100, end)),
        median(interruptNanos),
        interruptNanos.stream().mapToLong(n -> n).max().orElse(0) / 1e6);
  }

  private static double median(List<Long> nanos) {
    return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
  }
}
