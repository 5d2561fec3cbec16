package io.github.broadsheet.frontend;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What this machine has of the front-ends, and what a test does without one. */
final class Frontend {
  static final Path ROOT = Path.of(System.getProperty("broadsheet.root", "..")).toAbsolutePath();
  static final Path PICTURES = ROOT.resolve("src/target/pictures");
  static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  static final Path PYTHON = Path.of("/usr/bin/python3");
  static final Path LAB =
      Path.of(System.getProperty("jupyterlab", ROOT.resolve(".jupyterlab").toString()));

  private Frontend() {}

  static void needChromium() {
    need("Chromium", Files.isExecutable(CHROMIUM), "apt-get install chromium fonts-dejavu-core");
  }

  static void needPython(String module, String debianPackage) {
    need(
        "Python's " + module,
        Files.isExecutable(PYTHON) && succeeds(PYTHON.toString(), "-c", "import " + module),
        "apt-get install " + debianPackage);
  }

  /** JupyterLab and what it takes to look at it. */
  static void needLab() {
    needProgram();
    needChromium();
    needPython("jupyterlab_server", "python3-jupyterlab-server python3-jupyter-server");
    need(
        "JupyterLab", Files.exists(LAB.resolve("build/bundle.js")), "src/test/jupyterlab/setup.sh");
  }

  static void needProgram() {
    need("The packaged program", Files.exists(jar()), "mvn verify (it packages before it tests)");
  }

  static Path jar() {
    return ROOT.resolve("src/target/broadsheet.jar");
  }

  /** Skips the test by name where something is not installed; fails it where all is required. */
  private static void need(String what, boolean present, String remedy) {
    if (present) {
      return;
    }
    String message = what + " is not here. To run this test: " + remedy;
    if (System.getProperty("frontends", "optional").equals("required")) {
      fail(message);
    }
    abort(message);
  }

  private static boolean succeeds(String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
