package io.github.broadsheet.assist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the documentation of Java's own classes is: {@code lib/src.zip} of this JDK or, as many
 * systems install it apart, of another one beside it, the nearest version first.
 */
public final class JdkSources {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");
  private static final Optional<Path> FOUND = find(Path.of(System.getProperty("java.home")));

  private JdkSources() {}

  /** The archive; empty if there is none. */
  public static Optional<Path> found() {
    return FOUND;
  }

  /** Whether the archive is that of the JDK that runs. */
  public static boolean isOwn() {
    Path home = Path.of(System.getProperty("java.home"));
    return FOUND.filter(zip -> zip.startsWith(home)).isPresent();
  }

  static Optional<Path> find(Path home) {
    Optional<Path> own = archive(home);
    if (own.isPresent()) {
      return own;
    }
    List<Path> others = new ArrayList<>();
    Path parent = home.toAbsolutePath().getParent();
    try (Stream<Path> homes = parent == null ? Stream.empty() : Files.list(parent)) {
      homes.filter(other -> archive(other).isPresent()).forEach(others::add);
    } catch (IOException e) {
      return Optional.empty();
    }
    int version = version(home);
    return others.stream()
        .min(
            Comparator.comparingInt((Path other) -> Math.abs(version(other) - version))
                .thenComparing(Path::toString))
        .flatMap(JdkSources::archive);
  }

  private static Optional<Path> archive(Path home) {
    return Stream.of(home.resolve("lib/src.zip"), home.resolve("src.zip"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static int version(Path home) {
    try {
      Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
