package io.github.broadsheet.engine;

import java.lang.Thread.UncaughtExceptionHandler;

/** The threads of one cell: its own and those it started. */
final class CellThreads extends ThreadGroup {
  private final UncaughtExceptionHandler uncaught;

  /** In a group of the session, not in JShell's, whose threads JShell waits for. */
  CellThreads(ThreadGroup session, String name, UncaughtExceptionHandler uncaught) {
    super(session, name);
    this.uncaught = uncaught;
  }

  @Override
  @SuppressWarnings({"deprecation", "removal"}) // what stops a thread until JDK 19
  public void uncaughtException(Thread thread, Throwable thrown) {
    if (!(thrown instanceof ThreadDeath)) {
      uncaught.uncaughtException(thread, thrown);
    }
  }

  /** Stops all of them; false if this JDK (20 and later) cannot do that from outside. */
  @SuppressWarnings({"deprecation", "removal"})
  boolean stopAll() {
    Thread[] threads = new Thread[activeCount() + 8];
    int count = enumerate(threads);
    try {
      for (int i = 0; i < count; i++) {
        threads[i].stop();
      }
      return true;
    } catch (UnsupportedOperationException | NoSuchMethodError e) {
      return false;
    }
  }
}
