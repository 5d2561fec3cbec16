package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.CellFiles;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * JShell, opened when a cell declares something or is to be explained: to open it takes longer than
 * all else that a first result needs.
 */
final class Shell implements AutoCloseable {
  /** A cell runs once: it need not wait until Java has made code to put its texts together. */
  private static final String IN_PLACE = "-XDstringConcat=inline";

  private final Execution execution;
  private final StartupImports imports;
  private final Function<Set<String>, String> temporaryName;
  private volatile @Nullable JShell opened;
  private boolean closed;

  /**
   * Not open yet.
   *
   * @param temporaryName names the next value that has no name, given those that are taken
   */
  Shell(Execution execution, StartupImports imports, Function<Set<String>, String> temporaryName) {
    this.execution = execution;
    this.imports = imports;
    this.temporaryName = temporaryName;
  }

  /** JShell, with the imports with which all cells begin. */
  JShell open() {
    JShell ready = opened;
    return ready == null ? opening() : ready;
  }

  private synchronized JShell opening() {
    JShell ready = opened;
    if (ready == null) {
      if (closed) {
        throw new IllegalStateException("the session has ended");
      }
      JShell made =
          JShell.builder()
              .executionEngine(execution.provider(), Map.of())
              .fileManager(CellFiles::new)
              .tempVariableNameGenerator(this::temporaryName)
              .compilerOptions(IN_PLACE)
              .build();
      imports.evaluate(made);
      opened = made;
      ready = made;
    }
    return ready;
  }

  private String temporaryName() {
    return temporaryName.apply(
        open().variables().map(VarSnippet::name).collect(Collectors.toSet()));
  }

  /** Whether it is open: if not, no cell has declared anything. */
  boolean isOpen() {
    return opened != null;
  }

  /** All that it was ever given, in order; nothing while it is not open. */
  Stream<Snippet> snippets() {
    JShell ready = opened;
    return ready == null ? Stream.of() : ready.snippets();
  }

  /** Evaluates something, so that the first declaration is not the one for which it starts. */
  void rehearse() {
    JShell ready = open();
    ready.eval("1").stream().map(SnippetEvent::snippet).forEach(ready::drop);
  }

  @Override
  public synchronized void close() {
    closed = true;
    JShell ready = opened;
    if (ready != null) {
      ready.close();
    }
  }
}
