package io.github.broadsheet.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a cell ended. */
public sealed interface Outcome {
  /**
   * It ran to its end.
   *
   * @param bundle the value of its last expression, as MIME type to content; null if it has none
   */
  record Done(@Nullable Map<String, Object> bundle) implements Outcome {}

  /**
   * It did not compile, threw, or was interrupted.
   *
   * @param name the class of the exception as the reader knows it, {@code CompilationError} or
   *     {@code Interrupted}
   * @param message the exception's own message
   * @param traceback lines to show, with ANSI colours, the reader's own lines only
   */
  record Failed(String name, String message, List<String> traceback) implements Outcome {
    public Failed {
      traceback = List.copyOf(traceback);
    }
  }
}
