package io.github.broadsheet.engine;

import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** The values of the last cells, and their JShell variables {@code $3}; older ones are let go. */
final class Results {
  private static final int KEPT = 20;
  private static final InheritableThreadLocal<@Nullable Results> CURRENT =
      new InheritableThreadLocal<>();

  private record Result(@Nullable Object value, @Nullable VarSnippet variable) {}

  private final JShell shell;
  private final Variables variables;
  private final Leftovers leftovers;
  private final Map<Integer, Result> byCell = new LinkedHashMap<>();
  private final BitSet evicted = new BitSet();

  Results(JShell shell, Variables variables, Leftovers leftovers) {
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
    if (!last) {
      drop(variable);
      return;
    }
    Result old = byCell.remove(cell);
    if (old != null) {
      drop(old.variable);
    }
    byCell.put(cell, new Result(value, variable));
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
      shell.drop(variable);
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
    if (!name.matches("\\$\\d{1,9}")) {
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
