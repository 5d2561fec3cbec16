package io.github.broadsheet.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A command that Ctrl-C ends as an interrupt ends a cell: its request at once, and not before it
 * has said what is safe.
 */
final class Stoppable {
  private static final long PATIENCE_S = 3;

  private Stoppable() {}

  static int call(Callable<Integer> job) throws Exception {
    Thread worker = Thread.currentThread();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(worker, ended), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return job.call();
    } catch (CancellationException e) {
      return Main.STOPPED;
    } finally {
      ended.countDown();
      forget(hook);
    }
  }

  private static void stop(Thread worker, CountDownLatch ended) {
    worker.interrupt();
    try {
      ended.await(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is running: the process is about to end.
    }
  }
}
