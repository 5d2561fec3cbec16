package io.github.broadsheet.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files that may be meant by a path that is being typed, in a string or after a magic. */
public final class FileNames {
  private static final int MOST = 200;

  private FileNames() {}

  /**
   * The files and folders that begin so, folders with a slash and first; hidden ones if asked for.
   *
   * @param wanted which files; folders are there always
   */
  public static List<String> startingWith(String typed, Predicate<Path> wanted) {
    int slash = typed.lastIndexOf('/');
    String above = typed.substring(0, slash + 1);
    String name = typed.substring(slash + 1);
    List<String> found = new ArrayList<>();
    try {
      String home = above.startsWith("~/") ? System.getProperty("user.home") : "";
      Path folder = Path.of(home.isEmpty() ? above : home + above.substring(1)).toAbsolutePath();
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> matches(file, name))
            .filter(file -> Files.isDirectory(file) || wanted.test(file))
            .sorted(
                Comparator.comparing((Path file) -> !Files.isDirectory(file)).thenComparing(f -> f))
            .limit(MOST)
            .forEach(f -> found.add(above + f.getFileName() + (Files.isDirectory(f) ? "/" : "")));
      }
    } catch (IOException | InvalidPathException e) {
      return List.of();
    }
    return found;
  }

  private static boolean matches(Path file, String typed) {
    String name = file.getFileName().toString();
    return name.regionMatches(true, 0, typed, 0, typed.length())
        && (!name.startsWith(".") || typed.startsWith("."));
  }
}
