package io.github.broadsheet.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The reader's code on a thread of its own. It is stopped in steps: first an interrupt, which
 * blocking calls answer and clean up after, then what the JDK has to offer, and after {@link
 * #PATIENCE} it is left behind. So are the threads that it has started.
 */
final class UserCode {
  private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long GRACE_OF_LIBRARY = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long INSISTENCE = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(700);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(4);
  private static final long ENOUGH = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long BETWEEN_STOPS = 25;
  private static final String ARCHIVE = "io.github.broadsheet.archive.";

  /** Made when it is needed: it starts all of Java's management. */
  private static final class Cpu {
    static final ThreadMXBean OF = ManagementFactory.getThreadMXBean();
  }

  /**
   * How it ended.
   *
   * @param at where it was when the reader asked it to stop; empty if nobody did
   * @param left whether it runs on
   */
  record Ending(
      @Nullable Object value,
      @Nullable Throwable thrown,
      List<StackTraceElement> at,
      boolean left) {}

  private final CellThreads threads;
  private final Stop stop;
  private final Thread thread;
  private boolean done;
  private @Nullable Object value;
  private @Nullable Throwable thrown;

  UserCode(CellThreads threads, Callable<?> body, ClassLoader loader, Stop stop) {
    this.threads = threads;
    this.stop = stop;
    Streams.@Nullable Target target = Streams.current();
    thread = new Thread(threads, () -> run(body, target), threads.getName());
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
  }

  private void run(Callable<?> body, Streams.@Nullable Target target) {
    Streams.inherit(target);
    threads.enter();
    Object result = null;
    Throwable failure = null;
    try {
      result = body.call();
    } catch (OutOfMemoryError e) {
      Reserve.open();
      failure = e;
    } catch (Throwable e) {
      failure = e;
    }
    synchronized (stop) {
      done = true;
      value = result;
      thrown = failure;
      stop.notifyAll();
    }
  }

  /** Runs it to its end. */
  Ending await() {
    thread.start();
    synchronized (stop) {
      while (!done && !stop.requested()) {
        pause(0);
      }
      if (done) {
        return new Ending(value, thrown, List.of(), false);
      }
    }
    List<StackTraceElement> at = List.of(thread.getStackTrace());
    threads.running(thread).forEach(Thread::interrupt);
    long asked = System.nanoTime();
    long used = Cpu.OF.getThreadCpuTime(thread.getId());
    while (true) {
      synchronized (stop) {
        if (thread.isAlive()) {
          pause(BETWEEN_STOPS);
        }
      }
      List<Thread> running = threads.running(thread);
      if (running.isEmpty()) {
        threads.stopped();
        return ending(at);
      }
      long waited = System.nanoTime() - asked;
      // On a busy machine it may not have come to where it sees that it is to stop.
      boolean late = waited > GRACE_OF_LIBRARY && (waited > LONGEST || !isStarved(used));
      threads.stop(
          running.stream().filter(t -> mayStop(t, waited, late)).toList(), waited > INSISTENCE);
      if (waited > LONGEST || (waited > PATIENCE && !isStarved(used) && !isEnding())) {
        Thread left = running.contains(thread) ? thread : running.get(0);
        List<StackTraceElement> live = List.of(left.getStackTrace());
        return live.isEmpty() ? ending(at) : new Ending(null, null, live, true);
      }
    }
  }

  private Ending ending(List<StackTraceElement> at) {
    synchronized (stop) {
      return new Ending(value, thrown, at, false);
    }
  }

  /**
   * A cell's own code is stopped soon. A library is given time to clean up, and what starts a class
   * is left to its end: the class could not be used any more.
   *
   * @param late whether a library had its time
   */
  private static boolean mayStop(Thread thread, long waited, boolean late) {
    StackTraceElement[] stack = thread.getStackTrace();
    if (stack.length == 0 || waited < GRACE) {
      return false;
    }
    return Places.isCell(stack[0])
        || (late && Arrays.stream(stack).noneMatch(f -> f.getMethodName().equals("<clinit>")));
  }

  /** Whether it had no time yet to see that it is to stop, as the machine does other things. */
  private boolean isStarved(long usedBefore) {
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length > 0
        && thread.getState() == Thread.State.RUNNABLE
        && !stack[0].isNativeMethod()
        && Cpu.OF.getThreadCpuTime(thread.getId()) - usedBefore < ENOUGH;
  }

  /**
   * Whether it does what ends by itself, and only then sees that it is to stop: it loads or starts
   * a class, or opens the archive, which unpacks its code the first time.
   */
  private boolean isEnding() {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(
            f ->
                f.getMethodName().equals("<clinit>")
                    || f.getClassName().equals("java.lang.ClassLoader")
                    || f.getClassName().startsWith(ARCHIVE));
  }

  private void pause(long millis) {
    try {
      stop.wait(millis);
    } catch (InterruptedException e) {
      // The JDK's own stop interrupts this thread too; the reader's thread is what counts.
    }
  }
}
