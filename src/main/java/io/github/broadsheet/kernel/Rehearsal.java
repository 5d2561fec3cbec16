package io.github.broadsheet.kernel;

import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.Client;
import io.github.broadsheet.protocol.ConnectionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A kernel process that serves a client over real sockets, for nobody, and ends: for a Java that
 * records which classes a kernel loads, from its start to its end.
 */
final class Rehearsal {
  private static final int PATIENCE_S = 120;

  /** Cells that load what the first cells of a notebook need. */
  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "int n = 1;\nvar all = List.of(1, 2).stream().map(i -> i + n).toList();\nall",
          "System.out.println(n)",
          "Papers.sample().where(about(\"agent\")).first(3)",
          "Trend.of(Papers.sample(), \"agent\").by(MONTH).plot()",
          "n / 0",
          "int n = \"no number\";");

  private Rehearsal() {}

  /**
   * Runs it.
   *
   * @param command starts a kernel with this connection file
   * @return whether it served to the end
   */
  static boolean run(Function<Path, List<String>> command)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("broadsheet-rehearsal");
    try {
      ConnectionFile place = ConnectionFile.onFreePorts();
      ProcessBuilder builder =
          new ProcessBuilder(command.apply(place.write(folder.resolve("connection.json"))))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      // What is run is not the reader's: it leaves nothing in the reader's history.
      builder.environment().put("BROADSHEET_HOME", folder.resolve("home").toString());
      builder.environment().put("BROADSHEET_OFFLINE", "1");
      // As a server on this machine does, whose end a kernel looks out for.
      builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
      return serve(builder.start(), place);
    } finally {
      delete(folder);
    }
  }

  private static boolean serve(Process process, ConnectionFile place) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    try (Client client = new Client(place, () -> process.isAlive() && System.nanoTime() < end)) {
      ask(client);
      return process.waitFor(PATIENCE_S, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // It ended too soon.
    } finally {
      process.destroyForcibly();
    }
  }

  private static void ask(Client client) throws IOException {
    client.ask(Channel.SHELL, "kernel_info_request", Map.of());
    client.ask(Channel.CONTROL, "kernel_info_request", Map.of());
    client.beat();
    for (String cell : CELLS) {
      client.ask(Channel.SHELL, "execute_request", Map.of("code", cell));
    }
    String code = "List.of(1, 2).stream().map(n -> n + 1).li";
    Map<String, Object> cursor = Map.of("code", code, "cursor_pos", code.length());
    for (String type : List.of("is_complete_request", "complete_request", "inspect_request")) {
      client.ask(Channel.SHELL, type, cursor);
    }
    client.ask(Channel.SHELL, "history_request", Map.of("hist_access_type", "tail", "n", 10));
    client.ask(Channel.CONTROL, "interrupt_request", Map.of());
    client.ask(Channel.CONTROL, "shutdown_request", Map.of("restart", false));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
