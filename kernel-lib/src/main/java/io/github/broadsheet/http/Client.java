package io.github.broadsheet.http;

import io.github.broadsheet.PapersException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks politely: says who it is, keeps each service's pace, waits when told to, tries again when
 * that may help, and explains itself when it does not. The retries are our own and not Methanol's
 * because here a body that cannot be read is a reason to try again, and each wait is told.
 */
public final class Client {
  private final Supplier<Settings> settings;
  private final Limits limits;
  private final Timing timing;
  private final boolean shared;
  private final Wire wire;
  private final Map<String, Pace> paces = new ConcurrentHashMap<>();
  private final Map<String, Quota> quotas = new ConcurrentHashMap<>();

  /** A client of its own, which keeps no answers; most callers want {@link #shared}. */
  public Client(Supplier<Settings> settings, Limits limits, Timing timing) {
    this(settings, limits, timing, false);
  }

  private Client(Supplier<Settings> settings, Limits limits, Timing timing, boolean shared) {
    this.settings = settings;
    this.limits = limits;
    this.timing = timing;
    this.shared = shared;
    this.wire = new Wire(limits, timing, () -> shared ? settings.get().home() : null);
  }

  private static final class Shared {
    static final Client CLIENT = keeping(Settings::current, Limits.USUAL, Timing.real());
  }

  /**
   * The client of this process: it keeps answers on disk and shares arXiv's pace with the other
   * programs of this user, both in {@link Settings#home}.
   */
  public static Client shared() {
    return Shared.CLIENT;
  }

  /** A client like the shared one, with other settings. */
  static Client keeping(Supplier<Settings> settings, Limits limits, Timing timing) {
    return new Client(settings, limits, timing, true);
  }

  /** Lets another program have the folder of answers; this client is of no use afterwards. */
  void close() {
    wire.close();
  }

  /** The settings that hold now. */
  public Settings settings() {
    return settings.get();
  }

  /** One's turn to ask a service; closing it lets the next one. */
  public interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits for the turn to ask a service by another way than {@link #get}. */
  public Turn turn(Service service, Pauses pauses) throws InterruptedException {
    Pace pace = pace(service, settings());
    pace.enter(pauses);
    return pace::leave;
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
    if (!ask.service().pace().isZero() && ask.json() == null) {
      // What is kept and fresh needs no turn.
      Answer kept = wire.kept(ask);
      if (kept != null) {
        return usable(ask, ask.address(), kept, false, reading);
      }
    }
    URI address = ask.address();
    boolean atHome = true;
    for (int hops = 0; hops <= Redirects.MOST; hops++) {
      String token = atHome ? now.tokenFor(ask.service(), address) : null;
      Answer answer = sent(ask, address, token, now, pauses);
      String location = answer.header("Location");
      if (answer.status() / 100 != 3 || location.isEmpty()) {
        return usable(ask, address, answer, token != null, reading);
      }
      URI next = Redirects.next(address, location);
      if (ask.json() != null) {
        throw Trouble.redirect("another address, which gets no data");
      }
      // What another host sends back to the first is not for the token's owner to ask.
      atHome &= Redirects.sameOrigin(address, next);
      address = next;
    }
    throw Trouble.redirect("itself or in a long chain");
  }

  /** One request, in its turn: each step of a redirect is one more. */
  private Answer sent(Ask ask, URI address, @Nullable String token, Settings now, Pauses pauses)
      throws Trouble, InterruptedException {
    Pace pace = pace(ask.service(), now);
    Quota quota = quota(ask, now);
    quota.enter(pauses);
    pace.enter(pauses);
    try {
      Answer answer = wire.send(ask, address, token);
      if (answer.fresh()) {
        quota.heard(answer.headers());
      }
      return answer;
    } finally {
      pace.leave();
    }
  }

  private Pace pace(Service service, Settings now) {
    return paces.computeIfAbsent(service.turn(), turn -> new Pace(service, timing, turns(now)));
  }

  /** Who shows a token has a quota apart. */
  private Quota quota(Ask ask, Settings now) {
    boolean known = now.tokenFor(ask.service(), ask.address()) != null;
    Path folder = turns(now);
    return quotas.computeIfAbsent(
        ask.service().turn() + (known ? "-token" : ""),
        name ->
            new Quota(
                ask.service(), timing, folder == null ? null : folder.resolve(name + ".quota")));
  }

  private @Nullable Path turns(Settings now) {
    return shared ? now.home().resolve("turns") : null;
  }

  private <T> T usable(Ask ask, URI address, Answer answer, boolean withToken, Reading<T> reading)
      throws Trouble {
    try {
      Duration asked = RateLimit.wait(answer.headers(), timing.clock());
      if (answer.status() != 200) {
        throw Trouble.status(ask.service(), answer.status(), Words.said(answer), withToken, asked);
      }
      // arXiv says so with status 200, too.
      if (answer.text().length() < 200 && answer.text().strip().startsWith("Rate exceeded")) {
        throw Trouble.crowded(ask.service(), "answered 200, " + Words.said(answer), 200, asked);
      }
      return reading.read(answer);
    } catch (Trouble trouble) {
      wire.forget(ask.address());
      wire.forget(address);
      throw trouble;
    }
  }
}
