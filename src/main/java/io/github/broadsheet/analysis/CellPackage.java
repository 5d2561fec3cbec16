package io.github.broadsheet.analysis;

import com.sun.source.util.JavacTask;
import java.lang.reflect.Method;
import java.util.Arrays;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The package of the cells' classes, as one javac knows it. javac lists a package once, and here
 * each cell brings more classes. To have it listed again is in no public API of javac; JShell does
 * the same. It takes {@code --add-exports jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED}.
 */
final class CellPackage {
  private static final String CODE = "com.sun.tools.javac.code";

  private final PackageElement known;
  private final Object finder;

  private CellPackage(PackageElement known, Object finder) {
    this.known = known;
    this.finder = finder;
  }

  /** Whether this Java lets it be listed again. */
  static boolean isOpen() {
    return JavacTask.class.getModule().isExported(CODE, CellPackage.class.getModule());
  }

  /** As a task that has read its source knows it. */
  static @Nullable CellPackage of(JavacTask task) {
    Elements elements = task.getElements();
    PackageElement known =
        elements.getPackageElement(elements.getModuleElement(""), CellClasses.PACKAGE);
    try {
      Object context = task.getClass().getMethod("getContext").invoke(task);
      Method instance =
          Arrays.stream(Class.forName(CODE + ".ClassFinder").getMethods())
              .filter(method -> method.getName().equals("instance"))
              .findFirst()
              .orElseThrow();
      return known == null ? null : new CellPackage(known, instance.invoke(null, context));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has it listed again when somebody next asks for it. */
  void forget() {
    try {
      Class<?> type = known.getClass();
      type.getField("members_field").set(known, null);
      Object completer = finder.getClass().getMethod("getCompleter").invoke(finder);
      type.getField("completer").set(known, completer);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
