package io.github.broadsheet.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks us to wait: {@code RateLimit: "api";r=0;t=55} (the draft of the IETF that
 * Hugging Face follows) or {@code Retry-After}, in seconds or as a date.
 */
final class RateLimit {
  private static final Pattern SPENT = Pattern.compile(";\\s*r=0\\s*;\\s*t=(\\d{1,9})");
  private static final Pattern LEFT = Pattern.compile(";\\s*r=(\\d{1,9})\\s*;\\s*t=(\\d{1,9})");
  private static final Pattern ALLOWED = Pattern.compile(";\\s*q=(\\d{1,9})");
  private static final Pattern SECONDS = Pattern.compile("\\d+");
  private static final int MOST_DIGITS = 9;

  /** Enough for ten programs at once within 500 requests, and for two within 100. */
  private static final int RESERVE = 50;

  private RateLimit() {}

  /** The longest of the waits asked for, or null if none is. */
  static @Nullable Duration wait(HttpHeaders headers, Clock clock) {
    Stream<Duration> windows =
        headers.allValues("RateLimit").stream()
            .flatMap(header -> SPENT.matcher(header).results())
            .map(spent -> Duration.ofSeconds(Long.parseLong(spent.group(1))));
    Stream<Duration> dates =
        headers.allValues("Retry-After").stream()
            .map(header -> retryAfter(header.strip(), clock.instant()))
            .flatMap(Stream::ofNullable);
    return Stream.concat(windows, dates).max(Duration::compareTo).orElse(null);
  }

  /** How long the window of an answer still lasts if less than a fiftieth of it is left, or one. */
  static @Nullable Duration spent(HttpHeaders headers) {
    Matcher allowed = ALLOWED.matcher(headers.firstValue("RateLimit-Policy").orElse(""));
    long reserve = allowed.find() ? Long.parseLong(allowed.group(1)) / RESERVE : 1;
    Matcher left = LEFT.matcher(headers.firstValue("RateLimit").orElse(""));
    return left.find() && Long.parseLong(left.group(1)) <= Math.max(1, reserve)
        ? Duration.ofSeconds(Long.parseLong(left.group(2)))
        : null;
  }

  private static @Nullable Duration retryAfter(String header, Instant now) {
    Matcher seconds = SECONDS.matcher(header);
    if (seconds.matches()) {
      return Duration.ofSeconds(
          header.length() > MOST_DIGITS ? Integer.MAX_VALUE : Long.parseLong(header));
    }
    try {
      ZonedDateTime date =
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
      Duration wait = Duration.between(now, date.toInstant());
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
