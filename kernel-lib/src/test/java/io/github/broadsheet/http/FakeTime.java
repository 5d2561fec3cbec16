package io.github.broadsheet.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still but for the sleeps, which take no time and are written down. */
public final class FakeTime extends Clock {
  /** The sleeps so far, in seconds. */
  public final List<Double> sleeps = new ArrayList<>();

  private Instant now;

  public FakeTime(String now) {
    this.now = Instant.parse(now);
  }

  /** This clock, with chance always in the middle. */
  public Timing timing() {
    return new Timing(this, this::sleep, () -> Long.MIN_VALUE);
  }

  private void sleep(Duration duration) {
    sleeps.add(duration.toMillis() / 1000.0);
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("days are UTC");
  }
}
