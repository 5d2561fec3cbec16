package io.github.broadsheet.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine that a kernel is tried on. */
final class Jdk {
  /** That which runs the tests. */
  static final Path OF_TESTS = Path.of(System.getProperty("java.home"));

  /** The first without Thread.stop: there a running cell is stopped in another way. */
  private static final int OTHER_STOP = 20;

  private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

  private Jdk() {}

  /**
   * A JDK of release 20 or later: that in the environment variable {@code JDK_NEW}, or one in the
   * folders where systems put them. Where there is none, the test is skipped.
   */
  static Path ofAnotherStop() {
    Optional<Path> found =
        candidates().stream().filter(jdk -> release(jdk) >= OTHER_STOP).findAny();
    assumeTrue(
        found.isPresent(),
        "no JDK 20 or later: JDK_NEW names none, and there is none in /usr/lib/jvm");
    return found.orElseThrow();
  }

  private static List<Path> candidates() {
    List<Path> candidates = new ArrayList<>();
    candidates.add(OF_TESTS);
    candidates.add(Path.of(System.getenv().getOrDefault("JDK_NEW", "none")));
    try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
      installed.forEach(candidates::add);
    } catch (IOException e) {
      // Not a system that puts them there.
    }
    return candidates;
  }

  /** Its release; 0 if it is no JDK. */
  static int release(Path jdk) {
    try {
      Matcher version = VERSION.matcher(Files.readString(jdk.resolve("release")));
      boolean compiles = Files.isExecutable(jdk.resolve("bin/javac"));
      return compiles && version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
