package io.github.broadsheet.engine;

import io.github.broadsheet.engine.CellIo.Channel;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * The live variables: static fields of JShell's classes. JShell makes these classes anew, with
 * empty fields, when something they depend on is declared again; here the values are carried over.
 */
final class Variables {
  private final JShell shell;
  private final Execution execution;
  private final Map<String, Field> fields = new ConcurrentHashMap<>();

  Variables(JShell shell, Execution execution) {
    this.shell = shell;
    this.execution = execution;
  }

  /** After an evaluation: gives the variables that JShell emptied their old values back. */
  void restore(List<SnippetEvent> events, Streams.Target target) {
    for (SnippetEvent event : events) {
      if (event.snippet() instanceof VarSnippet variable) {
        Field old = fields.remove(variable.id());
        Field now = event.status() == Status.VALID ? find(variable) : null;
        if (now != null) {
          fields.put(variable.id(), now);
        }
        if (event.causeSnippet() != null && old != null && !carry(old, now)) {
          target.print(
              Channel.ERR,
              variable.name()
                  + " lost its value, because "
                  + event.causeSnippet().source().lines().findFirst().orElse("").strip()
                  + " was declared again: run its cell again\n");
        }
      }
    }
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
