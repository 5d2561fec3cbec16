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
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A kernel process, started as its kernelspec says, and a client of it. */
record KernelProcess(Process process, TestClient client, Start start) implements AutoCloseable {
  /**
   * How to start one.
   *
   * @param folder where its kernelspec is, and where it leaves its files
   * @param java the JDK to use in place of that of the kernelspec
   * @param options more for Java
   */
  record Start(
      Path folder,
      Path java,
      List<String> options,
      Map<String, String> environment,
      ConnectionFile ports) {
    /** With the JDK that runs this test. */
    static Start in(Path folder) {
      return new Start(folder, Jdk.OF_TESTS, List.of(), Map.of(), TestClient.freePorts());
    }

    Start on(Path jdk) {
      return new Start(folder, jdk, options, environment, ports);
    }

    Start with(String... more) {
      return new Start(folder, java, List.of(more), environment, ports);
    }

    Start with(Map<String, String> variables) {
      return new Start(folder, java, options, variables, ports);
    }

    /** Starts a process; nobody has talked to it yet. */
    Process process() throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(command())
              .redirectOutput(folder.resolve("out.txt").toFile())
              .redirectError(folder.resolve("err.txt").toFile());
      builder.environment().putAll(environment);
      return builder.start();
    }

    /** The words by which Jupyter would start it. */
    List<String> command() throws IOException {
      Path connection = TestClient.write(ports, folder.resolve("connection.json"));
      List<String> command = new ArrayList<>(heedingInterrupts());
      int at = command.size();
      for (JsonNode argument : spec(folder).path("argv")) {
        command.add(argument.asText().replace("{connection_file}", connection.toString()));
      }
      command.set(at, java.resolve("bin").resolve("java").toString());
      command.addAll(at + 1, options);
      return command;
    }

    /** Starts a process and talks to it. */
    KernelProcess kernel() throws IOException {
      return new KernelProcess(process(), TestClient.connect(ports), this);
    }
  }

  static KernelProcess start(Path folder) throws IOException {
    return installed(folder).kernel();
  }

  /** How to start a kernel that has just been installed. */
  static Start installed(Path folder) {
    Run installed = Run.of("install", "--no-archive", "--prefix", folder.toString());
    assertThat(installed.code()).describedAs(installed.err()).isZero();
    return Start.in(folder);
  }

  private static JsonNode spec(Path folder) throws IOException {
    Path spec = folder.resolve("share/jupyter/kernels/broadsheet/kernel.json");
    return new ObjectMapper().readTree(Files.readString(spec));
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

  /** Starts another process in the place of this one, which has ended, for the same client. */
  KernelProcess next() throws IOException {
    Process another = start.process();
    client.greet();
    return new KernelProcess(another, client, start);
  }

  Path out() {
    return start.folder.resolve("out.txt");
  }

  String err() throws IOException {
    return Files.readString(start.folder.resolve("err.txt"));
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
