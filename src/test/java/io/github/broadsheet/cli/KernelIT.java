package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KernelIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void servesAndEndsWhenItIsShutDown() throws IOException, InterruptedException {
    try (KernelProcess kernel = KernelProcess.start(folder)) {
      Answer answer = kernel.client().run("System.out.println(\"for the reader\"); 6 * 7");
      assertThat(answer.result()).isEqualTo("42");
      assertThat(answer.printed("stdout")).isEqualTo("for the reader\n");
      kernel.client().send(Channel.SHELL, "execute_request", Map.of("code", "while (true) {}"));
      kernel.client().send(Channel.CONTROL, "shutdown_request", Map.of("restart", false));
      kernel.client().receive(m -> m.type().equals("shutdown_reply"));
      assertThat(kernel.ends()).isTrue();
      assertThat(kernel.process().exitValue()).isZero();
      assertThat(Files.readString(kernel.out())).isEmpty();
    }
  }

  @Test
  void startsFromTheArchiveThatInstallRecorded() throws IOException {
    assumeTrue(
        String.valueOf(Main.class.getProtectionDomain().getCodeSource()).contains(".jar"),
        "Java archives the classes of a packaged program only (mvn verify)");
    Run installed = Run.of("install", "--prefix", folder.toString());
    assertThat(installed.err()).contains("starting the kernel once").doesNotContain("failed");
    Path spec = folder.resolve("share/jupyter/kernels/broadsheet");
    assertThat(Files.size(spec.resolve("classes.jsa"))).isGreaterThan(5_000_000);
    assertThat(spec.resolve("kernel.json")).content().contains("-XX:SharedArchiveFile=");
    try (KernelProcess kernel = KernelProcess.Start.in(folder).kernel()) {
      assertThat(kernel.client().run("6 * 7").result()).isEqualTo("42");
      assertThat(Files.readString(kernel.out())).isEmpty();
    }
    assertThat(Run.of("uninstall", "--prefix", folder.toString()).code()).isZero();
    assertThat(spec).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stopsTheCellOnSigint() throws IOException, InterruptedException {
    try (KernelProcess kernel = KernelProcess.start(folder)) {
      kernel.client().run("int keep = 42;");
      kernel.signal("INT");
      // Java hands a signal to a thread of its own, which may be late: it must not meet the loop.
      kernel.client().poll(m -> false, 1000);
      String id =
          kernel.client().send(Channel.SHELL, "execute_request", Map.of("code", "while (true) {}"));
      kernel.client().receive(m -> m.parent().equals(id) && m.type().equals("execute_input"));
      kernel.client().poll(m -> false, 300);
      kernel.signal("INT");
      assertThat(kernel.client().await(id).status()).isEqualTo("error");
      assertThat(kernel.client().run("keep").result()).isEqualTo("42");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void endsOnSigterm() throws IOException, InterruptedException {
    try (KernelProcess kernel = KernelProcess.start(folder)) {
      kernel.client().send(Channel.SHELL, "execute_request", Map.of("code", "while (true) {}"));
      kernel.signal("TERM");
      assertThat(kernel.ends()).isTrue();
    }
  }

  @Test
  void saysWhatIsWrongWithAConnectionFile() {
    Run run = Run.of("kernel", folder.resolve("none.json").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("none.json").contains("no such file");
  }
}
