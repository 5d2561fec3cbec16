package io.github.broadsheet.engine;

import io.github.broadsheet.extension.CellEvent;
import io.github.broadsheet.extension.Extension;
import io.github.broadsheet.extension.LiteralCompleter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The extensions of a session: of this program first, then those that jars of cells bring. */
final class Extensions {
  private final List<Extension> loaded = new CopyOnWriteArrayList<>();
  private final List<LiteralCompleter> completers = new CopyOnWriteArrayList<>();

  /**
   * Loads those that are new.
   *
   * @param failures is told what cannot be loaded, a line each; the others are
   * @return what they want to be imported
   */
  List<String> load(ClassLoader loader, Consumer<String> failures) {
    List<String> imports = new ArrayList<>();
    Iterator<Extension> found = ServiceLoader.load(Extension.class, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return imports;
        }
        Extension extension = found.next();
        if (loaded.stream().noneMatch(e -> e.getClass() == extension.getClass())) {
          List<String> wanted = extension.imports();
          completers.addAll(extension.literalCompleters());
          loaded.add(extension);
          wanted.forEach(each -> imports.add("import " + each + ";"));
        }
      } catch (ServiceConfigurationError | RuntimeException | LinkageError broken) {
        failures.accept("An extension could not be loaded: " + broken + "\n");
      }
    }
  }

  List<LiteralCompleter> literalCompleters() {
    return completers;
  }

  /** Those that want to hear of cells, before ({@code beforeCell}) or after. */
  List<Extension> listeners(String method) {
    return loaded.stream().filter(e -> overrides(e.getClass(), method)).toList();
  }

  private static boolean overrides(Class<?> type, String method) {
    try {
      return type.getMethod(method, CellEvent.class).getDeclaringClass() != Extension.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
