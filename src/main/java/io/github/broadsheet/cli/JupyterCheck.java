package io.github.broadsheet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.broadsheet.kernel.Kernelspec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether notebooks can be opened in Jupyter, with our kernel. */
final class JupyterCheck {
  private final Jupyter jupyter;

  JupyterCheck(Jupyter jupyter) {
    this.jupyter = jupyter;
  }

  Finding installed() {
    if (jupyter.command().isEmpty()) {
      return Finding.note(
          "Jupyter",
          "not found on the PATH",
          "broadsheet run works without. To open notebooks: pip install jupyterlab");
    }
    List<String> versions = jupyter.versions();
    String state =
        versions.isEmpty()
            ? jupyter.command().get() + ", which does not tell its version"
            : String.join(", ", versions);
    return Finding.fine("Jupyter", state);
  }

  Finding kernel() {
    Optional<Path> file = jupyter.kernelFile(Kernelspec.NAME);
    if (file.isEmpty()) {
      return Finding.note("Kernel", "not installed", "Install it with: broadsheet install");
    }
    try {
      JsonNode spec = new ObjectMapper().readTree(Files.readAllBytes(file.get()));
      String java = spec.path("argv").path(0).asText("");
      if (java.isEmpty() || (java.contains("/") && !Files.isExecutable(Path.of(java)))) {
        return broken(file.get(), "starts \"" + java + "\", which is not there");
      }
      for (JsonNode argument : spec.path("argv")) {
        for (String part : argument.asText().split(File.pathSeparator)) {
          if (part.endsWith(".jar") && Path.of(part).isAbsolute() && !Files.exists(Path.of(part))) {
            return broken(file.get(), "needs " + part + ", which is not there");
          }
        }
      }
      return Finding.fine("Kernel", file.get().toString());
    } catch (IOException e) {
      return broken(file.get(), "cannot be read: " + e.getMessage());
    }
  }

  private static Finding broken(Path file, String why) {
    return Finding.note("Kernel", file + " " + why, "Install it again: broadsheet install");
  }
}
