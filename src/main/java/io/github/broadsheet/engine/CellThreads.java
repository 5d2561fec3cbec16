package io.github.broadsheet.engine;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of one cell: its own and those it started. */
final class CellThreads extends ThreadGroup {
  /** How often a thread is told to stop that catches everything and goes on. */
  private static final int INSISTENTLY = 1_000;

  /** How long after the others virtual threads may still learn that their cell was stopped. */
  private static final long LINGER_S = 1;

  private static final boolean HAS_VIRTUAL_THREADS = Runtime.version().feature() >= 21;
  private static final String VIRTUAL_THREADS = "VirtualThreads";
  private static final InheritableThreadLocal<@Nullable CellThreads> OWNER =
      new InheritableThreadLocal<>();
  private static final Set<CellThreads> STOPPING = ConcurrentHashMap.newKeySet();
  private static volatile boolean anyStopping;
  private static volatile @Nullable CellThreads newest;

  private final UncaughtExceptionHandler uncaught;
  private volatile boolean lingers;

  /** In a group of the session, not in JShell's, whose threads JShell waits for. */
  CellThreads(ThreadGroup session, String name, UncaughtExceptionHandler uncaught) {
    super(session, name);
    this.uncaught = uncaught;
  }

  /** From here on this thread is of this cell, and so are all that it starts, also virtual ones. */
  void enter() {
    OWNER.set(this);
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
   * in their stack, and those of a pool that do work of it. Others that began while the cell ran,
   * such as that of an HTTP client, serve later cells too.
   */
  List<Thread> running(Thread own) {
    List<Thread> running = new ArrayList<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              boolean works =
                  thread == own
                      || Arrays.stream(stack).anyMatch(Places::isCell)
                      || (thread instanceof ForkJoinWorkerThread && isStream(stack));
              if (works && has(thread)) {
                running.add(thread);
              }
            });
    return running;
  }

  private static boolean isStream(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(f -> f.getClassName().startsWith("java.util.stream."));
  }

  private boolean has(Thread thread) {
    if (thread instanceof ForkJoinWorkerThread) {
      return newest == this;
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
    begin();
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

  private void begin() {
    synchronized (STOPPING) {
      lingers = false;
      STOPPING.add(this);
      anyStopping = true;
    }
  }

  /** Nothing of this cell runs any more, but perhaps virtual threads: those are nowhere listed. */
  void stopped() {
    if (HAS_VIRTUAL_THREADS) {
      begin();
      lingers = true;
      CompletableFuture.delayedExecutor(LINGER_S, TimeUnit.SECONDS, Runnable::run)
          .execute(this::forget);
    } else {
      forget();
    }
  }

  private void forget() {
    synchronized (STOPPING) {
      STOPPING.remove(this);
      anyStopping = !STOPPING.isEmpty();
    }
  }

  /** Ends the thread that asks, if its cell is being stopped. */
  @SuppressWarnings({"deprecation", "removal"})
  static void check() {
    if (anyStopping) {
      Thread thread = Thread.currentThread();
      if (STOPPING.stream().anyMatch(cell -> cell.stops(thread))) {
        throw new ThreadDeath();
      }
    }
  }

  private boolean stops(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    boolean virtual = group != null && group.getName().equals(VIRTUAL_THREADS);
    return virtual ? OWNER.get() == this : !lingers && has(thread);
  }
}
