package io.github.broadsheet.http;

import java.time.Duration;

/** Who is told when a request has to wait. */
@FunctionalInterface
public interface Pauses {
  /** Nobody is told. */
  Pauses UNSAID = (why, left) -> {};

  /** The next request waits this long; {@code why} is a short sentence. */
  void pause(String why, Duration left);
}
