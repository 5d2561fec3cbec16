package io.github.broadsheet.http;

import com.github.mizosoft.methanol.CacheAwareResponse;
import com.github.mizosoft.methanol.HttpCache;
import com.github.mizosoft.methanol.Methanol;
import com.github.mizosoft.methanol.MoreBodyHandlers;
import com.github.mizosoft.methanol.TrackedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One exchange over HTTP, or what is kept of an earlier one while it holds (ETag, max-age). */
final class Wire {
  private static final String USER_AGENT = userAgent();

  private final Limits limits;
  private final Timing timing;
  private final Supplier<@Nullable Path> home;
  private @Nullable HttpCache cache;
  private @Nullable HttpClient http;

  Wire(Limits limits, Timing timing, Supplier<@Nullable Path> home) {
    this.limits = limits;
    this.timing = timing;
    this.home = home;
  }

  /** An answer that is kept and holds without asking anybody, or null. */
  @Nullable Answer kept(Ask ask) throws Trouble, InterruptedException {
    HttpClient client = http();
    if (cache == null) {
      return null;
    }
    Answer answer = exchange(client, ask, request(ask, ask.address(), null, "only-if-cached, "));
    return answer.status() == 504 ? null : answer;
  }

  /** Asks; the token, if any, goes along. */
  Answer send(Ask ask, URI address, @Nullable String token) throws Trouble, InterruptedException {
    return exchange(http(), ask, request(ask, address, token, ""));
  }

  /** An answer that was of no use is not to come again. */
  void forget(URI address) {
    try {
      if (cache != null) {
        cache.remove(address);
      }
    } catch (IOException e) {
      // The next question then finds out that what is kept is of no use.
    }
  }

  /** Ends the keeping. */
  synchronized void close() {
    if (cache != null) {
      KeptAnswers.close(cache);
    }
  }

  private HttpRequest request(Ask ask, URI address, @Nullable String token, String only) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limits.firstByte())
            .header("User-Agent", USER_AGENT)
            .header("Accept", "application/json, application/atom+xml;q=0.9, */*;q=0.1")
            .header("Accept-Encoding", "gzip");
    Service.Token kind = ask.service().token();
    if (token != null && kind != null) {
      // What was answered to somebody is not kept, nor is the token that an answer may vary with.
      request.header(kind.header(), kind.prefix() + token).header("Cache-Control", "no-store");
    } else if (cache != null) {
      ZoneId zone = ask.service().daily();
      String control = zone == null ? only : only + "max-stale=" + sinceMidnight(zone);
      if (!control.isEmpty()) {
        request.header("Cache-Control", control.replaceFirst(", $", ""));
      }
    }
    if (ask.json() != null) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(ask.json()));
    }
    return request.build();
  }

  /** So old may an answer be that changes at midnight only: the seconds of today. */
  private long sinceMidnight(ZoneId zone) {
    ZonedDateTime now = timing.clock().instant().atZone(zone);
    return Duration.between(now.toLocalDate().atStartOfDay(zone), now).toSeconds();
  }

  private Answer exchange(HttpClient client, Ask ask, HttpRequest request)
      throws Trouble, InterruptedException {
    LimitedBody body = new LimitedBody(limits.bytes());
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, MoreBodyHandlers.decoding(info -> body));
    try {
      HttpResponse<byte[]> response =
          exchange.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
      Instant kept = kept(response);
      return Answer.of(
          response.statusCode(),
          response.headers(),
          response.body(),
          kept == null ? timing.clock().instant() : kept,
          kept == null);
    } catch (ExecutionException e) {
      throw Cut.trouble(ask.service(), limits, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw Trouble.network(
          ask.service(),
          "did not finish its answer within " + Cut.seconds(limits.whole()),
          true,
          e);
    } finally {
      exchange.cancel(true);
      body.stop();
    }
  }

  /** When an answer that nobody was asked for came, or null if somebody was asked. */
  private static @Nullable Instant kept(HttpResponse<?> response) {
    return response instanceof CacheAwareResponse<?> aware
            && aware.cacheStatus() == CacheAwareResponse.CacheStatus.HIT
        ? aware.cacheResponse().map(TrackedResponse::timeResponseReceived).orElse(null)
        : null;
  }

  private synchronized HttpClient http() {
    if (http == null) {
      Path folder = home.get();
      cache = folder == null ? null : KeptAnswers.open(folder.resolve("http"));
      Methanol.Builder builder =
          Methanol.newBuilder()
              .autoAcceptEncoding(false)
              // One request after the other: HTTP/2 would bring nothing but its failures.
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              // Below the cache, which takes a question with a body for none of its own.
              .backendInterceptor(new SingleTry())
              .connectTimeout(Duration.ofSeconds(10));
      http = cache == null ? builder.build() : builder.cache(cache).build();
    }
    return http;
  }

  private static String userAgent() {
    Properties build = new Properties();
    try (InputStream file = Wire.class.getResourceAsStream("build.properties")) {
      build.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "Broadsheet/" + build.getProperty("version") + " Java/" + Runtime.version().feature();
  }
}
