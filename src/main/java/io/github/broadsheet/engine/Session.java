package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Analyzer;
import io.github.broadsheet.analysis.Fragment;
import io.github.broadsheet.analysis.Scope;
import io.github.broadsheet.extension.CellEvent;
import io.github.broadsheet.extension.Extension;
import io.github.broadsheet.extension.LiteralCompleter;
import io.github.broadsheet.source.PaperTable;
import io.github.broadsheet.source.Sample;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * A Java session: cells run one after the other and see what earlier ones declared.
 *
 * <p>Cells share this program's class loader, so that a value is of the same class on both sides,
 * and each runs on a thread of its own that can be stopped.
 */
public final class Session implements AutoCloseable {
  /** To load things in advance takes this for a moment: Tablesaw looks into each jar. */
  private static final long ROOM = 64L << 20;

  private final Execution execution;
  private final Shell shell;
  private final Analyzer analyzer;
  private final Places places = new Places();
  private final Results results;
  private final Variables variables;
  private final ScopeKeeper scopes;
  private final CellRun.Parts parts;
  private final Extensions extensions = new Extensions();
  private final Set<Stop> asides = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Stop stop;
  private volatile boolean closed;
  private boolean rehearsed;
  private volatile boolean tablesShown;
  private int temporary;
  private int number;

  private Session(List<Path> classPath, ClassLoader parent) {
    execution = new Execution(this::uncaught, parent);
    analyzer = new Analyzer(execution.classes());
    StartupImports imports =
        new StartupImports(
            extensions.load(
                ProgramExtensions.of(Session.class.getClassLoader()), System.err::print));
    shell = new Shell(execution, imports, this::temporaryName);
    variables = new Variables(shell, execution, places, imports);
    Leftovers leftovers = new Leftovers(shell::open);
    results = new Results(shell, variables, leftovers);
    scopes = new ScopeKeeper(shell, imports, variables, results, places);
    Shortcut shortcut = new Shortcut(shell, imports, execution, analyzer);
    parts =
        new CellRun.Parts(
            shell, execution, analyzer, places, variables, results, leftovers, scopes, shortcut);
    Streams.install();
    addToClassPath(classPath);
    scopes.publish();
  }

  /** A session whose cells see what this program sees. */
  public static Session open() {
    return open(List.of());
  }

  /** A session whose cells see what this program sees, and these jars and folders. */
  public static Session open(List<Path> classPath) {
    return new Session(classPath, Session.class.getClassLoader());
  }

  /** A place to run cells while one of this session runs. */
  public SideSession beside() {
    return new SideSession(this, new Session(scopes.added(), execution.loader()));
  }

  /** Evaluates a declaration for the cells that follow; what does not compile is not there. */
  synchronized void declare(String source) {
    shell.open().eval(source);
    scopes.publish();
  }

  /**
   * Runs a cell and waits for its end. One cell at a time; the caller queues.
   *
   * <p>A cell that cannot be stopped is left behind after {@link #interrupt()} and two seconds: the
   * outcome says so, and the next cell works.
   */
  public Outcome evaluate(Cell cell, CellIo io) {
    return evaluate(cell, List.of(new Step.Java(cell)), io);
  }

  /** Runs the steps of a cell in the same way, until one fails. */
  public synchronized Outcome evaluate(Cell cell, List<Step> steps, CellIo io) {
    return DeepStack.call(() -> evaluateHere(cell, steps, io));
  }

  /** Runs work of the program that calls the reader's code, and waits for no cell. */
  public Outcome aside(CellIo io, Runnable work) {
    Streams.Target target = Streams.enter(io);
    try {
      Throwable thrown = beside(work).thrown();
      return thrown == null ? new Outcome.Done(null) : new Traces(places).failed(thrown);
    } finally {
      Streams.leave(target);
    }
  }

  private Outcome evaluateHere(Cell cell, List<Step> steps, CellIo io) {
    Stop expected = stop;
    Stop newStop = expected == null ? new Stop() : expected;
    number = cell.number();
    Streams.Target target = Streams.enter(io);
    execution.begin(cell, newStop);
    results.enter();
    stop = newStop;
    boolean failed = true;
    try {
      if (hasRoom()) {
        Reserve.fill();
      }
      tell("beforeCell", e -> e.beforeCell(new CellEvent(cell.number(), cell.code(), false)), cell);
      Outcome outcome =
          new StepsRun(parts, this::extendClassPath, newStop, target).run(cell, steps);
      failed = outcome instanceof Outcome.Failed;
      if (failed && ((Outcome.Failed) outcome).name().equals(OutOfMemoryError.class.getName())) {
        analyzer.close(); // What it holds, the next cell needs to be compiled.
      }
      return outcome;
    } catch (RuntimeException | Error e) { // javac can fail on code nobody thought of
      if (e instanceof OutOfMemoryError) {
        Reserve.open();
      }
      scopes.renewCompiler();
      analyzer.close();
      return new Traces(places).fault(e, () -> variables.letGo(cell.code()));
    } finally {
      stop = null;
      boolean badly = failed;
      tell("afterCell", e -> e.afterCell(new CellEvent(cell.number(), cell.code(), badly)), cell);
      scopes.publish();
      Streams.leave(target);
    }
  }

  private void tell(String what, Consumer<Extension> call, Cell cell) {
    if (cell.code().isEmpty()) {
      return; // Not a cell of the reader's.
    }
    for (Extension extension : extensions.listeners(what)) {
      Throwable thrown = beside(() -> call.accept(extension)).thrown();
      if (thrown != null) {
        System.err.println(extension.getClass().getName() + "." + what + " failed: " + thrown);
      }
    }
  }

  /** Runs the reader's code, or an extension's, on a thread that an interrupt stops. */
  private UserCode.Ending beside(Runnable work) {
    Stop own = new Stop();
    asides.add(own);
    try {
      return execution.aside(Executors.callable(work), own);
    } finally {
      asides.remove(own);
    }
  }

  /** A thread that a cell started has died; by now the cell may have ended. */
  private void uncaught(Thread thread, Throwable thrown) {
    List<String> lines = new Traces(places).failed(thrown).traceback();
    System.err.println(
        "Exception in thread \"" + thread.getName() + "\": " + String.join("\n", lines));
  }

  /** {@code $3} for the value of cell 3; what a statement before it leaves is {@code $3_1}. */
  private String temporaryName(Set<String> taken) {
    String name = "$" + number;
    while (taken.contains(name)) {
      name = String.format(Locale.ROOT, "$%d_%d", number, ++temporary);
    }
    return name;
  }

  /**
   * Says that a cell comes: an interrupt from now on stops it, even if it has not begun. Without
   * this an interrupt is for a cell that runs already.
   */
  public void expect() {
    stop = new Stop();
  }

  /** Stops the running or expected cell, if any; state stays. Any thread may call it. */
  public void interrupt() {
    Stop current = stop;
    if (current != null) {
      current.request();
    }
    asides.forEach(Stop::request);
  }

  /** javac over a cell, as this session uses it: shared, so that it is warm for all. */
  public Analyzer analyzer() {
    return analyzer;
  }

  /** What is declared now. Never waits for a running cell. */
  public Scope scope() {
    return scopes.current();
  }

  /**
   * Those of the extensions that know what may stand inside certain strings. Any thread may ask.
   */
  public List<LiteralCompleter> literalCompleters() {
    return extensions.literalCompleters();
  }

  /** Whether a variable or a method of this name is there. Waits for a running cell. */
  public synchronized boolean declares(String name) {
    return shell
        .snippets()
        .filter(s -> s instanceof VarSnippet || s instanceof MethodSnippet)
        .anyMatch(
            s -> ((DeclarationSnippet) s).name().equals(name) && shell.open().status(s).isActive());
  }

  /** Makes jars and folders visible to the cells that follow. */
  public synchronized void addToClassPath(List<Path> entries) {
    extendClassPath(entries);
  }

  private void extendClassPath(List<Path> entries) {
    if (entries.isEmpty()) {
      return;
    }
    String joined =
        entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    shell.open().addToClasspath(joined);
    for (String statement : extensions.load(execution.loader(), System.err::print)) {
      if (shell.open().eval(statement).stream().anyMatch(e -> e.status() == Status.REJECTED)) {
        System.err.println("An extension wants what cannot be found: " + statement);
      }
    }
    scopes.add(entries);
  }

  /** Compiles something, so that the first cell is not the one for which javac starts. */
  public void rehearse() {
    analyzer.compile(scope(), new Fragment("", "Rehearsal", "1", true));
  }

  /** Starts Tablesaw and the library and shows a table to nobody, where there is memory for it. */
  public void warmTables() {
    if (closed || tablesShown || !hasRoom()) {
      return;
    }
    tablesShown = true;
    startTables();
    // What all cells import, which javac reads meanwhile.
    String imports = String.join(" ", scope().imports());
    analyzer.compile(scope(), new Fragment(imports, "Rehearsal", "Papers.class", true));
    TablesawStart.await();
    // Not as a cell loads it, which would be noted beside all values that cells show.
    Rendering.of(PaperTable.of("start", Sample.listing().papers()));
  }

  /**
   * Loads what later cells will need: javac for whole cells, and all of Java's modules. For a
   * thread that has nothing else to do; cells may be run meanwhile.
   */
  public void warm() {
    if (!closed && hasRoom()) {
      analyzer.attribute(scope(), "1", attributed -> true);
      rehearse();
    }
  }

  /**
   * Whether there is memory to load anything in advance. What is left of a small one is for the
   * reader's values: a cell that needs more loads it.
   */
  public static boolean hasRoom() {
    Runtime java = Runtime.getRuntime();
    return java.maxMemory() - java.totalMemory() + java.freeMemory() >= ROOM;
  }

  /** Opens JShell and declares something; a cell that declares something waits meanwhile. */
  public void warmDeclarations() {
    if (hasRoom()) {
      shell.open();
      rehearseDeclarations();
    }
  }

  private synchronized void rehearseDeclarations() {
    if (!closed && !rehearsed) {
      rehearsed = true;
      shell.rehearse();
    }
  }

  /** Starts Tablesaw beside whatever else is done; cells that need it wait for it. */
  public static void startTables() {
    TablesawStart.begin();
  }

  @Override
  public void close() {
    closed = true;
    shell.close();
    analyzer.close();
    Streams.uninstall();
  }
}
