package io.github.broadsheet.engine;

import java.io.Serial;
import java.util.Arrays;

/** What {@code System.exit} in a cell comes to: the end of the cell, not of the kernel. */
public final class Exit extends Error {
  /** How the reader is told of it. */
  static final String NAME = "SystemExit";

  @Serial private static final long serialVersionUID = 1;

  private Exit(int code) {
    super(
        "System.exit("
            + code
            + ") ended this cell; the kernel and its variables stay. A cell that says only exit ends the"
            + " kernel");
    StackTraceElement[] frames = getStackTrace();
    setStackTrace(Arrays.copyOfRange(frames, Math.min(1, frames.length), frames.length));
  }

  /** Called by cells in the place of {@link System#exit}. */
  public static void exit(int code) {
    throw new Exit(code);
  }
}
