package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Scope;
import io.github.broadsheet.engine.UserCode.Ending;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * A Java session: cells run one after the other and see what earlier ones declared.
 *
 * <p>Cells share this program's class loader, so that a value is of the same class on both sides,
 * and each runs on a thread of its own that can be stopped.
 */
public final class Session implements AutoCloseable {
  private final Execution execution;
  private final JShell shell;
  private final Places places = new Places();
  private final Variables variables;
  private final Results results;
  private final ScopeKeeper scopes;
  private volatile @Nullable Stop stop;
  private int temporary;
  private int number;

  private Session(List<Path> classPath) {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try {
      execution = new Execution();
      shell =
          JShell.builder()
              .executionEngine(execution.provider(), java.util.Map.of())
              .tempVariableNameGenerator(this::temporaryName)
              .build();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    variables = new Variables(shell, execution);
    results = new Results(shell, variables);
    scopes = new ScopeKeeper(shell, variables, classPath);
    Streams.install();
    if (!classPath.isEmpty()) {
      addToClassPath(classPath);
    }
    StartupImports.statements().forEach(shell::eval);
    scopes.publish();
  }

  /** A session whose cells see what this program sees. */
  public static Session open() {
    return open(List.of());
  }

  /** A session whose cells see what this program sees, and these jars and folders. */
  public static Session open(List<Path> classPath) {
    return new Session(classPath);
  }

  /**
   * Runs a cell and waits for its end. One cell at a time; the caller queues.
   *
   * <p>A cell that cannot be stopped is left behind after {@link #interrupt()} and two seconds: the
   * outcome says so, and the next cell works.
   */
  public synchronized Outcome evaluate(Cell cell, CellIo io) {
    Stop newStop = new Stop();
    number = cell.number();
    places.add(cell);
    Streams.Target target = Streams.enter(io);
    execution.begin(cell, newStop);
    results.enter();
    stop = newStop;
    try {
      return run(cell, newStop, target);
    } finally {
      stop = null;
      scopes.publish();
      Streams.leave(target);
    }
  }

  private Outcome run(Cell cell, Stop stopping, Streams.Target target) {
    Failures failures = new Failures(places, cell);
    List<Piece> pieces = Piece.split(shell.sourceCodeAnalysis(), cell.code());
    for (Piece piece : pieces) {
      if (!piece.complete()) {
        return failures.compilation(SyntaxErrors.of(shell, cell.code(), piece));
      }
    }
    Outcome outcome = new Outcome.Done(null);
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      List<SnippetEvent> events = shell.eval(piece.source());
      places.add(cell, piece, events, shell.sourceCodeAnalysis());
      variables.restore(events, target);
      for (SnippetEvent event : events) {
        if (event.causeSnippet() == null && event.status() == Status.REJECTED) {
          return failures.compilation(
              SyntaxErrors.of(shell.diagnostics(event.snippet()).toList(), piece));
        }
      }
      Ending ending = execution.ending();
      if (ending != null && (ending.thrown() != null || ending.left() || stopping.requested())) {
        return failures.runtime(ending, stopping);
      }
      if (stopping.requested()) {
        return failures.interrupted(List.of(), false);
      }
      boolean last = i == pieces.size() - 1;
      if (ending != null && isExpression(events)) {
        results.add(cell.number(), last ? ending.value() : null, temporaryOf(events), last);
        if (last && piece.shown() && !target.displayed(ending.value())) {
          outcome = show(ending.value(), failures, stopping);
        }
      }
    }
    return unresolved(failures, outcome);
  }

  private Outcome show(@Nullable Object value, Failures failures, Stop stopping) {
    Ending rendered = execution.run(() -> Rendering.of(value));
    if (rendered.thrown() != null || rendered.left() || stopping.requested()) {
      return failures.rendering(rendered, value, stopping);
    }
    @SuppressWarnings("unchecked")
    var bundle = (java.util.Map<String, Object>) rendered.value();
    return new Outcome.Done(bundle);
  }

  /** What was declared but cannot be used, because it names something that is nowhere. */
  private Outcome unresolved(Failures failures, Outcome outcome) {
    List<String> missing =
        shell
            .snippets()
            .filter(s -> places.inLastCell(s) && s instanceof DeclarationSnippet)
            .filter(
                s ->
                    shell.status(s) == Status.RECOVERABLE_DEFINED
                        || shell.status(s) == Status.RECOVERABLE_NOT_DEFINED)
            .map(DeclarationSnippet.class::cast)
            .map(
                s ->
                    s.name()
                        + " uses "
                        + shell
                            .unresolvedDependencies(s)
                            .sorted()
                            .collect(Collectors.joining(", ")))
            .toList();
    return missing.isEmpty() ? outcome : failures.unresolved(missing);
  }

  private static boolean isExpression(List<SnippetEvent> events) {
    return events.stream()
        .filter(e -> e.causeSnippet() == null)
        .anyMatch(e -> e.snippet() instanceof ExpressionSnippet || isTemporary(e.snippet()));
  }

  private static boolean isTemporary(Snippet snippet) {
    return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }

  private static @Nullable VarSnippet temporaryOf(List<SnippetEvent> events) {
    return events.stream()
        .filter(e -> e.causeSnippet() == null && isTemporary(e.snippet()))
        .map(e -> (VarSnippet) e.snippet())
        .findFirst()
        .orElse(null);
  }

  /** {@code $3} for the value of cell 3; what a statement before it leaves is {@code $3_1}. */
  private String temporaryName() {
    String name = "$" + number;
    while (shell.variables().map(VarSnippet::name).anyMatch(name::equals)) {
      name = String.format(Locale.ROOT, "$%d_%d", number, ++temporary);
    }
    return name;
  }

  /** Stops the running cell, if any; state stays. Any thread may call it. */
  public void interrupt() {
    Stop current = stop;
    if (current != null) {
      current.request();
    }
  }

  /** What is declared now. Never waits for a running cell. */
  public Scope scope() {
    return scopes.current();
  }

  /** Makes jars and folders visible to the cells that follow. */
  public synchronized void addToClassPath(List<Path> entries) {
    String joined =
        entries.stream()
            .map(Path::toString)
            .collect(Collectors.joining(java.io.File.pathSeparator));
    shell.addToClasspath(joined);
    scopes.add(entries);
  }

  /** Loads what the first cells will need; for a thread that has nothing else to do. */
  public synchronized void warm() {
    shell.eval("1");
  }

  @Override
  public void close() {
    shell.close();
    Streams.uninstall();
  }
}
