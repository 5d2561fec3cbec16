package io.github.broadsheet.engine;

/** What the code of a cell asks in each loop and at the start of each method. */
public final class StopCheck {
  private StopCheck() {}

  /** Ends the thread that asks, if its cell is being stopped. */
  public static void run() {
    CellThreads.check();
  }
}
