package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Scope;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/** Publishes what is declared, so that others can read it while a cell runs. */
final class ScopeKeeper {
  private final JShell shell;
  private final Variables variables;
  private final Places places;
  private final List<Path> classPath = new ArrayList<>();
  private final List<Path> added = new CopyOnWriteArrayList<>();
  private volatile Scope scope =
      new Scope(0, List.of(), List.of(), List.of(), List.of(), List.of());

  ScopeKeeper(JShell shell, Variables variables, Places places) {
    this.places = places;
    this.shell = shell;
    this.variables = variables;
    Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .forEach(classPath::add);
  }

  Scope current() {
    return scope;
  }

  /** What cells have added to the class path of the program. */
  List<Path> added() {
    return List.copyOf(added);
  }

  void add(List<Path> entries) {
    classPath.addAll(entries);
    added.addAll(entries);
    publish();
  }

  /**
   * JShell uses one javac again and again; after some failures that fails for ever. A class path
   * gives it a new one, even if it has nothing new.
   */
  void renewCompiler() {
    shell.addToClasspath(classPath.get(0).toString());
  }

  void publish() {
    scope =
        new Scope(
            scope.generation() + 1,
            defined(shell.imports()).stream().flatMap(StartupImports::single).toList(),
            shell.variables().filter(v -> shell.status(v).isActive()).map(this::live).toList(),
            documented(shell.methods()),
            documented(shell.types()),
            classPath);
  }

  private Scope.Variable live(VarSnippet variable) {
    return new Scope.Variable(
        variable.name(),
        variables.type(variable),
        () -> variables.value(variable),
        variables.isAnonymous(variable));
  }

  private List<String> documented(Stream<? extends Snippet> snippets) {
    return snippets
        .filter(s -> shell.status(s).isActive())
        .map(s -> places.commentOf(s) + s.source().strip())
        .toList();
  }

  private List<String> defined(Stream<? extends Snippet> snippets) {
    return snippets.filter(s -> shell.status(s).isActive()).map(s -> s.source().strip()).toList();
  }
}
