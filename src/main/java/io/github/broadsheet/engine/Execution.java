package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.CellClasses;
import io.github.broadsheet.engine.UserCode.Ending;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * JShell's execution in this JVM, with the real value and the real exception of each snippet
 * instead of their texts.
 *
 * <p>What JShell calls in the place of the snippet is {@link #trampoline()}. Its way to stop
 * endless loops (from JDK 20 on woven into the snippet's code) stays, but asks {@link StopCheck}.
 */
final class Execution extends LocalExecutionControl {
  private static final InheritableThreadLocal<Execution> CURRENT = new InheritableThreadLocal<>();
  private static final Method TRAMPOLINE = trampolineMethod();

  private final UncaughtExceptionHandler uncaught;
  private final ThreadGroup session = new ThreadGroup("cells");
  private Consumer<Class<?>> renewal = snippet -> {};
  private Stop stop = new Stop();
  private CellThreads threads;
  private @Nullable Method target;
  private @Nullable Ending ending;
  private final CellLoader loader;
  private final CellClasses classes = new CellClasses();

  /** With who is told when a thread dies that a cell started, and what the classes of cells see. */
  Execution(UncaughtExceptionHandler uncaught, ClassLoader parent) {
    this(uncaught, new CellLoader(parent));
  }

  private Execution(UncaughtExceptionHandler uncaught, CellLoader loader) {
    super(loader);
    this.loader = loader;
    this.uncaught = uncaught;
    this.threads = new CellThreads(session, "session", uncaught);
  }

  ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "broadsheet";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return Execution.this;
      }
    };
  }

  /** Tells, before the code of a snippet runs, that other classes were made anew for it. */
  void onRenewal(Consumer<Class<?>> listener) {
    renewal = listener;
  }

  void begin(Cell cell, Stop newStop) {
    stop = newStop;
    threads = new CellThreads(session, cell.name(), uncaught);
    threads.takePools();
    ending = null;
  }

  /** How the last snippet ended; null if it only declared something. Asking forgets it. */
  @Nullable Ending ending() {
    Ending last = ending;
    ending = null;
    return last;
  }

  /** The class of this name, as last loaded. */
  Class<?> loaded(String className) throws ClassNotFoundException {
    return findClass(className);
  }

  /** The classes that JShell has made of declarations. */
  CellClasses classes() {
    return classes;
  }

  @Override
  public void load(ClassBytecodes[] made)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    loadFragment(made);
    for (ClassBytecodes each : made) {
      classes.add(each.name(), each.bytecodes());
    }
  }

  /** Loads classes that no others will be compiled against. */
  void loadFragment(ClassBytecodes[] made)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    super.load(made);
  }

  @Override
  protected String invoke(Method method) throws Exception {
    target = method;
    if (loader.renewed()) {
      renewal.accept(method.getDeclaringClass());
    }
    CURRENT.set(this);
    super.invoke(TRAMPOLINE);
    return "";
  }

  private static Method trampolineMethod() {
    try {
      Method method = Execution.class.getDeclaredMethod("trampoline");
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unused") // called by JShell
  private static void trampoline() throws Throwable {
    Execution execution = CURRENT.get();
    Method method = Objects.requireNonNull(execution.target);
    Ending ending = execution.on(() -> call(method));
    execution.ending = ending;
    if (ending.thrown() instanceof SPIResolutionException unresolved) {
      execution.ending = null;
      throw unresolved;
    }
    if (ending.thrown() != null || ending.left()) {
      throw new IllegalStateException("ended early");
    }
  }

  private static @Nullable Object call(Method method) throws Exception {
    try {
      return method.invoke(null);
    } catch (InvocationTargetException e) {
      throw sneaky(Objects.requireNonNull(e.getCause()));
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable e) throws T {
    throw (T) e;
  }

  /** Runs our own code that calls the reader's, such as a toString, as a snippet is run. */
  Ending run(Callable<?> body) {
    clientCodeEnter();
    try {
      return on(body);
    } finally {
      clientCodeLeave();
    }
  }

  /** Runs such code beside what is run now. */
  Ending aside(Callable<?> body, Stop own) {
    CellThreads group = new CellThreads(session, "aside", uncaught);
    return new UserCode(group, body, loader, own).await();
  }

  /** The loader of all that cells declare and add. */
  ClassLoader loader() {
    return loader;
  }

  private Ending on(Callable<?> body) {
    return new UserCode(threads, body, loader, stop).await();
  }
}
