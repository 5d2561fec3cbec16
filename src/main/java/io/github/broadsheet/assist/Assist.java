package io.github.broadsheet.assist;

import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Analyzer;
import io.github.broadsheet.analysis.Attributed;
import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Magics;
import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.analysis.Scope;
import io.github.broadsheet.analysis.Token;
import io.github.broadsheet.extension.LiteralCompleter;
import io.github.broadsheet.extension.PapersExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a reader asks while typing. Positions are UTF-16 offsets in the cell. Thread-safe;
 * never runs the reader's code and never waits for it.
 *
 * <pre>{@code
 * var assist = new Assist(session::scope);
 * assist.complete("papers.where(about(\"agent\")).so", 34).items();
 * }</pre>
 */
public final class Assist implements AutoCloseable {
  private record Indexed(List<Path> classPath, CompletableFuture<ClassIndex> index) {}

  private final Supplier<Scope> scope;
  private final Analyzer analyzer;
  private final Supplier<List<LiteralCompleter>> literals;
  private final Sources sources = new Sources();
  private volatile @Nullable Indexed indexed;

  /** Code intelligence for a session that publishes its scope. */
  public Assist(Supplier<Scope> scope) {
    this(scope, new Analyzer());
  }

  /** The same, with an analyzer that others use, too; closing this closes that. */
  public Assist(Supplier<Scope> scope, Analyzer analyzer) {
    this(scope, analyzer, new PapersExtension()::literalCompleters);
  }

  /**
   * The same.
   *
   * @param literals who knows what may stand inside strings, now
   */
  public Assist(
      Supplier<Scope> scope, Analyzer analyzer, Supplier<List<LiteralCompleter>> literals) {
    this.scope = scope;
    this.analyzer = analyzer;
    this.literals = literals;
  }

  /** What may stand at the cursor; no items where nothing is known. */
  public Completion complete(String code, int cursor) {
    int position = Math.max(0, Math.min(cursor, code.length()));
    Scope now = scope.get();
    Probe probe = Probe.at(code, position);
    if (probe == null) {
      return Completion.none(position);
    }
    ClassIndex index = classes(now, probe);
    List<Completion.Item> items =
        analyzer.attribute(
            now,
            probe.code(),
            cell -> items(cell, documentation(cell, now), probe, index, now, code));
    return AddedImports.placed(new Completion(probe.start(), position, items), code);
  }

  /**
   * What the name at the cursor means.
   *
   * @param detail 1 adds its source, as far as it can be had
   */
  public Optional<Inspection> inspect(String code, int cursor, int detail) {
    int position = Math.max(0, Math.min(cursor, code.length()));
    Scope now = scope.get();
    return analyzer.attribute(
        now,
        Brackets.close(code),
        cell -> new Inspector(cell, now, documentation(cell, now)).at(code, position, detail > 0));
  }

  /** Whether a cell is ready to run. */
  public Completeness completeness(String code) {
    return CompletenessCheck.of(analyzer, code);
  }

  /** What is wrong in a cell, without running it. */
  public List<Problem> problems(String code) {
    return analyzer.problems(scope.get(), code);
  }

  /** Full names of the classes of a simple name; those that are read by now. */
  public List<String> classesNamed(String simpleName) {
    return index(scope.get()).getNow(ClassIndex.EMPTY).startingWith(simpleName).stream()
        .filter(name -> name.endsWith("." + simpleName))
        .toList();
  }

  /** Reads ahead what the first question will need: javac's classes and the names of all types. */
  public void warmUp() {
    Scope now = scope.get();
    index(now);
    analyzer.attribute(now, "\"\".length()", Attributed::tree);
  }

  /** Waits until all types are known, such as before a measurement. */
  void awaitIndex() {
    index(scope.get()).join();
  }

  @Override
  public void close() {
    analyzer.close();
  }

  private CompletableFuture<ClassIndex> index(Scope now) {
    Indexed known = indexed;
    if (known == null || !known.classPath.equals(now.classPath())) {
      List<Path> classPath = now.classPath();
      Supplier<ClassIndex> read = () -> ClassIndex.of(classPath);
      known = new Indexed(classPath, CompletableFuture.supplyAsync(read, Assist::onItsOwn));
      indexed = known;
    }
    return known.index;
  }

  /** Not in the pool that all share: an interrupt stops what works there for a cell. */
  private static void onItsOwn(Runnable task) {
    Thread thread = new Thread(task, "broadsheet-index");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The types known when a cursor asks. An import has no answer but these, so it waits for them;
   * any other place has enough to offer while they are still being read.
   */
  private ClassIndex classes(Scope now, Probe probe) {
    CompletableFuture<ClassIndex> index = index(now);
    return probe.kind() == Probe.Kind.IMPORT
        ? index.copy().completeOnTimeout(ClassIndex.EMPTY, 5, TimeUnit.SECONDS).join()
        : index.getNow(ClassIndex.EMPTY);
  }

  private Documentation documentation(Attributed cell, Scope now) {
    return new Documentation(cell, sources, now);
  }

  private List<Completion.Item> items(
      Attributed cell,
      Documentation documentation,
      Probe probe,
      ClassIndex index,
      Scope now,
      String code) {
    if (probe.kind() == Probe.Kind.IMPORT) {
      String typed = code.substring(0, probe.start());
      int statement = typed.lastIndexOf("import");
      return ImportCompletion.of(
          cell, documentation, index, typed.substring(statement), probe.prefix());
    }
    TreePath marker = Cursor.marker(cell.tree());
    if (probe.kind() == Probe.Kind.LITERAL) {
      return marker == null
          ? List.of()
          : LiteralCompletion.at(cell, documentation, marker, now, literals.get(), probe.prefix());
    }
    boolean called = code.startsWith("(", probe.start() + probe.prefix().length());
    List<Token> before = Lexer.significant(Magics.blank(code).substring(0, probe.start()));
    return NameCompletion.at(cell, documentation, marker, index, probe, before, called);
  }
}
