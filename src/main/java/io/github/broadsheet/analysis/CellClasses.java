package io.github.broadsheet.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.JavaFileObject;

/** The class files of what cells have declared, for javac to compile other cells against. */
public final class CellClasses {
  /** The package of them all. */
  public static final String PACKAGE = "REPL";

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();

  /** Keeps a class by its full name. */
  public void add(String name, byte[] file) {
    files.put(name, file);
    changes.incrementAndGet();
  }

  /** Grows with each class. */
  int changes() {
    return changes.get();
  }

  List<JavaFileObject> list() {
    List<JavaFileObject> all = new ArrayList<>();
    files.forEach((name, file) -> all.add(new ClassFile(name, file)));
    return all;
  }
}
