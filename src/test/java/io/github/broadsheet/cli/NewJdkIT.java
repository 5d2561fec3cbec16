package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program on a JDK 20 or later, where there is one; the other tests run on another.
 */
@DisabledOnOs(OS.WINDOWS)
class NewJdkIT {
  private static final Path ROOT = Path.of(System.getProperty("broadsheet.root", ".."));

  @TempDir private Path folder = Path.of("");
  private Path jdk = Jdk.OF_TESTS;

  @BeforeEach
  void findJdk() {
    jdk = Jdk.ofAnotherStop();
  }

  @Test
  void servesFromItsArchiveAndPassesTheSuiteOfJupyter() throws IOException, InterruptedException {
    program("install", "--prefix", folder.toString());
    Path spec = folder.resolve("share/jupyter/kernels/broadsheet");
    assertThat(Files.size(spec.resolve("classes.jsa"))).isGreaterThan(5_000_000);
    assertThat(spec.resolve("kernel.json")).content().contains(jdk.toString());
    try (KernelProcess kernel = KernelProcess.Start.in(folder).on(jdk).kernel()) {
      assertThat(kernel.client().run("Runtime.version().feature()").result())
          .isEqualTo("" + Jdk.release(jdk));
      assertThat(kernel.client().run("Papers.sample().rowCount()").result()).isEqualTo("41");
      assertThat(Files.readString(kernel.out())).isEmpty();
      assertThat(kernel.err()).isEmpty();
    }
    KernelSuiteIT.needSuite();
    KernelSuiteIT.passes(folder);
  }

  @Test
  void runsTheTour() throws IOException, InterruptedException {
    Path executed = folder.resolve("tour.ipynb");
    program(
        "run", ROOT.resolve("notebooks/tour.ipynb").toAbsolutePath().toString(),
        "-o", executed.toString());
    assertThat(executed).content().contains("text/html").doesNotContain("\"ename\"");
  }

  private void program(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ROOT.resolve("broadsheet").toAbsolutePath().toString());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", jdk.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).describedAs(said).isZero();
    assertThat(said).doesNotContain("WARNING");
  }
}
