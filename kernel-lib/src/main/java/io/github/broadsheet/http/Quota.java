package io.github.broadsheet.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a service still allows, as its answers say: when nearly nothing is left, the next request
 * waits for the next window instead of being refused. A hundredth stays unused, for other programs
 * behind the same address that ask at the same moment.
 */
final class Quota {
  private final Service service;
  private final Timing timing;
  private @Nullable Instant opens;

  Quota(Service service, Timing timing) {
    this.service = service;
    this.timing = timing;
  }

  /** Waits for the next window if this one is used up. */
  void enter(Pauses pauses) throws InterruptedException {
    Instant until = opens;
    Duration left =
        until == null ? Duration.ZERO : Duration.between(timing.clock().instant(), until);
    if (!left.isNegative() && !left.isZero()) {
      pauses.pause(service.title() + "'s requests for now are used up", left);
      timing.sleep().sleep(left);
    }
  }

  /** Takes note of what an answer says is left. */
  synchronized void heard(HttpHeaders headers) {
    Duration window = RateLimit.spent(headers);
    if (window != null) {
      // A second more, for clocks that do not tick together.
      opens = timing.clock().instant().plus(window).plusSeconds(1);
    }
  }
}
