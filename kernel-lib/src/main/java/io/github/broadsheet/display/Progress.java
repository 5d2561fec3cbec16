package io.github.broadsheet.display;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a long job is: a bar, the count, the speed, and the time left.
 *
 * <pre>{@code
 * try (Progress progress = Progress.of("Reading days", days.size())) {
 *   for (LocalDate day : days) {
 *     progress.step(++done, day.toString());
 *   }
 * }
 * }</pre>
 *
 * Nothing is shown of a job that ends within half a second. After that the bar is redrawn at most
 * five times a second, however often {@code step} is called, and also while the job waits. In a
 * notebook the saved cell keeps the last state only.
 */
public final class Progress implements AutoCloseable {
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final Duration BEAT = Duration.ofMillis(200);

  private final String what;
  private final long total;
  private final ProgressScreen screen;
  private final LongSupplier nanos;
  private final long started;
  private @Nullable ScheduledFuture<?> ticking;

  private long done;
  private String detail = "";
  private String pause = "";
  private long pauseEnd;
  private boolean shown;
  private boolean closed;
  private @Nullable ProgressState drawn;

  Progress(String what, long total, ProgressScreen screen, LongSupplier nanos) {
    this.what = what;
    this.total = total;
    this.screen = screen;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
  }

  /**
   * Starts to watch a job; close it when the job ends, however it ends.
   *
   * @param what the job in a few words, such as {@code Reading days}
   * @param total how many steps it has, or -1 if nobody knows
   */
  public static Progress of(String what, long total) {
    Progress progress = new Progress(what, total, ProgressScreen.here(), System::nanoTime);
    progress.ticking =
        Ticker.THREAD.scheduleAtFixedRate(
            progress::tick, QUIET.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    return progress;
  }

  /** So many steps are done; the detail says what is at hand now. */
  public synchronized void step(long done, String detail) {
    this.done = done;
    this.detail = detail;
    this.pause = "";
  }

  /** The job waits for a reason, such as a rate limit, and goes on after the time given. */
  public synchronized void pause(String why, Duration left) {
    pause = why;
    pauseEnd = nanos.getAsLong() + left.toNanos();
  }

  /** The job has ended: the bar gives its place to one line that says how long it took. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (ticking != null) {
      ticking.cancel(false);
    }
    if (shown) {
      draw(state(true));
    }
  }

  /** Draws what has changed since the last time. */
  synchronized void tick() {
    if (!closed && nanos.getAsLong() - started >= QUIET.toNanos()) {
      ProgressState now = state(false);
      if (drawn == null || !now.sameTo(drawn)) {
        draw(now);
      }
    }
  }

  private void draw(ProgressState state) {
    screen.draw(state, !shown);
    shown = true;
    drawn = state;
  }

  private ProgressState state(boolean ended) {
    long now = nanos.getAsLong();
    Duration left = pause.isEmpty() ? Duration.ZERO : Duration.ofNanos(pauseEnd - now);
    boolean waits = !left.isNegative() && !left.isZero();
    return new ProgressState(
        what,
        done,
        total,
        detail,
        waits ? pause : "",
        waits ? left : Duration.ZERO,
        Duration.ofNanos(now - started),
        ended);
  }

  /** One thread draws the bars of all jobs; it never keeps a program from ending. */
  private static final class Ticker {
    static final ScheduledExecutorService THREAD =
        Executors.newSingleThreadScheduledExecutor(
            job -> {
              Thread thread = new Thread(job, "broadsheet-progress");
              thread.setDaemon(true);
              return thread;
            });
  }
}
