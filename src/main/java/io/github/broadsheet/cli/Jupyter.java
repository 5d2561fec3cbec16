package io.github.broadsheet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.broadsheet.kernel.JupyterData;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The Jupyter of this machine.
 *
 * @param command the program {@code jupyter}; empty if it is not on the PATH
 * @param dataFolders where it looks for kernels, in order
 */
record Jupyter(Optional<Path> command, List<Path> dataFolders) {
  private static final long PATIENCE_SECONDS = 20;

  Jupyter {
    dataFolders = List.copyOf(dataFolders);
  }

  /** Looks on the PATH, and asks Jupyter itself where it keeps its data. */
  static Jupyter find(Map<String, String> environment) {
    Optional<Path> command = onPath("jupyter", environment.getOrDefault("PATH", ""));
    Optional<List<Path>> told =
        command.flatMap(path -> output(path, "--paths", "--json")).flatMap(Jupyter::dataFolders);
    return new Jupyter(command, told.orElseGet(() -> usualFolders(environment)));
  }

  /** What is installed, such as {@code jupyterlab 4.6.0}. */
  List<String> versions() {
    List<String> versions = new ArrayList<>();
    command
        .flatMap(path -> output(path, "--version"))
        .ifPresent(
            text ->
                text.lines()
                    .filter(line -> line.matches("\\S+\\s*: \\d.*"))
                    .forEach(line -> versions.add(line.replaceFirst("\\s*: ", " ").strip())));
    return versions;
  }

  /** The file that describes a kernel. */
  Optional<Path> kernelFile(String name) {
    return dataFolders.stream()
        .map(folder -> folder.resolve("kernels").resolve(name).resolve("kernel.json"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Optional<Path> onPath(String program, String path) {
    for (String folder : path.split(File.pathSeparator, -1)) {
      for (String name : List.of(program, program + ".exe")) {
        Path file = Path.of(folder.isEmpty() ? "." : folder).resolve(name);
        if (Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<List<Path>> dataFolders(String json) {
    try {
      List<Path> folders = new ArrayList<>();
      new ObjectMapper()
          .readTree(json)
          .path("data")
          .forEach(folder -> folders.add(Path.of(folder.asText())));
      return folders.isEmpty() ? Optional.empty() : Optional.of(folders);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static List<Path> usualFolders(Map<String, String> environment) {
    List<Path> folders = new ArrayList<>();
    for (String folder : environment.getOrDefault("JUPYTER_PATH", "").split(File.pathSeparator)) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder));
      }
    }
    folders.add(JupyterData.ofUser());
    folders.add(JupyterData.ofPrefix(Path.of("/usr/local")));
    folders.add(JupyterData.ofPrefix(Path.of("/usr")));
    return folders;
  }

  // What the program prints; empty if it fails or takes too long.
  private static Optional<String> output(Path program, String... args) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(new File(nowhere())))
              .start();
      CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> read(process));
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return process.exitValue() == 0 ? Optional.of(text.join()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static String nowhere() {
    return File.separatorChar == '\\' ? "NUL" : "/dev/null";
  }
}
