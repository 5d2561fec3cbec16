package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Scope;
import java.nio.file.Path;
import java.util.List;

/** A Java session: cells run one after the other and see what earlier ones declared. */
public interface Session extends AutoCloseable {
  /** Runs a cell and waits for its end. One cell at a time; the caller queues. */
  Outcome evaluate(Cell cell, CellIo io);

  /** Stops the running cell, if any; state stays. Any thread may call it. */
  void interrupt();

  /** What is declared now. Never waits for a running cell. */
  Scope scope();

  /** Makes jars and folders visible to the cells that follow. */
  void addToClassPath(List<Path> entries);

  @Override
  void close();
}
