package io.github.broadsheet.engine;

import java.io.IOException;
import java.util.Map;

/** Where a cell's text and pictures go, and who answers its questions. Called from any thread. */
public interface CellIo {
  /** Standard output and standard error. */
  enum Channel {
    OUT,
    ERR
  }

  /** Text printed by the cell, in the order it was printed. */
  void print(Channel channel, String text);

  /** A value shown from the middle of the cell; {@code id} names it for later updates. */
  void display(String id, Map<String, Object> bundle);

  /** A new content for what was shown under {@code id}. */
  void update(String id, Map<String, Object> bundle);

  /** Removes what the cell has shown; with {@code wait}, when the next output comes. */
  void clear(boolean wait);

  /**
   * A line typed by the reader; an exception says why nobody can be asked. While it waits, the
   * thread may be interrupted: then it ends with an exception within a second.
   */
  String ask(String prompt, boolean password) throws IOException;
}
