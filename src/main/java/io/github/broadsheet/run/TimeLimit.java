package io.github.broadsheet.run;

import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.CellIo;
import io.github.broadsheet.engine.Outcome;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.magic.Evaluator;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evaluates cells, and stops one that takes too long. */
final class TimeLimit implements AutoCloseable {
  private final @Nullable Duration limit;
  private final Session session;
  private final Evaluator evaluator;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "time-limit");
            thread.setDaemon(true);
            return thread;
          });

  TimeLimit(@Nullable Duration limit, Session session) {
    this.limit = limit;
    this.session = session;
    this.evaluator = new Evaluator(session);
  }

  /** Runs a cell and waits for its end. */
  Outcome evaluate(Cell cell, CellIo io) {
    if (limit == null) {
      return evaluator.evaluate(cell, io);
    }
    Alarm alarm = new Alarm(session);
    var scheduled = watch.schedule(alarm, limit.toMillis(), TimeUnit.MILLISECONDS);
    Outcome outcome = evaluator.evaluate(cell, io);
    scheduled.cancel(false);
    return alarm.wentOff() && outcome instanceof Outcome.Failed failed
        ? timedOut(failed, limit)
        : outcome;
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }

  private static Outcome timedOut(Outcome.Failed stopped, Duration limit) {
    String message =
        "the cell took longer than " + Times.text(limit) + ", the limit set with --timeout";
    // The first line says that it was stopped; the ones below it say where.
    Stream<String> where = stopped.traceback().stream().skip(1);
    return new Outcome.Failed(
        "Timeout", message, Stream.concat(Stream.of("Timeout: " + message), where).toList());
  }

  // Goes off at most once, and never in the cell that comes after.
  private static final class Alarm implements Runnable {
    private final Session session;
    private boolean ended;
    private boolean rang;

    Alarm(Session session) {
      this.session = session;
    }

    @Override
    public synchronized void run() {
      if (!ended) {
        rang = true;
        session.interrupt();
      }
    }

    synchronized boolean wentOff() {
      ended = true;
      return rang;
    }
  }
}
