package io.github.broadsheet.run;

import io.github.broadsheet.notebook.Notebook;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Follows a run. Called on the thread that runs it. */
public interface Progress {
  /**
   * A cell starts.
   *
   * @param index from 1, counting the code cells that have text
   * @param total how many there are
   */
  void started(int index, int total, String source);

  /**
   * A cell has ended.
   *
   * @param failure why it failed, or null
   * @param soFar the notebook with all outputs up to here
   * @throws IOException if it cannot be saved; the run then ends
   */
  void ended(int index, int total, Duration took, @Nullable Failure failure, Notebook soFar)
      throws IOException;
}
