package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The sources of classes, where they can be had: {@code src.zip} of a JDK, {@code -sources.jar}
 * beside a jar or in the program's own folder of them, {@code src/main/java} of a Maven module
 * whose {@code target/classes} is on the class path.
 */
final class Sources {
  private static final int KEPT_FILES = 64;

  /** Sources that are not there may still be on their way. */
  private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

  private record Found(Optional<SourceFile> file, long at) {}

  private record OfCells(Scope scope, SourceFile file) {}

  private final LongSupplier nanoTime;
  private @Nullable OfCells ofCells;
  private final Map<String, Found> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
          return size() > KEPT_FILES;
        }
      };

  Sources() {
    this(System::nanoTime);
  }

  Sources(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * The source of a top-level class.
   *
   * @param module its module; empty if it is on the class path
   * @param className full name
   */
  synchronized Optional<SourceFile> of(String module, String className, List<Path> classPath) {
    String key = module + "/" + className + classPath.hashCode();
    Found found = known.get(key);
    long now = nanoTime.getAsLong();
    if (found == null || (found.file.isEmpty() && now - found.at > ASK_AGAIN_NANOS)) {
      String name = className.replace('.', '/') + ".java";
      found = new Found(read(module, name, classPath).map(SourceFile::of), now);
      known.put(key, found);
    }
    return found.file;
  }

  /** What cells have declared, as members of a class. */
  synchronized SourceFile ofCells(String className, Scope scope) {
    OfCells made = ofCells;
    if (made == null || made.scope != scope) {
      String text =
          Stream.concat(scope.methods().stream(), scope.types().stream())
              .collect(Collectors.joining("\n", "class " + className + " {\n", "\n}"));
      made = new OfCells(scope, SourceFile.of(text));
      ofCells = made;
    }
    return made.file;
  }

  private static Optional<String> read(String module, String file, List<Path> classPath) {
    if (!module.isEmpty()) {
      return JdkSources.found().flatMap(zip -> readFrom(zip, module + "/" + file));
    }
    for (Path entry : classPath) {
      for (Path place : places(entry)) {
        Optional<String> text =
            Files.isDirectory(place) ? readFile(place.resolve(file)) : readFrom(place, file);
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }

  /** Where the sources of a class path entry may be. */
  private static List<Path> places(Path entry) {
    List<Path> places = new ArrayList<>();
    Path name = entry.getFileName();
    String simple = name == null ? "" : name.toString();
    if (simple.endsWith(".jar")) {
      String base = simple.substring(0, simple.length() - ".jar".length());
      places.add(entry.resolveSibling(base + "-sources.jar"));
      // The program keeps those of its own libraries apart, where no class loader looks.
      places.add(entry.resolve("../../sources/" + base + "-sources.jar").normalize());
    } else if (simple.equals("classes")) {
      places.add(entry.resolve("../../src/main/java").normalize());
      places.add(entry.resolve("../../main/java").normalize());
    }
    return places;
  }

  private static Optional<String> readFrom(Path archive, String file) {
    if (!Files.isRegularFile(archive)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(file);
      return entry == null
          ? Optional.empty()
          : Optional.of(
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> readFile(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
