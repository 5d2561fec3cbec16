package io.github.broadsheet.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Classes and jars made by a test. */
public final class Jar {
  private Jar() {}

  /** Compiles a class into a folder. */
  public static Path classes(Path folder, String name, String source) throws IOException {
    Path file = folder("source").resolve(name.substring(name.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    Files.createDirectories(folder);
    var javac = ToolProvider.getSystemJavaCompiler();
    assertThat(javac.run(null, null, null, "-d", folder.toString(), file.toString())).isZero();
    return folder;
  }

  /** Puts an artifact with one class into a repository that is a folder. */
  public static void publish(
      Path repository, String coordinate, String name, String source, String... needs)
      throws IOException {
    List<String> c = List.of(coordinate.split(":"));
    Path place =
        Files.createDirectories(
            repository.resolve(c.get(0).replace('.', '/')).resolve(c.get(1)).resolve(c.get(2)));
    Path classes = classes(folder("classes"), name, source);
    String base = c.get(1) + "-" + c.get(2);
    try (OutputStream out = Files.newOutputStream(place.resolve(base + ".jar"));
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, jar);
      }
    }
    StringBuilder pom = new StringBuilder("<project><modelVersion>4.0.0</modelVersion>");
    pom.append(elements(coordinate)).append("<dependencies>");
    for (String need : needs) {
      pom.append("<dependency>").append(elements(need)).append("</dependency>");
    }
    Files.writeString(place.resolve(base + ".pom"), pom + "</dependencies></project>");
  }

  /** A new folder below the build's, which the next build clears. */
  private static Path folder(String kind) throws IOException {
    return Files.createTempDirectory(Files.createDirectories(Path.of("target", "jars")), kind);
  }

  static String elements(String coordinate) {
    String[] c = coordinate.split(":");
    return String.format(
        "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>", c[0], c[1], c[2]);
  }
}
