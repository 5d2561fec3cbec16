package io.github.broadsheet.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/** What an exception of the connection means. */
final class Cut {
  /** Java and Methanol tell these by their words only. */
  private static final Pattern BROKEN_OFF =
      Pattern.compile("bytes received|chunked|end of gzip stream");

  private Cut() {}

  static Trouble trouble(Service service, Limits limits, Throwable thrown) {
    Throwable cause =
        thrown instanceof UncheckedIOException unchecked && unchecked.getCause() != null
            ? unchecked.getCause()
            : thrown;
    if (has(cause, LimitedBody.TooLarge.class)) {
      return Trouble.tooLarge(limits.bytes());
    }
    if (has(cause, UnresolvedAddressException.class)) {
      return Trouble.network(
          service, "could not be found: there is no host of that name", false, cause);
    }
    if (has(cause, HttpConnectTimeoutException.class)) {
      return Trouble.network(service, "did not let us connect within 10 s", true, cause);
    }
    if (has(cause, ConnectException.class)) {
      return Trouble.network(service, "refused the connection", true, cause);
    }
    if (has(cause, HttpTimeoutException.class)) {
      return Trouble.network(
          service, "gave no answer within " + seconds(limits.firstByte()), true, cause);
    }
    if (has(cause, SSLException.class)) {
      return Trouble.network(
          service, "could not prove who it is (its certificate was not accepted)", false, cause);
    }
    if (has(cause, ZipException.class)) {
      return Trouble.broken("sent a body that says gzip but is not", cause);
    }
    if (BROKEN_OFF.matcher(String.valueOf(cause.getMessage())).find()) {
      return Trouble.broken("broke off in the middle of its answer", cause);
    }
    if (has(cause, IOException.class)) {
      return Trouble.network(service, "cut the connection", true, cause);
    }
    return Trouble.broken("sent what could not be read (" + cause + ")", cause);
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
