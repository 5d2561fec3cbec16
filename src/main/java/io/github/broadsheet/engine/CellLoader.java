package io.github.broadsheet.engine;

import REPL.$Cancel$;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;

/**
 * The classes of the cells, and of the jars that cells add. What may initialize Tablesaw is asked
 * of the program once Tablesaw has started, so that the two never do so at once.
 */
final class CellLoader extends URLClassLoader implements LoaderDelegate {
  // JShell appends a letter each time it makes a class anew.
  private static final Pattern RENEWED = Pattern.compile("^REPL\\.\\$JShell\\$\\d+[A-Z]");

  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> toDefine = new ConcurrentHashMap<>();
  private final Map<String, Class<?>> defined = new ConcurrentHashMap<>();
  private volatile boolean renewed;

  CellLoader(ClassLoader program) {
    super("cells", new URL[0], program);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // Not asked of the program: to find that it has none, Java would open all its jars.
    if (toDefine.containsKey(name) || defined.containsKey(name)) {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : findClass(name);
      }
    }
    if (mayStartTables(name)) {
      TablesawStart.await();
    }
    return super.loadClass(name, resolve);
  }

  private static boolean mayStartTables(String name) {
    return name.startsWith("tech.tablesaw.")
        || (name.startsWith("io.github.broadsheet.")
            && !name.startsWith("io.github.broadsheet.engine.")
            && !name.startsWith("io.github.broadsheet.display.")
            && !name.startsWith("io.github.broadsheet.extension.")
            && !name.startsWith("io.github.broadsheet.comm."));
  }

  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] code = toDefine.remove(name);
    if (code != null) {
      byte[] turned = LoopChecks.woven(ExitCalls.turned(code));
      return defineClass(name, turned, 0, turned.length);
    }
    Class<?> known = defined.get(name);
    return known != null ? known : super.findClass(name);
  }

  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException {
    boolean[] loaded = new boolean[classes.length];
    for (ClassBytecodes each : classes) {
      if (each.name().equals($Cancel$.class.getName())) {
        defined.put(each.name(), $Cancel$.class);
      } else {
        renewed |= RENEWED.matcher(each.name()).find();
        toDefine.put(each.name(), each.bytecodes());
      }
    }
    int at = 0;
    try {
      for (ClassBytecodes each : classes) {
        Class<?> type = loadClass(each.name());
        defined.put(each.name(), type);
        loaded[at++] = true;
      }
    } catch (Throwable e) {
      throw new ClassInstallException("cannot load " + classes[at].name() + ": " + e, loaded);
    }
  }

  /** Whether classes were loaded that take the place of others; asking forgets it. */
  boolean renewed() {
    boolean last = renewed;
    renewed = false;
    return last;
  }

  @Override
  public void classesRedefined(ClassBytecodes[] classes) {
    // JShell asks for new classes instead, as this execution refuses to redefine.
  }

  @Override
  public void addToClasspath(String classPath) throws InternalException {
    try {
      for (String entry : classPath.split(File.pathSeparator)) {
        addURL(Path.of(entry).toUri().toURL());
      }
    } catch (MalformedURLException e) {
      throw new InternalException(e.toString());
    }
  }
}
