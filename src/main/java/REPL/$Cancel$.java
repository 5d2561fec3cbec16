package REPL;

import io.github.broadsheet.engine.StopCheck;

/**
 * From JDK 20 on JShell weaves calls of a class of this name into the code of cells, to stop it.
 * The JDK's own would stop the threads of all cells, and go on doing so until the next one runs.
 */
public final class $Cancel$ {
  /** Written by JShell. */
  public static volatile boolean allStop;

  private $Cancel$() {}

  /** Ends the thread that asks, if its cell is being stopped. */
  public static void stopCheck() {
    StopCheck.run();
  }
}
