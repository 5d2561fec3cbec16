package io.github.broadsheet.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Archived answers of the services, outside the project. A test that finds none is skipped. */
public final class RealData {
  private RealData() {}

  public static Path path(String name) {
    String given = System.getenv("BROADSHEET_REAL_DATA");
    Path root = Path.of(System.getProperty("broadsheet.root", "."));
    Path folder = given != null ? Path.of(given) : root.resolve("../shared/real").normalize();
    Path path = folder.resolve(name);
    assumeTrue(
        Files.exists(path),
        () -> "Skipped: no " + path + " (set BROADSHEET_REAL_DATA to the folder of real data)");
    return path;
  }

  public static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(path(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(Path gzipped) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(gzipped))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
