package io.github.broadsheet.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One request at a time, and a rest after each. The rest counts from the end of an answer: what is
 * sent later than that cannot arrive sooner.
 */
final class Pace {
  private final Service service;
  private final Timing timing;
  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable Instant last;

  Pace(Service service, Timing timing) {
    this.service = service;
    this.timing = timing;
  }

  /** Waits for one's turn; {@link #leave} must follow. */
  void enter(Pauses pauses) throws InterruptedException {
    if (service.pace().isZero()) {
      return;
    }
    turn.lockInterruptibly();
    try {
      Duration rest = rest();
      if (!rest.isZero()) {
        pauses.pause(
            service.title() + " takes one request in " + service.pace().toSeconds() + " s", rest);
        timing.sleep().sleep(rest);
      }
    } catch (InterruptedException e) {
      turn.unlock();
      throw e;
    }
  }

  void leave() {
    if (turn.isHeldByCurrentThread()) {
      last = timing.clock().instant();
      turn.unlock();
    }
  }

  private Duration rest() {
    if (last == null) {
      return Duration.ZERO;
    }
    Duration since = Duration.between(last, timing.clock().instant());
    // A clock that was set back must not make us wait for hours.
    if (since.isNegative()) {
      return service.pace();
    }
    Duration rest = service.pace().minus(since);
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
