package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Token;
import io.github.broadsheet.engine.CellIo.Channel;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import jdk.jshell.ImportSnippet;
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
  private static final String PROBE = "$probe";
  private static final Pattern UNWRITABLE = Pattern.compile("<anonymous|[#&]");

  private final Shell shell;
  private final Execution execution;
  private final Places places;
  private final StartupImports imports;
  private final Map<String, Field> fields = new ConcurrentHashMap<>();
  private final Map<String, Field> byName = new HashMap<>();
  // By the ids of what the last evaluation declared: what had that name before.
  private final Map<String, Field> replaced = new HashMap<>();
  // Those that the last evaluation took the value of, with where it still is.
  private final Map<VarSnippet, Field> emptied = new LinkedHashMap<>();
  // By name, what became of the variables that are no longer there.
  private final Map<String, String> lost = new HashMap<>();
  private final Set<String> unsaid = new LinkedHashSet<>();

  Variables(Shell shell, Execution execution, Places places, StartupImports imports) {
    this.imports = imports;
    this.shell = shell;
    this.execution = execution;
    this.places = places;
    execution.onRenewal(this::carryBefore);
  }

  /**
   * Gives the variables that JShell has emptied their values back before a snippet runs: it may be
   * made from one that was made from what it declares.
   */
  private void carryBefore(Class<?> snippet) {
    for (VarSnippet variable : shell.open().variables().toList()) {
      Field old = fields.get(variable.id());
      Field now = old == null ? null : find(variable);
      if (old != null
          && now != null
          && !now.equals(old)
          && now.getDeclaringClass() != snippet
          && carry(old, now)) {
        fields.put(variable.id(), now);
        byName.put(variable.name(), now);
      }
    }
  }

  /** After an evaluation: gives the variables that JShell emptied their old values back. */
  void restore(List<SnippetEvent> events) {
    replaced.clear();
    emptied.clear();
    carryOver(events);
    Snippet cause =
        events.stream()
            .filter(e -> e.causeSnippet() == null)
            .map(SnippetEvent::snippet)
            .findFirst()
            .orElse(null);
    if (cause != null) {
      for (Map.Entry<VarSnippet, Field> each : List.copyOf(emptied.entrySet())) {
        if (emptied.containsKey(each.getKey())) { // else the one before brought it back
          lose(each.getKey(), each.getValue(), cause);
        }
      }
    }
  }

  private void carryOver(List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      // What is overwritten has the id of what has overwritten it.
      if (event.snippet() instanceof VarSnippet variable && event.status() != Status.OVERWRITTEN) {
        carryOver(event, variable);
      }
    }
  }

  private void carryOver(SnippetEvent event, VarSnippet variable) {
    Field old = fields.remove(variable.id());
    Field now = event.status() == Status.VALID ? find(variable) : null;
    if (now != null) {
      lost.remove(variable.name());
      fields.put(variable.id(), now);
      Field before = byName.put(variable.name(), now);
      if (before != null) {
        replaced.put(variable.id(), before);
      }
    }
    if (event.causeSnippet() == null || old == null || event.status() == Status.DROPPED) {
      return;
    }
    if (carry(old, now)) {
      emptied.remove(variable);
    } else if (event.previousStatus() == Status.VALID) {
      emptied.put(variable, old);
    }
    if (now == null) {
      fields.put(variable.id(), old); // it may come back, such as by one more import
    }
  }

  /** Keeps the value under its own type, if that is none of the cells'; else says what to do. */
  private void lose(VarSnippet variable, Field old, Snippet cause) {
    boolean writable = compiles(variable.typeName());
    if (writable && redeclare(variable, old)) {
      return;
    }
    if (shell.open().status(variable) == Status.VALID) {
      // As null it would be taken for a value.
      fields.remove(variable.id());
      byName.remove(variable.name());
      shell.open().drop(variable);
    }
    lost.put(variable.name(), lost(variable, reason(cause, writable)));
    unsaid.add(variable.name());
  }

  /** Whether a variable can be of this type; an import may have made its name ambiguous. */
  private boolean compiles(String type) {
    if (UNWRITABLE.matcher(type).find()) {
      return false;
    }
    List<SnippetEvent> events = shell.open().eval(type + " " + PROBE + ";");
    events.stream().filter(e -> e.status().isActive()).forEach(e -> shell.open().drop(e.snippet()));
    return events.get(0).status() == Status.VALID;
  }

  /** Its initializer does not compile any more, but the value needs none. */
  private boolean redeclare(VarSnippet variable, Field old) {
    String type = variable.typeName();
    if (variable.name().startsWith("$")
        || old.getType().getName().startsWith("REPL.")
        || shell
            .open()
            .types()
            .anyMatch(t -> type.matches(".*\\b" + Pattern.quote(t.name()) + "\\b.*"))) {
      return false;
    }
    List<SnippetEvent> events = shell.open().eval(type + " " + variable.name() + ";");
    if (!(events.get(0).snippet() instanceof VarSnippet now)) {
      return false;
    }
    carryOver(events);
    Field field = fields.get(now.id());
    return field != null && carry(old, field);
  }

  /** After a cell: says which it has made away with, and has not declared itself. */
  void sayLost(Streams.Target target) {
    for (String name : unsaid) {
      String what = lost.get(name);
      if (what != null && !name.startsWith("$")) {
        target.print(Channel.ERR, what + "\n");
      }
    }
    unsaid.clear();
  }

  /**
   * What became of a variable that is no longer there, and what to do; null if nothing is known.
   */
  @Nullable String lost(String name) {
    return lost.get(name);
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
          shell.open().drop(variable);
        }
      }
    }
  }

  private String lost(VarSnippet variable, String reason) {
    Cell cell = places.cellOf(variable);
    return variable.name()
        + " lost its value, because "
        + reason
        + ": run "
        + (cell == null ? "its cell" : cell.name())
        + " again";
  }

  /** JShell compiles some variables anew only when something is imported. */
  private static String reason(Snippet cause, boolean writable) {
    if (cause instanceof ImportSnippet imported) {
      return writable
          ? "what it was made from was declared again"
          : imported.fullname() + " was imported";
    }
    return (cause instanceof PersistentSnippet named ? named.name() : cause.source().strip())
        + " was declared again";
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

  /** Whether a variable's own type has no name. */
  boolean isAnonymous(VarSnippet variable) {
    Field field = fields.get(variable.id());
    return field != null && UNWRITABLE.matcher(variable.typeName()).find();
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

  /** Does what a cell says with {@code name = null}, without compiling it; the names. */
  List<String> letGo(String code) {
    List<Token> tokens = Lexer.significant(code);
    List<String> names = new ArrayList<>();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean begins = i == 0 || tokens.get(i - 1).is(";");
      Field field = byName.get(tokens.get(i).text());
      if (begins
          && field != null
          && tokens.get(i + 1).is("=")
          && tokens.get(i + 2).is("null")
          && empty(field)) {
        names.add(field.getName());
      }
    }
    return names;
  }

  private static boolean empty(Field field) {
    try {
      if (!field.getType().isPrimitive()) {
        field.set(null, null);
        return true;
      }
    } catch (IllegalAccessException e) {
      // It stays in memory; nothing else depends on it.
    }
    return false;
  }

  /** Lets go of what a variable holds; a primitive stays. */
  void clear(VarSnippet variable) {
    Field field = fields.remove(variable.id());
    byName.remove(variable.name());
    if (field != null) {
      empty(field);
    }
  }

  private @Nullable Field find(VarSnippet variable) {
    try {
      String owner = shell.open().sourceCodeAnalysis().wrapper(variable).fullClassName();
      Field field = execution.loaded(owner).getDeclaredField(variable.name());
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
