package io.github.broadsheet.http;

import io.github.broadsheet.PapersException;
import java.net.URI;
import java.time.Duration;

/** The last word on a request: what was asked, what came back, how often, and what to do. */
final class Failure {
  private Failure() {}

  static PapersException of(
      Ask ask, Settings settings, Trouble trouble, int tries, Duration elapsed) {
    String address = settings.withoutSecrets(ask.address().toString());
    String message =
        "Could not fetch %s: %s %s.%n%s: %s%n%s"
            .formatted(
                ask.what(),
                ask.address().getHost(),
                trouble.getMessage(),
                tried(tries, elapsed),
                address,
                trouble.advice());
    return new PapersException(
        settings.withoutSecrets(message).replace("\r\n", "\n"),
        URI.create(address),
        trouble.status(),
        tries,
        trouble.getCause());
  }

  static PapersException offline(Ask ask, Settings settings) {
    String address = settings.withoutSecrets(ask.address().toString());
    return new PapersException(
        settings.withoutSecrets(
            "Could not fetch "
                + ask.what()
                + ": BROADSHEET_OFFLINE is set, so "
                + ask.address().getHost()
                + " was not asked.\nUnset it to use the network. Papers.archive(), Papers.sample() and"
                + " Papers.read(file) work without."),
        URI.create(address),
        0,
        0,
        null);
  }

  private static String tried(int tries, Duration elapsed) {
    String times =
        tries == 1 ? "Tried once" : tries == 2 ? "Tried twice" : "Tried " + tries + " times";
    long seconds = Math.round(elapsed.toMillis() / 1000.0);
    return times + (tries == 1 && seconds < 2 ? "" : " in " + seconds + " s");
  }
}
