package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.broadsheet.protocol.ConnectionFile;
import io.github.broadsheet.protocol.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A kernel process, started as its kernelspec says, and a client of it. */
record KernelProcess(Process process, TestClient client, Path out) implements AutoCloseable {
  static KernelProcess start(Path folder) throws IOException {
    Run installed = Run.of("install", "--no-archive", "--prefix", folder.toString());
    assertThat(installed.code()).describedAs(installed.err()).isZero();
    return startInstalled(folder);
  }

  static KernelProcess startInstalled(Path folder) throws IOException {
    Path spec = folder.resolve("share/jupyter/kernels/broadsheet/kernel.json");
    ConnectionFile ports = TestClient.freePorts();
    Path connection = TestClient.write(ports, folder.resolve("connection.json"));
    List<String> command = new ArrayList<>(heedingInterrupts());
    for (JsonNode argument : new ObjectMapper().readTree(Files.readString(spec)).path("argv")) {
      command.add(argument.asText().replace("{connection_file}", connection.toString()));
    }
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    return new KernelProcess(process, TestClient.connect(ports), out);
  }

  /**
   * A build in the background ignores SIGINT, and what it starts does so too, for ever, unless
   * GNU's env says otherwise.
   */
  private static List<String> heedingInterrupts() {
    List<String> heeding = List.of("env", "--default-signal=INT");
    try {
      List<String> probe = new ArrayList<>(heeding);
      probe.add("true");
      return new ProcessBuilder(probe).start().waitFor() == 0 ? heeding : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  void signal(String name) throws IOException, InterruptedException {
    String pid = String.valueOf(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  boolean ends() throws InterruptedException {
    return process.waitFor(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    client.close();
    process.destroyForcibly();
  }
}
