package io.github.broadsheet.engine;

import java.lang.reflect.Field;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * The compiled classes of snippets that no later cell can name: expressions and statements that
 * have run. JShell keeps them all, and shows them to javac anew for each cell, which so gets slower
 * with every one before it. Where Java does not open JShell's package to this program ({@code
 * --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED}), or has other fields there, they stay.
 */
final class Leftovers {
  private final Supplier<JShell> shell;
  private @Nullable NavigableMap<String, ?> classes;

  Leftovers(Supplier<JShell> shell) {
    this.shell = shell;
  }

  private NavigableMap<String, ?> classes() {
    NavigableMap<String, ?> known = classes;
    if (known == null) {
      known = classes(shell.get());
      classes = known;
    }
    return known;
  }

  private static NavigableMap<String, ?> classes(JShell shell) {
    try {
      Object files = field(field(shell, "taskFactory"), "fileManager");
      @SuppressWarnings("unchecked")
      var all = (NavigableMap<String, ?>) field(files, "classObjects");
      return all;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return new TreeMap<>();
    }
  }

  private static Object field(Object of, String name) throws ReflectiveOperationException {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }

  /** Lets go of the class of a snippet, unless it has classes inside, as they may be in use. */
  void drop(Snippet snippet) {
    String name = shell.get().sourceCodeAnalysis().wrapper(snippet).fullClassName();
    NavigableMap<String, ?> all = classes();
    String next = all.higherKey(name + "$");
    if (next == null || !next.startsWith(name + "$")) {
      all.remove(name);
    }
  }
}
