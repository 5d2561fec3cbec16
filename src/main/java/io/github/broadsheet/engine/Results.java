package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Scope;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * The values of the last cells, and their JShell variables {@code $3}; older ones are let go. The
 * value of a cell that JShell knows nothing of becomes a variable when a cell names it.
 */
final class Results {
  private static final int KEPT = 20;
  private static final String NAME = "\\$\\d{1,9}";
  private static final InheritableThreadLocal<@Nullable Results> CURRENT =
      new InheritableThreadLocal<>();

  /** A value, with its type as it can be written, and the variable, if there is one. */
  private record Result(
      @Nullable Object value, @Nullable String type, @Nullable VarSnippet variable) {}

  private final Shell shell;
  private final Variables variables;
  private final Leftovers leftovers;
  private final Map<Integer, Result> byCell = new LinkedHashMap<>();
  private final BitSet evicted = new BitSet();

  Results(Shell shell, Variables variables, Leftovers leftovers) {
    this.leftovers = leftovers;
    this.shell = shell;
    this.variables = variables;
  }

  void enter() {
    CURRENT.set(this);
  }

  static @Nullable Results current() {
    return CURRENT.get();
  }

  /** Keeps the value of a cell; that of a statement in the middle of one is let go at once. */
  synchronized void add(
      int cell, @Nullable Object value, @Nullable VarSnippet variable, boolean last) {
    if (last) {
      put(cell, new Result(value, null, variable));
    } else {
      drop(variable);
    }
  }

  /** Keeps the value of a cell, of this type. */
  synchronized void add(int cell, @Nullable Object value, String type) {
    put(cell, new Result(value, type, null));
  }

  /** Makes variables of the values that a cell names. */
  void declare(Set<String> names) {
    for (String name : names) {
      int cell = name.matches(NAME) ? Integer.parseInt(name.substring(1)) : 0;
      String declaration = declaration(cell);
      if (declaration != null) {
        // Not under the lock: what is evaluated asks for the value.
        shell.open().eval(declaration).stream()
            .map(SnippetEvent::snippet)
            .filter(VarSnippet.class::isInstance)
            .map(VarSnippet.class::cast)
            .forEach(variable -> name(cell, variable));
      }
    }
  }

  private synchronized @Nullable String declaration(int cell) {
    Result result = byCell.get(cell);
    return result == null || result.variable != null || result.type == null
        ? null
        : String.format(
            Locale.ROOT,
            "%1$s $%2$d = (%1$s) (Object) %3$s.<Object>out(%2$d);",
            result.type,
            cell,
            Out.class.getName());
  }

  private synchronized void name(int cell, VarSnippet variable) {
    byCell.computeIfPresent(cell, (key, old) -> new Result(old.value, old.type, variable));
  }

  /** The values that are no variables yet, as if they were. */
  synchronized List<Scope.Variable> undeclared() {
    List<Scope.Variable> all = new ArrayList<>();
    byCell.forEach(
        (cell, result) -> {
          if (result.variable == null && result.type != null) {
            // Asked for by its number: a scope that somebody keeps does not keep the value.
            all.add(new Scope.Variable("$" + cell, result.type, () -> value(cell)));
          }
        });
    return all;
  }

  private synchronized @Nullable Object value(int cell) {
    Result result = byCell.get(cell);
    return result == null ? null : result.value;
  }

  private void put(int cell, Result result) {
    Result old = byCell.remove(cell);
    if (old != null) {
      drop(old.variable);
    }
    byCell.put(cell, result);
    Iterator<Map.Entry<Integer, Result>> oldest = byCell.entrySet().iterator();
    while (byCell.size() > KEPT) {
      Map.Entry<Integer, Result> next = oldest.next();
      drop(next.getValue().variable);
      evicted.set(next.getKey());
      oldest.remove();
    }
  }

  private void drop(@Nullable VarSnippet variable) {
    if (variable != null) {
      variables.clear(variable);
      leftovers.drop(variable);
      shell.open().drop(variable);
    }
  }

  synchronized @Nullable Object last() {
    if (byCell.isEmpty()) {
      throw new IllegalStateException("No cell has shown a value yet.");
    }
    return byCell.values().stream().reduce((a, b) -> b).map(Result::value).orElse(null);
  }

  synchronized @Nullable Object of(int cell) {
    Result result = byCell.get(cell);
    if (result == null && cell >= 0 && evicted.get(cell)) {
      throw new IllegalArgumentException(gone(cell));
    }
    if (result == null) {
      throw new IllegalArgumentException(
          "No value of cell " + cell + " is kept; there are " + byCell.keySet() + ".");
    }
    return result.value;
  }

  /** What became of {@code $3}; null if there was no such value. */
  synchronized @Nullable String lost(String name) {
    if (!name.matches(NAME)) {
      return null;
    }
    int cell = Integer.parseInt(name.substring(1));
    return !evicted.get(cell) ? null : gone(cell);
  }

  private String gone(int cell) {
    List<Integer> kept = List.copyOf(byCell.keySet());
    return String.format(
        Locale.ROOT,
        "the value of cell %d is no longer kept, only those of the last %d cells that gave one, %d to"
            + " %d: give a value a name to keep it",
        cell,
        kept.size(),
        kept.get(0),
        kept.get(kept.size() - 1));
  }
}
