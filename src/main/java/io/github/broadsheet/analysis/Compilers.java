package io.github.broadsheet.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * javac for the class path of now, made when it is needed: at first one that knows few of Java's
 * modules and starts sooner, and one that knows all for what the first cannot compile.
 */
final class Compilers implements AutoCloseable {
  private final CellClasses cells;
  private @Nullable Compiler compiler;
  private List<Path> classPath = List.of();

  Compilers(CellClasses cells) {
    this.cells = cells;
  }

  /** The one there is, if it will do; {@code first} if the first would. */
  Compiler of(List<Path> entries, boolean first) {
    Compiler ready = compiler;
    if (ready == null || !classPath.equals(entries) || (ready.isFirst() && !first)) {
      close();
      ready = new Compiler(entries, cells, first && ready == null);
      compiler = ready;
      classPath = entries;
    }
    return ready;
  }

  /** The one there is. */
  Compiler any() {
    return of(classPath, true);
  }

  /** What a fragment is compiled to; empty if it does not compile, or not here. */
  Optional<Fragment.Compiled> compile(List<Path> entries, Fragment fragment) {
    if (!CellPackage.isOpen()) {
      return Optional.empty();
    }
    try {
      Compiler ready = of(entries, true);
      Optional<Fragment.Compiled> compiled = compile(ready, fragment);
      return compiled.isEmpty() && ready.isFirst()
          ? compile(of(entries, false), fragment)
          : compiled;
    } catch (RuntimeException | StackOverflowError e) { // javac fails on code nobody thought of
      close();
      return Optional.empty();
    }
  }

  private static Optional<Fragment.Compiled> compile(Compiler ready, Fragment fragment) {
    List<Diagnostic<? extends JavaFileObject>> found = new ArrayList<>();
    FragmentCompiler worker = new FragmentCompiler(fragment, ready.files(), found);
    Optional<Fragment.Compiled> compiled =
        ready.run(fragment.source(), found::add, worker::compile);
    return fragment.value() && worker.isVoid() ? compile(ready, fragment.asStatement()) : compiled;
  }

  @Override
  public void close() {
    if (compiler != null) {
      compiler.close();
      compiler = null;
    }
  }
}
