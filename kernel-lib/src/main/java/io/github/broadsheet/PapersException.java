package io.github.broadsheet;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the library throws when a listing cannot be had: the message says what was asked, what came
 * back, how often it was tried and what to do next. A wrong argument is an {@link
 * IllegalArgumentException} instead.
 */
public final class PapersException extends RuntimeException {
  private final @Nullable URI url;
  private final int status;
  private final int attempts;

  /** A failure that has nothing to do with a request, such as a file that holds no listing. */
  public PapersException(String message, @Nullable Throwable cause) {
    this(message, null, 0, 0, cause);
  }

  /** A failed request: its address, the last HTTP status (0 if none came) and the tries made. */
  public PapersException(
      String message, @Nullable URI url, int status, int attempts, @Nullable Throwable cause) {
    super(message, cause);
    this.url = url;
    this.status = status;
    this.attempts = attempts;
  }

  /** The same failure with a further line for the reader. */
  PapersException adding(String line) {
    return new PapersException(getMessage() + "\n" + line, url, status, attempts, getCause());
  }

  /** The address that was asked, or null when no request was made. */
  public @Nullable URI url() {
    return url;
  }

  /** The last HTTP status, or 0 when no answer came. */
  public int status() {
    return status;
  }

  /** How often it was tried. */
  public int attempts() {
    return attempts;
  }
}
