package io.github.broadsheet.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** The artifacts that Maven has fetched to this machine before. Reads the folders that it must. */
final class LocalRepository {
  private static final int MOST = 100;
  private static final int MOST_FOLDERS = 3_000;
  private static final GenericVersionScheme VERSIONS = new GenericVersionScheme();

  private final Path root;

  LocalRepository(Path root) {
    this.root = root;
  }

  /** Coordinates with a jar that begin so: with the newest version, or all once it is asked for. */
  List<String> startingWith(String typed) {
    String[] parts = typed.split(":", -1);
    try {
      return switch (parts.length) {
        case 1 -> groups(parts[0]);
        case 2 -> artifacts(parts[0], parts[1]);
        case 3 ->
            versions(folder(parts[0]).resolve(parts[1])).stream()
                .filter(version -> version.startsWith(parts[2]))
                .map(version -> parts[0] + ":" + parts[1] + ":" + version)
                .toList();
        default -> List.of();
      };
    } catch (InvalidPathException e) {
      return List.of();
    }
  }

  private Path folder(String group) {
    return root.resolve(group.replace('.', '/'));
  }

  private List<String> groups(String typed) {
    int dot = typed.lastIndexOf('.');
    String above = dot < 0 ? "" : typed.substring(0, dot);
    List<String> found = new ArrayList<>();
    Deque<Path> open = new ArrayDeque<>();
    folders(folder(above)).stream()
        .filter(each -> name(each).startsWith(typed.substring(dot + 1)))
        .forEach(open::add);
    for (int seen = 0; seen < MOST_FOLDERS && !open.isEmpty() && found.size() < MOST; seen++) {
      Path folder = open.remove();
      List<String> versions = versions(folder);
      if (versions.isEmpty()) {
        open.addAll(folders(folder));
      } else if (folder.getParent() != null && !folder.getParent().equals(root)) {
        String group = root.relativize(folder.getParent()).toString().replaceAll("[/\\\\]", ".");
        found.add(group + ":" + name(folder) + ":" + versions.get(0));
      }
    }
    return found.stream().sorted().toList();
  }

  private List<String> artifacts(String group, String typed) {
    List<String> found = new ArrayList<>();
    for (Path each : folders(folder(group))) {
      List<String> versions = name(each).startsWith(typed) ? versions(each) : List.of();
      if (!versions.isEmpty()) {
        found.add(group + ":" + name(each) + ":" + versions.get(0));
      }
    }
    return found;
  }

  /** Those of an artifact that have a jar, newest first; empty if it is none. */
  private static List<String> versions(Path artifact) {
    return folders(artifact).stream()
        .map(LocalRepository::name)
        .filter(v -> Files.exists(artifact.resolve(v).resolve(name(artifact) + "-" + v + ".jar")))
        .sorted(Comparator.comparing(LocalRepository::version).reversed())
        .toList();
  }

  private static Version version(String text) {
    try {
      return VERSIONS.parseVersion(text);
    } catch (InvalidVersionSpecificationException e) {
      throw new IllegalStateException(e); // The scheme takes any text.
    }
  }

  private static List<Path> folders(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
