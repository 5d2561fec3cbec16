package io.github.broadsheet.engine;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/** The threads of one cell: its own and those it started. */
final class CellThreads extends ThreadGroup {
  /** How often a thread is told to stop that catches everything and goes on. */
  private static final int INSISTENTLY = 1_000;

  private static final Set<CellThreads> STOPPING = ConcurrentHashMap.newKeySet();
  private static volatile boolean anyStopping;
  private static volatile @Nullable CellThreads newest;

  private final UncaughtExceptionHandler uncaught;

  /** In a group of the session, not in JShell's, whose threads JShell waits for. */
  CellThreads(ThreadGroup session, String name, UncaughtExceptionHandler uncaught) {
    super(session, name);
    this.uncaught = uncaught;
  }

  /** The threads of pools that all cells share work for this cell from now on. */
  void takePools() {
    newest = this;
  }

  @Override
  @SuppressWarnings({"deprecation", "removal"}) // what stops a thread
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (!(thrown instanceof ThreadDeath)) {
      uncaught.uncaughtException(thread, thrown);
    }
  }

  /**
   * The threads that run code of the cell: its own, those that it started and that have such code
   * in their stack, and those of a pool that help with its parallel streams. Others that began
   * while the cell ran, such as that of an HTTP client, serve later cells too.
   */
  List<Thread> running(Thread own) {
    List<Thread> running = new ArrayList<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              if (has(thread, stack)
                  && (thread == own
                      || thread instanceof ForkJoinWorkerThread
                      || Arrays.stream(stack).anyMatch(Places::isCell))) {
                running.add(thread);
              }
            });
    return running;
  }

  private boolean has(Thread thread, StackTraceElement[] stack) {
    if (thread instanceof ForkJoinWorkerThread) {
      return newest == this
          && Arrays.stream(stack).anyMatch(f -> f.getClassName().startsWith("java.util.stream."));
    }
    ThreadGroup group = thread.getThreadGroup();
    while (group != null && group != this) {
      group = group.getParent();
    }
    return group == this;
  }

  /**
   * Stops threads by what the JDK has: until JDK 19 an exception that is thrown in them, later the
   * check that JShell weaves into the code of cells.
   */
  @SuppressWarnings({"deprecation", "removal"})
  void stop(List<Thread> running, boolean insistently) {
    STOPPING.add(this);
    anyStopping = true;
    running.forEach(Thread::interrupt);
    try {
      for (Thread thread : running) {
        // One that is caught is followed by one that comes before the next try.
        for (int i = 0; i < (insistently ? INSISTENTLY : 1) && thread.isAlive(); i++) {
          thread.stop();
        }
      }
    } catch (UnsupportedOperationException | NoSuchMethodError e) {
      // The check stops them.
    }
  }

  /** Nothing of this cell runs any more. */
  void stopped() {
    STOPPING.remove(this);
    anyStopping = !STOPPING.isEmpty();
  }

  /** Ends the thread that asks, if its cell is being stopped. */
  @SuppressWarnings({"deprecation", "removal"})
  static void check() {
    if (anyStopping) {
      Thread thread = Thread.currentThread();
      boolean pooled = thread instanceof ForkJoinWorkerThread;
      StackTraceElement[] stack = pooled ? thread.getStackTrace() : new StackTraceElement[0];
      if (STOPPING.stream().anyMatch(cell -> cell.has(thread, stack))) {
        throw new ThreadDeath();
      }
    }
  }
}
