package io.github.broadsheet.http;

import com.github.mizosoft.methanol.MoreBodyHandlers;
import io.github.broadsheet.PapersException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks politely: says who it is, keeps each service's pace, waits when told to, tries again when
 * that may help, and explains itself when it does not. The retries are our own and not Methanol's
 * because here a body that cannot be read is a reason to try again, and each wait is told.
 */
public final class Client {
  private static final String USER_AGENT = userAgent();

  private final Supplier<Settings> settings;
  private final Limits limits;
  private final Timing timing;
  private final Map<Service, Pace> paces = new EnumMap<>(Service.class);
  private final HttpClient http =
      HttpClient.newBuilder()
          // One request after the other: HTTP/2 would bring nothing but its failures.
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** A client of its own; most callers want {@link #shared}. */
  public Client(Supplier<Settings> settings, Limits limits, Timing timing) {
    this.settings = settings;
    this.limits = limits;
    this.timing = timing;
    for (Service service : Service.values()) {
      paces.put(service, new Pace(service, timing));
    }
  }

  private static final class Shared {
    static final Client CLIENT = new Client(Settings::current, Limits.USUAL, Timing.real());
  }

  /** The client of this process: what must be kept in all of it (the pace) is kept by this one. */
  public static Client shared() {
    return Shared.CLIENT;
  }

  /** The settings that hold now. */
  public Settings settings() {
    return settings.get();
  }

  /**
   * What an answer says. Interrupting the thread ends it within a second, waiting or not, with a
   * {@link CancellationException} and the interrupt status set again.
   *
   * @throws PapersException when no try brought a usable answer
   */
  public <T> T get(Ask ask, Reading<T> reading, Pauses pauses) {
    Settings now = settings();
    if (now.offline()) {
      throw Failure.offline(ask, now);
    }
    Instant start = timing.clock().instant();
    try {
      for (int tries = 1; ; tries++) {
        try {
          return once(ask, now, reading, pauses);
        } catch (Trouble trouble) {
          Duration pause =
              trouble.pause(ask.service(), limits, tries, timing.chance().nextDouble());
          if (pause == null) {
            Duration elapsed = Duration.between(start, timing.clock().instant());
            throw Failure.of(ask, now, trouble, tries, elapsed);
          }
          String why = ask.address().getHost() + " " + trouble.getMessage();
          pauses.pause(now.withoutSecrets(why), pause);
          timing.sleep().sleep(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException stopped =
          new CancellationException("Stopped while fetching " + ask.what() + ".");
      stopped.initCause(e);
      throw stopped;
    }
  }

  private <T> T once(Ask ask, Settings now, Reading<T> reading, Pauses pauses)
      throws Trouble, InterruptedException {
    Pace pace = Objects.requireNonNull(paces.get(ask.service()));
    pace.enter(pauses);
    try {
      URI address = ask.address();
      for (int hops = 0; hops <= Redirects.MOST; hops++) {
        String token = ask.service() == Service.HUGGING_FACE ? now.tokenFor(address) : null;
        Answer answer = exchange(ask.service(), address, token);
        String location = answer.header("Location");
        if (answer.status() / 100 != 3 || location.isEmpty()) {
          return usable(ask.service(), answer, token != null, reading);
        }
        address = Redirects.next(address, location);
      }
      throw Trouble.redirect("itself or in a long chain");
    } finally {
      pace.leave();
    }
  }

  private <T> T usable(Service service, Answer answer, boolean withToken, Reading<T> reading)
      throws Trouble {
    Duration asked = RateLimit.wait(answer.headers(), timing.clock());
    if (answer.status() != 200) {
      throw Trouble.status(service, answer.status(), Words.said(answer), withToken, asked);
    }
    // arXiv says so with status 200, too.
    if (answer.text().length() < 200 && answer.text().strip().startsWith("Rate exceeded")) {
      throw Trouble.crowded(service, "answered 200, " + Words.said(answer), 200, asked);
    }
    return reading.read(answer);
  }

  private Answer exchange(Service service, URI address, @Nullable String token)
      throws Trouble, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limits.firstByte())
            .header("User-Agent", USER_AGENT)
            .header("Accept", "application/json, application/atom+xml;q=0.9, */*;q=0.1")
            .header("Accept-Encoding", "gzip");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    CompletableFuture<HttpResponse<byte[]>> exchange =
        http.sendAsync(
            request.build(), MoreBodyHandlers.decoding(info -> new LimitedBody(limits.bytes())));
    try {
      HttpResponse<byte[]> response =
          exchange.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
      return Answer.of(
          response.statusCode(), response.headers(), response.body(), timing.clock().instant());
    } catch (ExecutionException e) {
      throw Cut.trouble(service, limits, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw Trouble.network(
          service, "did not finish its answer within " + Cut.seconds(limits.whole()), true, e);
    } finally {
      exchange.cancel(true);
    }
  }

  private static String userAgent() {
    Properties build = new Properties();
    try (InputStream file = Client.class.getResourceAsStream("build.properties")) {
      build.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "Broadsheet/" + build.getProperty("version") + " Java/" + Runtime.version().feature();
  }
}
