package io.github.broadsheet.analysis;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * javac for one class path. Keeps the classes it has read in a {@code JavacTaskPool}, ten times
 * faster than a new task each time. The pool is not a public API: without {@code --add-exports
 * jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED} every call pays for a new task.
 */
final class Compiler implements AutoCloseable {
  private static final List<String> OPTIONS =
      // Text is put together in place: a cell runs once, and need not wait until Java has made code
      // for it.
      List.of("-proc:none", "-parameters", "-XDshould-stop.ifError=FLOW", "-XDstringConcat=inline");
  private static final String API = "com.sun.tools.javac.api";

  private final JavaCompiler javac;
  private final StandardJavaFileManager files;
  private final ClassFiles classFiles;
  private final @Nullable Object pool;
  private final boolean first;

  /**
   * For a class path.
   *
   * @param first whether it is to know only those of Java's modules that first cells use
   */
  Compiler(List<Path> classPath, CellClasses cells, boolean first) {
    this.first = first;
    javac = ToolProvider.getSystemJavaCompiler();
    if (javac == null) {
      throw new IllegalStateException(
          "this is a Java runtime without a compiler; start the program with a JDK (17 or later)");
    }
    files = new CellFiles(javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    classFiles = new ClassFiles(files, cells, first);
    pool = newPool();
  }

  /** Whether there may be more than it knows. */
  boolean isFirst() {
    return first;
  }

  /** The files that it reads and writes. */
  ClassFiles files() {
    return classFiles;
  }

  /** Hands a task over the source to a worker. Trees and types live only until it returns. */
  <R> R run(
      String source, DiagnosticListener<JavaFileObject> problems, Function<JavacTask, R> worker) {
    List<JavaFileObject> units = List.of(new Source(source));
    return pool == null
        ? worker.apply((JavacTask) javac.getTask(null, classFiles, problems, OPTIONS, null, units))
        : runPooled(pool, problems, units, worker);
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object newPool() {
    if (!JavacTask.class.getModule().isExported(API, Compiler.class.getModule())) {
      return null;
    }
    try {
      return Class.forName(API + ".JavacTaskPool").getConstructor(int.class).newInstance(1);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  private <R> R runPooled(
      Object taskPool,
      DiagnosticListener<JavaFileObject> problems,
      List<JavaFileObject> units,
      Function<JavacTask, R> worker) {
    InvocationHandler handler =
        (proxy, method, arguments) -> worker.apply((JavacTask) arguments[0]);
    try {
      Class<?> type = Class.forName(API + ".JavacTaskPool$Worker");
      Object proxy =
          Proxy.newProxyInstance(Compiler.class.getClassLoader(), new Class<?>[] {type}, handler);
      for (Method method : taskPool.getClass().getMethods()) {
        if (method.getName().equals("getTask")) {
          return (R)
              method.invoke(taskPool, null, classFiles, problems, OPTIONS, null, units, proxy);
        }
      }
      throw new IllegalStateException("JavacTaskPool of this JDK has no getTask");
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + Unit.NAME + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
