package io.github.broadsheet.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import tech.tablesaw.api.Table;

/**
 * Starts Tablesaw, once and on a thread of its own. That takes up to a second, and its classes need
 * one another to be initialized: column types and their interface, tables and their readers. Two
 * threads that begin at different ends would wait for each other for ever.
 */
final class TablesawStart {
  private static final FutureTask<Integer> TASK =
      new FutureTask<>(() -> Rendering.of(Table.create("start")).size());
  private static boolean begun;

  private TablesawStart() {}

  /** Begins, unless it has begun. */
  static synchronized void begin() {
    if (!begun) {
      begun = true;
      Thread thread = new Thread(TASK, "start tables");
      // Not the loader of a cell, which would wait for this to end.
      thread.setContextClassLoader(TablesawStart.class.getClassLoader());
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Waits until it has started, also if the thread is interrupted. */
  static void await() {
    begin();
    boolean interrupted = false;
    while (true) {
      try {
        TASK.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        break; // It fails again where the reader's code needs it, and is told there.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
