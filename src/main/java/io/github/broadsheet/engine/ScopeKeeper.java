package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Scope;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/** Publishes what is declared, so that others can read it while a cell runs. */
final class ScopeKeeper {
  private final Shell shell;
  private final StartupImports imports;
  private final Variables variables;
  private final Results results;
  private final Places places;
  private final List<Path> classPath = new ArrayList<>();
  private final List<Path> added = new CopyOnWriteArrayList<>();
  private volatile Scope scope =
      new Scope(0, List.of(), List.of(), List.of(), List.of(), List.of());

  ScopeKeeper(
      Shell shell, StartupImports imports, Variables variables, Results results, Places places) {
    this.imports = imports;
    this.results = results;
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
    if (shell.isOpen()) {
      shell.open().addToClasspath(classPath.get(0).toString());
    }
  }

  void publish() {
    List<Scope.Variable> variables = new ArrayList<>();
    active(VarSnippet.class).map(this::live).forEach(variables::add);
    variables.addAll(results.undeclared());
    scope =
        new Scope(
            scope.generation() + 1,
            shell.isOpen()
                ? active(ImportSnippet.class)
                    .flatMap(s -> StartupImports.single(s.source().strip()))
                    .toList()
                : imports.all(),
            variables,
            active(MethodSnippet.class).map(this::documented).toList(),
            active(TypeDeclSnippet.class).map(this::documented).toList(),
            classPath);
  }

  private <S extends Snippet> Stream<S> active(Class<S> kind) {
    return shell
        .snippets()
        .filter(s -> kind.isInstance(s) && shell.open().status(s).isActive())
        .map(kind::cast);
  }

  private String documented(Snippet snippet) {
    return places.commentOf(snippet) + snippet.source().strip();
  }

  private Scope.Variable live(VarSnippet variable) {
    return new Scope.Variable(
        variable.name(),
        variables.type(variable),
        () -> variables.value(variable),
        variables.isAnonymous(variable));
  }
}
