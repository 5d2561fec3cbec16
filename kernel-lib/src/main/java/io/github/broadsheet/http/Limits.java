package io.github.broadsheet.http;

import java.time.Duration;

/**
 * How much patience a request has.
 *
 * @param tries at most, the first one included
 * @param firstByte until the answer begins
 * @param whole until the answer is complete
 * @param longestPause a server that asks for a longer one gets no second try
 * @param bytes of a body, decompressed
 */
public record Limits(
    int tries, Duration firstByte, Duration whole, Duration longestPause, int bytes) {
  /** For daily use. The longest pause is Hugging Face's whole window of 5 minutes. */
  public static final Limits USUAL =
      new Limits(
          4,
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          Duration.ofSeconds(310),
          64 * 1024 * 1024);
}
