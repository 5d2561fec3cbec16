package io.github.broadsheet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.Papers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The archive costs nothing where it is not used. */
class LazyTest {
  /** What a process does that never asks for a listing of the network. */
  static final class Offline {
    private Offline() {}

    public static void main(String[] args) {
      System.out.println(Papers.sample().rowCount() + " papers");
    }
  }

  @Test
  void loadsNoClassOfSqliteUntilItIsUsed() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xlog:class+load",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    Offline.class.getName()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      lines = out.lines().toList();
    }
    assertThat(process.waitFor()).isZero();
    assertThat(lines)
        .contains("41 papers")
        .anyMatch(line -> line.contains(" io.github.broadsheet.Papers "))
        .noneMatch(line -> line.contains(" org.sqlite."))
        .noneMatch(line -> line.contains(" java.sql.DriverManager "))
        .noneMatch(line -> line.contains(" io.github.broadsheet.archive.Archive "));
  }
}
