package io.github.broadsheet.assist;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The names of all top-level classes of the JDK's exported packages and of a class path. Whether a
 * class is public is not known here.
 */
final class ClassIndex {
  /** The jars of the program that cells are meant to use. */
  private static final Pattern FOR_READERS =
      Pattern.compile("(tablesaw|broadsheet|jackson|jsoup|commons-math).*");

  static final ClassIndex EMPTY = new ClassIndex();

  private final NavigableMap<String, List<String>> bySimpleName = new TreeMap<>();
  private final NavigableMap<String, NavigableSet<String>> byPackage = new TreeMap<>();

  private final Set<String> incidental = new HashSet<>();

  private ClassIndex() {}

  /** Reads the names; takes a fraction of a second. What cannot be read is left out. */
  static ClassIndex of(Collection<Path> classPath) {
    ClassIndex index = new ClassIndex();
    ModuleFinder.ofSystem().findAll().forEach(index::addModule);
    Set<String> program =
        Set.of(System.getProperty("java.class.path", "").split(File.pathSeparator));
    for (Path entry : classPath) {
      try {
        if (Files.isDirectory(entry)) {
          index.addFolder(entry);
        } else if (Files.isRegularFile(entry)) {
          boolean ours = FOR_READERS.matcher(String.valueOf(entry.getFileName())).matches();
          index.addJar(entry, !ours && program.contains(entry.toString()));
        }
      } catch (IOException e) {
        // A broken jar is javac's to report; completion goes on without it.
        continue;
      }
    }
    return index;
  }

  /** Whether a class is there only because this program or one of its libraries needs it. */
  boolean isIncidental(String name) {
    return incidental.contains(name);
  }

  /** Full names of the classes whose simple name begins so, in alphabetical order. */
  List<String> startingWith(String prefix) {
    List<String> names = new ArrayList<>();
    bySimpleName
        .subMap(prefix, true, prefix + Character.MAX_VALUE, true)
        .values()
        .forEach(names::addAll);
    return names;
  }

  /** Simple names of the classes of a package. */
  Set<String> classes(String packageName) {
    return byPackage.getOrDefault(packageName, new TreeSet<>());
  }

  /** Whether there are classes in a package or below it. */
  boolean isPackage(String name) {
    String next = byPackage.ceilingKey(name);
    return next != null && (next.equals(name) || next.startsWith(name + "."));
  }

  /** The next segments of packages below one; {@code ""} is above all. */
  Set<String> packages(String above) {
    String prefix = above.isEmpty() ? "" : above + ".";
    Set<String> segments = new TreeSet<>();
    for (String each : byPackage.subMap(prefix, prefix + Character.MAX_VALUE).keySet()) {
      if (each.length() > prefix.length()) {
        segments.add(each.substring(prefix.length()).split("\\.", 2)[0]);
      }
    }
    return segments;
  }

  private void addModule(ModuleReference module) {
    Set<String> exported = new HashSet<>();
    for (ModuleDescriptor.Exports exports : module.descriptor().exports()) {
      if (!exports.isQualified()) {
        exported.add(exports.source());
      }
    }
    if (exported.isEmpty()) {
      return;
    }
    try (ModuleReader reader = module.open();
        Stream<String> files = reader.list()) {
      files.forEach(
          file -> {
            int slash = file.lastIndexOf('/');
            if (slash > 0 && exported.contains(file.substring(0, slash).replace('/', '.'))) {
              add(file);
            }
          });
    } catch (IOException e) {
      throw new IllegalStateException("cannot list " + module.descriptor().name(), e);
    }
  }

  private void addJar(Path jar, boolean byTheWay) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .map(entry -> add(entry.getName()))
          .filter(name -> byTheWay && !name.isEmpty())
          .forEach(incidental::add);
    }
  }

  private void addFolder(Path folder) throws IOException {
    Consumer<Path> each = file -> add(folder.relativize(file).toString().replace('\\', '/'));
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            each.accept(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Adds the class of a file and gives its name; empty if it is none to be named. */
  private String add(String file) {
    if (!file.endsWith(".class")
        || file.indexOf('$') >= 0
        || file.startsWith("META-INF/")
        || file.endsWith("-info.class")) {
      return "";
    }
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    int dot = name.lastIndexOf('.');
    if (dot > 0) {
      String simple = name.substring(dot + 1);
      bySimpleName.computeIfAbsent(simple, key -> new ArrayList<>(1)).add(name);
      byPackage.computeIfAbsent(name.substring(0, dot), key -> new TreeSet<>()).add(simple);
    }
    return dot > 0 ? name : "";
  }
}
