package io.github.broadsheet.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with one try, in words a reader understands. {@link #getMessage} goes on after
 * the name of the host: {@code answered 500}, {@code cut the connection}.
 */
public final class Trouble extends Exception {
  private static final String MEANWHILE =
      "Papers.sample() and Papers.read(file) work without the network.";

  /** What the next try should do. */
  private enum Next {
    /** It would end the same way. */
    NEVER,
    /** It may go well after a moment. */
    SOON,
    /** It may go well after a long pause. */
    LATER
  }

  private final int status;
  private final String advice;
  private final Next next;
  private final @Nullable Duration asked;

  private Trouble(
      String message,
      int status,
      String advice,
      Next next,
      @Nullable Duration asked,
      @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
    this.advice = advice;
    this.next = next;
    this.asked = asked;
  }

  /** An answer with status 200 that holds nothing usable; another try may bring a better one. */
  public static Trouble unusable(String message, String advice, @Nullable Throwable cause) {
    return new Trouble(message, 200, advice, Next.SOON, null, cause);
  }

  /** An answer with status 200 that says no; another try would say the same. */
  public static Trouble refused(String message, String advice) {
    return new Trouble(message, 200, advice, Next.NEVER, null, null);
  }

  /** "Too many requests", whatever its status is; {@code asked} is how long we should wait. */
  static Trouble crowded(Service service, String message, int status, @Nullable Duration asked) {
    String pause = asked == null ? "" : " and asks for a pause of " + asked.toSeconds() + " s";
    return new Trouble(
        message + pause,
        status,
        service.limit() + " Wait a few minutes, then run this again.",
        Next.LATER,
        asked,
        null);
  }

  /** A status that is not 200. */
  static Trouble status(
      Service service, int status, String said, boolean withToken, @Nullable Duration asked) {
    String message = "answered " + status + (said.isEmpty() ? " without a word" : ", " + said);
    if (status == 429) {
      return crowded(service, message, status, asked);
    }
    boolean passing = status >= 500 || status == 408 || status == 425;
    return new Trouble(
        message,
        status,
        adviceFor(service, status, withToken),
        passing ? Next.SOON : Next.NEVER,
        passing ? asked : null,
        null);
  }

  private static String adviceFor(Service service, int status, boolean withToken) {
    if (status == 500 && service == Service.ARXIV) {
      return "A range of days that arXiv cannot read does this, too; a good one is"
          + " submittedDate:[202506010000 TO 202506302359]. Otherwise run this again in a few"
          + " minutes.";
    }
    if (status >= 500) {
      return "The trouble is on their side: run this again in a few minutes. " + MEANWHILE;
    }
    if (status == 401 || status == 403) {
      Service.Token token = service.token();
      return withToken && token != null
          ? "%s was not accepted: renew it at %s, or unset it: %s."
              .formatted(token.variable(), token.page(), token.without())
          : "They let nobody in there. " + checkEndpoint(service);
    }
    if (status == 400) {
      return service.check();
    }
    return checkEndpoint(service)
        + " Otherwise the service has changed; a newer Broadsheet may"
        + " know how.";
  }

  private static String checkEndpoint(Service service) {
    return "If " + service.variable() + " is set, check that it names the right server.";
  }

  /** Nothing came back. */
  static Trouble network(Service service, String message, boolean passing, Throwable cause) {
    return new Trouble(
        message,
        0,
        "Check the network (behind a proxy, Java wants -Dhttps.proxyHost=HOST"
            + " -Dhttps.proxyPort=PORT). "
            + checkEndpoint(service)
            + " "
            + MEANWHILE,
        passing ? Next.SOON : Next.NEVER,
        null,
        cause);
  }

  /** Something came back that broke off or could not be unpacked. */
  public static Trouble broken(String message, @Nullable Throwable cause) {
    return unusable(message, "Often it helps to run this again in a minute. " + MEANWHILE, cause);
  }

  /** A body past the limit. */
  static Trouble tooLarge(int limit) {
    return refused(
        "sent more than " + limit / (1024 * 1024) + " MB",
        "No listing is that large: ask for fewer days or papers.");
  }

  /** A redirect that is not followed. */
  static Trouble redirect(String where) {
    return new Trouble(
        "redirects to " + where,
        0,
        "That is not followed. A login page of the network may stand between: open the address in"
            + " a browser once.",
        Next.NEVER,
        null,
        null);
  }

  /** A page for people where data was due. */
  static Trouble page(String said, String due) {
    return unusable(
        "sent a web page where " + due + " was due, " + said,
        "A check for robots or a login page of the network stands between: open the address in a"
            + " browser once, then run this again. "
            + MEANWHILE,
        null);
  }

  /** The last HTTP status, 0 if none came. */
  int status() {
    return status;
  }

  /** What the reader can do, in a sentence or two. */
  String advice() {
    return advice;
  }

  /** How long to wait before try {@code tries + 1}, or null if there should be none. */
  @Nullable Duration pause(Service service, Limits limits, int tries, double chance) {
    if (next == Next.NEVER || tries >= limits.tries()) {
      return null;
    }
    if (asked != null) {
      // A second more, for clocks that do not tick together.
      Duration pause = asked.plusSeconds(1);
      return pause.compareTo(limits.longestPause()) > 0 ? null : pause;
    }
    Duration first = next == Next.LATER ? service.crowdedPause() : Duration.ofSeconds(1);
    long millis = first.toMillis() << (tries - 1);
    Duration pause = Duration.ofMillis(Math.round(millis * (0.75 + chance / 2)));
    return pause.compareTo(limits.longestPause()) > 0 ? limits.longestPause() : pause;
  }
}
