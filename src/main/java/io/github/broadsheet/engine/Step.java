package io.github.broadsheet.engine;

import java.nio.file.Path;
import java.util.List;

/** A part of what a cell does. */
public sealed interface Step {
  /**
   * Java of a cell.
   *
   * @param cell where it is written, for errors
   * @param code as long as the cell's own, with spaces in place of what is not to be run now
   */
  record Java(Cell cell, String code) implements Step {
    /** All of a cell. */
    public Java(Cell cell) {
      this(cell, cell.code());
    }
  }

  /**
   * Work of the program in place of Java: it prints, shows and is interrupted as Java is.
   *
   * @param cell where it is written, from {@code start} to {@code end}, for errors
   */
  record Command(Cell cell, int start, int end, Work work) implements Step {}

  /** Makes jars and folders visible to what follows. */
  record ClassPath(List<Path> entries) implements Step {
    public ClassPath {
      entries = List.copyOf(entries);
    }
  }

  /** What a command does. */
  interface Work {
    /**
     * Runs on the thread of the cell, so it must not use the session.
     *
     * @return what is to be done next, before the steps that follow
     * @throws CommandException to tell the reader what went wrong
     */
    List<Step> run() throws Exception;
  }
}
