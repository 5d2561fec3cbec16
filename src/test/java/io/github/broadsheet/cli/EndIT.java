package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a kernel ends, it ends soon, and what its cells have started ends with it. */
@DisabledOnOs(OS.WINDOWS)
class EndIT {
  private static final String CHILD =
      "new ProcessBuilder(\"sleep\", \"1000\").start();\n"
          + "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));";
  private static final String BUSY = "%%bash\necho on\nsleep 1000 & sleep 1000";

  @TempDir private Path folder = Path.of("");

  /** What makes a kernel end. */
  enum Cause {
    ORDER {
      @Override
      void happen(KernelProcess kernel) {
        kernel.client().send(Channel.CONTROL, "shutdown_request", Map.of("restart", false));
      }
    },
    SIGTERM {
      @Override
      void happen(KernelProcess kernel) throws IOException, InterruptedException {
        kernel.signal("TERM");
      }
    };

    abstract void happen(KernelProcess kernel) throws IOException, InterruptedException;
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void endsWithAllThatItStarted(Cause cause) throws IOException, InterruptedException {
    try (KernelProcess kernel = KernelProcess.start(folder)) {
      List<ProcessHandle> all = busy(kernel.client(), kernel.process().toHandle());
      long start = System.nanoTime();
      cause.happen(kernel);
      awaitEnd(all);
      tell(cause + ", busy, with a hook that never ends", start);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsWhenItsClientDies(boolean busy) throws IOException, InterruptedException {
    KernelProcess.Start start = KernelProcess.installed(folder);
    List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" & wait", "sh"));
    command.addAll(start.command());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JPY_PARENT_PID", "1");
    Process client = builder.redirectOutput(folder.resolve("out.txt").toFile()).start();
    try (TestClient connected = TestClient.connect(start.ports())) {
      ProcessHandle kernel = client.children().findFirst().orElseThrow();
      List<ProcessHandle> all = busy ? busy(connected, kernel) : List.of(kernel);
      long died = System.nanoTime();
      client.destroyForcibly();
      awaitEnd(all);
      tell("the client's death, " + (busy ? "busy" : "idle"), died);
    } finally {
      client.descendants().forEach(ProcessHandle::destroyForcibly);
      client.destroyForcibly();
    }
  }

  /** A kernel at work, and all processes that must end. */
  private static List<ProcessHandle> busy(TestClient client, ProcessHandle kernel) {
    assertThat(client.run(CHILD).status()).isEqualTo("ok");
    client.send(Channel.SHELL, "execute_request", Map.of("code", BUSY));
    client.receive(m -> m.type().equals("stream"));
    List<ProcessHandle> all = Stream.concat(Stream.of(kernel), kernel.descendants()).toList();
    assertThat(all).hasSize(5); // The kernel, a sleep, a shell, and its two.
    return all;
  }

  private static void awaitEnd(List<ProcessHandle> all) {
    CompletableFuture<?>[] ends =
        all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    assertThat(CompletableFuture.allOf(ends).orTimeout(60, TimeUnit.SECONDS))
        .describedAs("%s", all.stream().filter(ProcessHandle::isAlive).toList())
        .succeedsWithin(java.time.Duration.ofSeconds(60));
  }

  private static void tell(String cause, long start) {
    if (Boolean.getBoolean("figures")) {
      System.out.printf("%s: all gone after %.2f s%n", cause, (System.nanoTime() - start) / 1e9);
    }
  }
}
