package io.github.broadsheet.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The class path with what cells have declared; what javac writes stays in memory. */
final class ClassFiles extends ForwardingJavaFileManager<JavaFileManager> {
  /**
   * Those of Java's modules that expressions use most, with all that these require. To read what
   * all seventy are takes javac a quarter of its start.
   */
  private static final Set<String> FIRST_MODULES =
      Set.of("java.base", "java.logging", "java.sql", "java.transaction.xa", "java.xml");

  private final CellClasses cells;
  private final boolean first;
  private final List<ClassFile> written = new ArrayList<>();

  /** With the first modules alone, or with all that there are. */
  ClassFiles(JavaFileManager files, CellClasses cells, boolean first) {
    super(files);
    this.cells = cells;
    this.first = first;
  }

  /** What was written since this was asked last, by full name. */
  Map<String, byte[]> written() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    written.forEach(file -> all.put(file.className(), file.bytes()));
    written.clear();
    return all;
  }

  @Override
  public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
    if (!first || location != StandardLocation.SYSTEM_MODULES) {
      return super.listLocationsForModules(location);
    }
    Set<Location> modules = new LinkedHashSet<>();
    for (String name : FIRST_MODULES) {
      Location module = super.getLocationForModule(location, name);
      if (module != null) {
        modules.add(module);
      }
    }
    return List.of(modules);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (!packageName.equals(CellClasses.PACKAGE)) {
      return super.list(location, packageName, kinds, recurse);
    }
    boolean here = location == StandardLocation.CLASS_PATH && kinds.contains(Kind.CLASS);
    return here ? cells.list() : List.of();
  }

  @Override
  public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof ClassFile own ? own.className() : super.inferBinaryName(location, file);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, Kind kind, FileObject sibling) {
    ClassFile file = new ClassFile(className, new byte[0]);
    written.add(file);
    return file;
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a instanceof ClassFile || b instanceof ClassFile ? a.equals(b) : super.isSameFile(a, b);
  }
}
