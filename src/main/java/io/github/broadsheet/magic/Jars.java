package io.github.broadsheet.magic;

import io.github.broadsheet.engine.CommandException;
import io.github.broadsheet.engine.Step;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code %jars}: files of this machine for the class path. */
final class Jars {
  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  private Jars() {}

  static List<Step> add(Call call) throws IOException {
    Set<Path> entries = entries(call);
    System.out.println(
        "Added: "
            + String.join(", ", entries.stream().map(e -> e.getFileName().toString()).toList()));
    return List.of(new Step.ClassPath(List.copyOf(entries)));
  }

  /** What a {@code %jars} names. */
  static Set<Path> entries(Call call) throws IOException {
    if (call.words().isEmpty()) {
      throw call.incomplete("a jar or a folder of classes", "%jars lib/*.jar");
    }
    Set<Path> entries = new LinkedHashSet<>();
    for (String word : call.words()) {
      for (String each : word.split(Pattern.quote(File.pathSeparator))) {
        entries.addAll(entries(each));
      }
    }
    return entries;
  }

  private static List<Path> entries(String typed) throws IOException {
    String name = LocalFiles.expand(typed);
    var wild = WILD.matcher(name);
    if (!wild.find() || Files.exists(Path.of(name))) {
      return List.of(check(Path.of(name).toAbsolutePath().normalize()));
    }
    int slash = name.lastIndexOf('/', wild.start());
    Path folder = Path.of(slash < 0 ? "" : slash == 0 ? "/" : name.substring(0, slash));
    Path root = folder.toAbsolutePath().normalize();
    // Jars only: a * in a folder means those, whatever else is beside them.
    String pattern = name.substring(slash + 1);
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> files =
          Files.walk(root, pattern.contains("/") || pattern.contains("**") ? 16 : 1)) {
        files
            .filter(file -> matcher.matches(root.relativize(file)) && isJar(file))
            .sorted()
            .forEach(found::add);
      }
    }
    if (found.isEmpty()) {
      throw new CommandException(
          "MissingFile", "no jar matches " + pattern + " in the folder " + root);
    }
    return found;
  }

  private static Path check(Path file) {
    if (!Files.exists(file)) {
      throw LocalFiles.missing(file);
    }
    if (!Files.isDirectory(file) && !isJar(file)) {
      throw new CommandException(
          "WrongUse", file + " is neither a jar nor a folder of classes; %load runs a file");
    }
    return file;
  }

  private static boolean isJar(Path file) {
    String name = file.toString();
    return Files.isRegularFile(file) && (name.endsWith(".jar") || name.endsWith(".zip"));
  }
}
