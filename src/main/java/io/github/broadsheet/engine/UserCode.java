package io.github.broadsheet.engine;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The reader's code on a thread of its own. It is stopped in steps: first an interrupt, which
 * blocking calls answer and clean up after, then what the JDK has to offer, and after {@link
 * #PATIENCE} it is left behind.
 */
final class UserCode {
  private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
  private static final long BETWEEN_STOPS = 50;

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
    Object result = null;
    Throwable failure = null;
    try {
      result = body.call();
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

  /**
   * Runs it to its end.
   *
   * @param wovenStop ends the loops of every snippet, on a JDK that has woven a check into them
   */
  Ending await(Runnable wovenStop) {
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
    threads.interrupt();
    long asked = System.nanoTime();
    boolean left = false;
    while (true) {
      synchronized (stop) {
        if (!done) {
          pause(BETWEEN_STOPS);
        }
        if (done || left) {
          return new Ending(value, thrown, left ? List.of(thread.getStackTrace()) : at, left);
        }
      }
      long waited = System.nanoTime() - asked;
      if (waited > GRACE) {
        if (!threads.stopAll()) {
          wovenStop.run();
        }
      }
      left = waited > PATIENCE;
    }
  }

  private void pause(long millis) {
    try {
      stop.wait(millis);
    } catch (InterruptedException e) {
      // The JDK's own stop interrupts this thread too; the reader's thread is what counts.
    }
  }
}
