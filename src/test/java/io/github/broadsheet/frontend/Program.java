package io.github.broadsheet.frontend;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program, run as a user runs it. */
final class Program {
  /** How a command ended and what it said. */
  record Ended(int code, String text) {}

  private Program() {}

  static List<String> command(String... arguments) {
    Path jar = Frontend.jar();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-exports");
    command.add("jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED");
    command.add("-cp");
    command.add(jar + File.pathSeparator + jar.resolveSibling("lib") + "/*");
    command.add("io.github.broadsheet.cli.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  static Ended run(String... arguments) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), text);
  }

  /** Installs the kernel into a folder of its own and gives the folder for {@code JUPYTER_PATH}. */
  static Path installKernel(Path prefix) throws IOException, InterruptedException {
    Ended installed = run("install", "--prefix", prefix.toString());
    if (installed.code() != 0) {
      throw new IllegalStateException("broadsheet install failed: " + installed.text());
    }
    return prefix.resolve("share/jupyter");
  }
}
