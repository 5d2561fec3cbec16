package io.github.broadsheet.analysis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The classes that javac compiles cells against. For each package it asks every jar of the class
 * path, so the first cell would wait until all sixty are opened; most hold nothing that cells name.
 * Those are opened when a package is asked for that is neither Java's nor ours nor Tablesaw's. It
 * also looks for plug-ins of javac, in each jar for each cell; here it finds none.
 */
public final class CellFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  private static final Set<String> ROOTS = Set.of("io", "io.github", "tech");

  private final List<String> program = entries(System.getProperty("java.class.path", ""));
  private List<String> later = List.of();
  private @Nullable StandardJavaFileManager rest;

  /** With javac's own, which reads what is asked for. */
  public CellFiles(StandardJavaFileManager files) {
    super(files);
    open(program);
  }

  private static boolean isOfOthers(String entry) {
    String name = String.valueOf(Path.of(entry).getFileName());
    return name.endsWith(".jar") && !name.startsWith("broadsheet") && !name.startsWith("tablesaw-");
  }

  private static List<String> entries(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator)).filter(e -> !e.isEmpty()).toList();
  }

  private synchronized void open(List<String> entries) {
    List<String> others =
        entries.stream().filter(program::contains).filter(CellFiles::isOfOthers).toList();
    if (!others.equals(later)) {
      later = others;
      rest = null;
    }
    try {
      List<Path> now = entries.stream().filter(e -> !later.contains(e)).map(Path::of).toList();
      fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized StandardJavaFileManager rest() throws IOException {
    StandardJavaFileManager opened = rest;
    if (opened == null) {
      opened = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
      opened.setLocationFromPaths(
          StandardLocation.CLASS_PATH, later.stream().map(Path::of).toList());
      rest = opened;
    }
    return opened;
  }

  /**
   * Whether a jar has nothing of a package: of Java's own, of the cells', and of the one without a
   * name, which nobody can import. javac asks for these first.
   */
  private static boolean isOfNoJar(Location location, String packageName) {
    return location == StandardLocation.CLASS_PATH
        && (packageName.isEmpty()
            || packageName.equals("java")
            || packageName.startsWith("java.")
            || packageName.equals("$cell")
            || packageName.equals("REPL"));
  }

  private boolean mayBeInRest(Location location, String packageName) {
    return location == StandardLocation.CLASS_PATH
        && !later.isEmpty()
        && !isOfNoJar(location, packageName)
        && !ROOTS.contains(packageName)
        && !packageName.startsWith("io.github.broadsheet")
        && !packageName.startsWith("tech.tablesaw");
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (!recurse && isOfNoJar(location, packageName)) {
      return List.of();
    }
    Iterable<JavaFileObject> first = fileManager.list(location, packageName, kinds, recurse);
    if (!mayBeInRest(location, packageName)) {
      return first;
    }
    List<JavaFileObject> all = new ArrayList<>();
    first.forEach(all::add);
    rest().list(location, packageName, kinds, recurse).forEach(all::add);
    return all;
  }

  @Override
  public @Nullable JavaFileObject getJavaFileForInput(
      Location location, String className, Kind kind) throws IOException {
    JavaFileObject first = fileManager.getJavaFileForInput(location, className, kind);
    return first == null && mayBeInRest(location, className)
        ? rest().getJavaFileForInput(location, className, kind)
        : first;
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return fileManager.contains(location, file)
        || (location == StandardLocation.CLASS_PATH
            && rest != null
            && rest().contains(location, file));
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.ANNOTATION_PROCESSOR_PATH
        || fileManager.hasLocation(location);
  }

  @Override
  public @Nullable ClassLoader getClassLoader(Location location) {
    return location == StandardLocation.ANNOTATION_PROCESSOR_PATH
        ? ClassLoader.getPlatformClassLoader()
        : fileManager.getClassLoader(location);
  }

  /** JShell names the whole class path each time it grows. */
  @Override
  public boolean handleOption(String option, Iterator<String> remaining) {
    if (option.equals("-classpath") || option.equals("--class-path")) {
      open(entries(remaining.next()));
      return true;
    }
    return fileManager.handleOption(option, remaining);
  }

  @Override
  public void close() throws IOException {
    if (rest != null) {
      rest.close();
    }
    fileManager.close();
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(Path... paths) {
    return fileManager.getJavaFileObjects(paths);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromPaths(
      Collection<? extends Path> paths) {
    return fileManager.getJavaFileObjectsFromPaths(paths);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }

  @Override
  public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
    fileManager.setLocation(location, files);
  }

  @Override
  public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
      throws IOException {
    if (location == StandardLocation.CLASS_PATH) {
      open(paths.stream().map(Path::toString).toList());
    } else {
      fileManager.setLocationFromPaths(location, paths);
    }
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    return fileManager.getLocation(location);
  }

  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    return fileManager.getLocationAsPaths(location);
  }

  @Override
  public Path asPath(FileObject file) {
    return fileManager.asPath(file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return fileManager.isSameFile(a, b);
  }
}
