package io.github.broadsheet.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a session has declared so far, as source: all that is needed to compile the next cell
 * against it without asking the session. Immutable; a new one is published after each cell.
 *
 * @param generation grows with each change, so that results can be cached by it
 * @param imports whole statements, such as {@code import java.util.*;}
 * @param variables in the order of their declaration
 * @param methods source of each method, with the comment that documents it
 * @param types source of each class, record, interface and enum, likewise
 * @param classPath jars and folders of the cells
 */
public record Scope(
    long generation,
    List<String> imports,
    List<Variable> variables,
    List<String> methods,
    List<String> types,
    List<Path> classPath) {

  public Scope {
    imports = List.copyOf(imports);
    variables = List.copyOf(variables);
    methods = List.copyOf(methods);
    types = List.copyOf(types);
    classPath = List.copyOf(classPath);
  }

  /** The names of the variables that have members of which nobody knows here. */
  Set<String> partial() {
    return variables.stream()
        .filter(Variable::partial)
        .map(Variable::name)
        .collect(Collectors.toSet());
  }

  /** The same declarations with another class path. */
  public Scope withClassPath(List<Path> entries) {
    return new Scope(generation + 1, imports, variables, methods, types, entries);
  }

  /**
   * A live variable.
   *
   * @param type as it can be written in source
   * @param value reads what it holds now; any thread may ask
   * @param partial whether it has members that its type has not: its class has no name
   */
  public record Variable(
      String name, String type, Supplier<@Nullable Object> value, boolean partial) {
    /** One whose type tells all. */
    public Variable(String name, String type, Supplier<@Nullable Object> value) {
      this(name, type, value, false);
    }
  }
}
