package io.github.broadsheet.http;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a service still allows, as its answers say: when nearly nothing is left, the next request
 * waits for the next window instead of being refused. A fiftieth, one request at the least, stays
 * unused, for other programs behind the same address that ask at the same moment. With a file, the
 * other programs of this user know of the window before they ask.
 */
final class Quota {
  /** Windows are of some minutes; a time further off is a mistake, of a service or of a clock. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Service service;
  private final Timing timing;
  private final @Nullable Path file;
  private @Nullable Instant opens;

  Quota(Service service, Timing timing, @Nullable Path file) {
    this.service = service;
    this.timing = timing;
    this.file = file;
  }

  /** Waits for the next window if this one is used up. */
  void enter(Pauses pauses) throws InterruptedException {
    Instant until = opens();
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
      tellOthers(opens);
    }
  }

  /** When the next window begins, as this program or another has heard last. */
  private synchronized @Nullable Instant opens() {
    Instant told = toldByOthers();
    Instant until = told != null && (opens == null || told.isAfter(opens)) ? told : opens;
    boolean credible = until != null && !until.isAfter(timing.clock().instant().plus(LONGEST));
    return credible ? until : null;
  }

  private void tellOthers(Instant until) {
    if (file == null) {
      return;
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, until.toString());
    } catch (IOException e) {
      // The others then hear it from the service.
    }
  }

  private @Nullable Instant toldByOthers() {
    try {
      return file == null || !Files.exists(file)
          ? null
          : Instant.parse(Files.readString(file).strip());
    } catch (IOException | DateTimeException e) {
      // Half-written, or not to be read: the service will say it.
      return null;
    }
  }
}
