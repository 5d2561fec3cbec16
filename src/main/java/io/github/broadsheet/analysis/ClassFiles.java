package io.github.broadsheet.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final CellClasses cells;
  private final List<ClassFile> written = new ArrayList<>();

  ClassFiles(JavaFileManager files, CellClasses cells) {
    super(files);
    this.cells = cells;
  }

  /** What was written since this was asked last, by full name. */
  Map<String, byte[]> written() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    written.forEach(file -> all.put(file.className(), file.bytes()));
    written.clear();
    return all;
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
