package io.github.broadsheet.magic;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The jars of this program: cells see them first, whatever they add. */
final class SharedJars {
  private SharedJars() {}

  /** The program's own jar of the same artifact, in whichever version; null if it has none. */
  static @Nullable Path with(Resolved jar) {
    Pattern name = name(jar.coordinate().artifact());
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .map(Path::of)
        .filter(own -> name.matcher(own.toString()).find() && sharesClasses(own, jar.file()))
        .findFirst()
        .orElse(null);
  }

  /** The version in the name of a jar. */
  static String version(Path jar, String artifact) {
    Matcher name = name(artifact).matcher(jar.toString());
    return name.find() ? name.group(1) : "";
  }

  private static Pattern name(String artifact) {
    return Pattern.compile("(?:^|[/\\\\])" + Pattern.quote(artifact) + "-(\\d[^/\\\\]*)\\.jar$");
  }

  // An artifact of another group may have the same name.
  private static boolean sharesClasses(Path own, Path other) {
    try {
      Set<String> classes = classes(own);
      return classes(other).stream().anyMatch(classes::contains);
    } catch (IOException e) {
      return false; // No jar: then there is nothing to share.
    }
  }

  private static Set<String> classes(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(ZipEntry::getName)
          .filter(
              name ->
                  name.endsWith(".class") && name.contains("/") && !name.startsWith("META-INF/"))
          .collect(Collectors.toSet());
    }
  }
}
