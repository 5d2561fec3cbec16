package io.github.broadsheet.engine;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the program's own extensions are looked for. Of the packaged program that is its jar and
 * its library's, not the sixty jars beside them: to open all of those takes as long as Java itself
 * takes to start.
 */
final class ProgramExtensions extends ClassLoader {
  private final List<URL> places;

  private ProgramExtensions(ClassLoader program, List<URL> places) {
    super(program);
    this.places = places;
  }

  /** A loader to look through in place of the program's. */
  static ClassLoader of(ClassLoader program) {
    List<Path> entries =
        Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();
    boolean packaged =
        !entries.isEmpty()
            && entries.get(0).endsWith("broadsheet.jar")
            && entries.stream()
                .skip(1)
                .allMatch(e -> entries.get(0).resolveSibling("lib").equals(e.getParent()));
    return packaged ? new ProgramExtensions(program, ours(entries)) : program;
  }

  private static List<URL> ours(List<Path> entries) {
    return entries.stream()
        .filter(entry -> String.valueOf(entry.getFileName()).startsWith("broadsheet"))
        .map(ProgramExtensions::url)
        .toList();
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    try (URLClassLoader lookup = new URLClassLoader(places.toArray(URL[]::new), null)) {
      return Collections.enumeration(Collections.list(lookup.findResources(name)));
    }
  }
}
