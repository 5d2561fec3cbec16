package io.github.broadsheet.engine;

/** Whether the reader asked the running cell to stop. */
final class Stop {
  private boolean requested;

  synchronized void request() {
    requested = true;
    notifyAll();
  }

  synchronized boolean requested() {
    return requested;
  }

  /** Something this object's waiters look at has changed. */
  synchronized void signal() {
    notifyAll();
  }
}
