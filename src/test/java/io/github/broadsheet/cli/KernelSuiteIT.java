package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel before Jupyter's own test suite and its own client. */
class KernelSuiteIT {
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir private Path folder = Path.of("");

  @Test
  void passesTheSuiteOfJupyter() throws IOException, InterruptedException {
    needSuite();
    assertThat(Run.of("install", "--no-archive", "--prefix", folder.toString()).code()).isZero();
    passes(folder);
  }

  /** The kernel that is installed in a folder passes. */
  static void passes(Path folder) throws IOException, InterruptedException {
    Path suite = folder.resolve("kernel_suite.py");
    try (InputStream source = KernelSuiteIT.class.getResourceAsStream("kernel_suite.py")) {
      Files.copy(Objects.requireNonNull(source), suite);
    }
    ProcessBuilder python = new ProcessBuilder(PYTHON, suite.toString()).redirectErrorStream(true);
    python.environment().put("JUPYTER_PATH", folder.resolve("share/jupyter").toString());
    // Its search for cells counts what earlier sessions ran, too.
    python.environment().put("BROADSHEET_HOME", folder.resolve("home").toString());
    Process process = python.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).describedAs(said).isZero();
    assertThat(said).containsPattern("(?m)^OK$");
  }

  static void needSuite() throws IOException, InterruptedException {
    boolean there =
        Files.isExecutable(Path.of(PYTHON))
            && new ProcessBuilder(PYTHON, "-c", "import jupyter_kernel_test").start().waitFor()
                == 0;
    if ("required".equals(System.getProperty("frontends"))) {
      assertThat(there).describedAs("jupyter_kernel_test for " + PYTHON).isTrue();
    }
    assumeTrue(
        there,
        "jupyter_kernel_test is not installed for " + PYTHON + " (python3-jupyter-kernel-test)");
  }
}
