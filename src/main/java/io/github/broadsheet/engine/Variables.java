package io.github.broadsheet.engine;

import io.github.broadsheet.engine.CellIo.Channel;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * The live variables: static fields of JShell's classes. JShell makes these classes anew, with
 * empty fields, when something they depend on is declared again; here the values are carried over.
 */
final class Variables {
  private static final Pattern UNWRITABLE = Pattern.compile("<anonymous|[#&]");

  private final JShell shell;
  private final Execution execution;
  private final Places places;
  private final StartupImports imports;
  private final Map<String, Field> fields = new ConcurrentHashMap<>();
  private final Map<String, Field> byName = new HashMap<>();
  // By the ids of what the last evaluation declared: what had that name before.
  private final Map<String, Field> replaced = new HashMap<>();

  Variables(JShell shell, Execution execution, Places places, StartupImports imports) {
    this.imports = imports;
    this.shell = shell;
    this.execution = execution;
    this.places = places;
  }

  /** After an evaluation: gives the variables that JShell emptied their old values back. */
  void restore(List<SnippetEvent> events, Streams.Target target) {
    replaced.clear();
    for (SnippetEvent event : events) {
      // What is overwritten has the id of what has overwritten it.
      if (event.snippet() instanceof VarSnippet variable && event.status() != Status.OVERWRITTEN) {
        restore(event, variable, target);
      }
    }
  }

  private void restore(SnippetEvent event, VarSnippet variable, Streams.Target target) {
    Field old = fields.remove(variable.id());
    Field now = event.status() == Status.VALID ? find(variable) : null;
    if (now != null) {
      fields.put(variable.id(), now);
      Field before = byName.put(variable.name(), now);
      if (before != null) {
        replaced.put(variable.id(), before);
      }
    }
    Snippet cause = event.causeSnippet();
    if (cause == null || old == null || event.status() == Status.DROPPED) {
      return;
    }
    if (!carry(old, now) && event.previousStatus() == Status.VALID) {
      target.print(Channel.ERR, lost(variable, cause));
    }
    if (now == null) {
      fields.put(variable.id(), old); // it may come back, such as by one more import
    }
  }

  /**
   * After an evaluation that failed: what it was to declare has its earlier value, or is not
   * declared. JShell would leave it there as 0 or null.
   */
  void undo(List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet variable) {
        Field before = replaced.get(variable.id());
        if (before == null || !carry(before, fields.get(variable.id()))) {
          fields.remove(variable.id());
          byName.remove(variable.name());
          shell.drop(variable);
        }
      }
    }
  }

  private String lost(VarSnippet variable, Snippet cause) {
    Cell cell = places.cellOf(variable);
    String what =
        cause instanceof ImportSnippet imported
            ? imported.fullname() + " was imported"
            : (cause instanceof PersistentSnippet named ? named.name() : cause.source().strip())
                + " was declared again";
    return variable.name()
        + " lost its value, because "
        + what
        + ": run "
        + (cell == null ? "its cell" : cell.name())
        + " again\n";
  }

  private static boolean carry(Field old, @Nullable Field now) {
    try {
      Object value = old.get(null);
      if (value == null) {
        return true;
      }
      if (now == null) {
        return false;
      }
      now.set(null, value);
      return true;
    } catch (IllegalAccessException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The type of a variable as it can be written: of an anonymous class, what it extends. */
  String type(VarSnippet variable) {
    String name = imports.shortened(variable.typeName());
    Field field = fields.get(variable.id());
    if (field == null || !UNWRITABLE.matcher(name).find()) {
      return name;
    }
    Class<?> type = field.getType();
    while (type.getCanonicalName() == null || type.getName().contains("$JShell$anonymous$")) {
      boolean implementing = type.getInterfaces().length > 0;
      type = implementing ? type.getInterfaces()[0] : type.getSuperclass();
    }
    return type.getCanonicalName().replaceAll("^REPL\\.\\$JShell\\$\\d+[A-Z]*\\.", "");
  }

  /** What a variable holds now; null also if it is no longer there. */
  @Nullable Object value(VarSnippet variable) {
    Field field = fields.get(variable.id());
    try {
      return field == null ? null : field.get(null);
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  /** Lets go of what a variable holds; a primitive stays. */
  void clear(VarSnippet variable) {
    Field field = fields.remove(variable.id());
    byName.remove(variable.name());
    try {
      if (field != null && !field.getType().isPrimitive()) {
        field.set(null, null);
      }
    } catch (IllegalAccessException e) {
      // It stays in memory; nothing else depends on it.
    }
  }

  private @Nullable Field find(VarSnippet variable) {
    try {
      String owner = shell.sourceCodeAnalysis().wrapper(variable).fullClassName();
      Field field = execution.loaded(owner).getDeclaredField(variable.name());
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
