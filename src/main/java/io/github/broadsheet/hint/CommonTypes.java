package io.github.broadsheet.hint;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The JDK's types that notebooks use, imported or not. */
final class CommonTypes {
  private static final List<String> PACKAGES =
      List.of(
          "java.util",
          "java.util.stream",
          "java.util.function",
          "java.util.regex",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.time",
          "java.time.format",
          "java.time.temporal",
          "java.io",
          "java.nio.file",
          "java.nio.charset",
          "java.math",
          "java.text",
          "java.net");

  private static final Map<String, String> FULL = new HashMap<>();

  static {
    for (String name : PACKAGES) {
      Path folder =
          FileSystems.getFileSystem(URI.create("jrt:/"))
              .getPath("/modules/java.base", name.replace('.', '/'));
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(file -> file.matches("\\w+\\.class"))
            .map(file -> file.replace(".class", ""))
            .forEach(simple -> FULL.putIfAbsent(simple, name + "." + simple));
      } catch (IOException e) {
        continue; // Then its types are not offered.
      }
    }
    FULL.values().removeIf(name -> !isPublic(name));
  }

  private CommonTypes() {}

  /** Their simple names. */
  static Set<String> names() {
    return FULL.keySet();
  }

  /** The name of one of them with its package. */
  static String fullName(String simple) {
    return FULL.getOrDefault(simple, simple);
  }

  private static boolean isPublic(String name) {
    try {
      return Modifier.isPublic(
          Class.forName(name, false, ClassLoader.getSystemClassLoader()).getModifiers());
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
