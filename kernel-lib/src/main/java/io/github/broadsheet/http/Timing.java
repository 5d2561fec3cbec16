package io.github.broadsheet.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Time and chance, passed in so that a test need not wait. */
public record Timing(Clock clock, Sleep sleep, RandomGenerator chance) {
  /** A way to let time pass. */
  @FunctionalInterface
  public interface Sleep {
    /** Returns after this long. */
    void sleep(Duration duration) throws InterruptedException;
  }

  /** The world's. */
  public static Timing real() {
    return new Timing(
        Clock.systemUTC(), duration -> Thread.sleep(duration.toMillis()), new Random());
  }
}
