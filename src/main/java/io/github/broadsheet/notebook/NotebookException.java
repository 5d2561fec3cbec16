package io.github.broadsheet.notebook;

import org.jspecify.annotations.Nullable;

/**
 * A notebook that cannot be used as asked. The message says which file, what was expected, what was
 * found, and the next step.
 */
public final class NotebookException extends RuntimeException {
  public NotebookException(String message) {
    this(message, null);
  }

  public NotebookException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
