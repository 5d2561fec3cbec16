package io.github.broadsheet.http;

import java.nio.file.Path;
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
  private final @Nullable SharedTurn shared;
  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable Instant last;

  /** With a folder, the pace is kept together with all other programs that name the same one. */
  Pace(Service service, Timing timing, @Nullable Path folder) {
    this.service = service;
    this.timing = timing;
    this.shared = folder == null ? null : new SharedTurn(folder.resolve(service.turn() + ".turn"));
  }

  /** Waits for one's turn; {@link #leave} must follow. */
  void enter(Pauses pauses) throws InterruptedException {
    if (service.pace().isZero()) {
      return;
    }
    turn.lockInterruptibly();
    try {
      if (shared != null) {
        Instant others = shared.take(() -> waitForOthers(pauses), timing.clock());
        last = others != null && (last == null || others.isAfter(last)) ? others : last;
      }
      Duration rest = rest();
      if (!rest.isZero()) {
        pauses.pause(
            service.title() + " takes one request in " + service.pace().toSeconds() + " s", rest);
        timing.sleep().sleep(rest);
      }
      if (shared != null) {
        // Should we be killed before the answer, the others count from the question.
        shared.note(timing.clock().instant());
      }
    } catch (InterruptedException | RuntimeException e) {
      give();
      throw e;
    }
  }

  private void waitForOthers(Pauses pauses) throws InterruptedException {
    pauses.pause(
        "another program of yours is asking " + service.title() + ", which takes one at a time",
        service.pace());
    timing.sleep().sleep(Duration.ofMillis(100));
  }

  void leave() {
    if (turn.isHeldByCurrentThread()) {
      last = timing.clock().instant();
      if (shared != null) {
        shared.note(last);
      }
      give();
    }
  }

  private void give() {
    if (shared != null) {
      shared.give();
    }
    turn.unlock();
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
