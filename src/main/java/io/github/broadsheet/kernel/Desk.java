package io.github.broadsheet.kernel;

import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.ErrorReply;
import io.github.broadsheet.protocol.ErrorReport;
import io.github.broadsheet.protocol.MalformedMessage;
import io.github.broadsheet.protocol.Message;
import io.github.broadsheet.protocol.Status;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The frame around each request: busy before, idle after, and an error for whatever goes wrong
 * between them. So a client never waits in vain, and no request ends the kernel.
 */
final class Desk {

  private static final long QUIET_MS = 100;
  private static final long SOON_MS = 500;
  private static final int MOST_TRIES = 100;

  private final Connection connection;
  private @Nullable Message running;
  private int expected;
  private boolean open;
  private long changed = System.nanoTime();

  Desk(Connection connection) {
    this.connection = connection;
  }

  /** Serves what the cells wait for. */
  void serveInTurn(Message request, Handler handler) {
    begin(request);
    try {
      attempt(request, handler);
    } finally {
      end(request);
    }
  }

  /** The request that is served in its turn now; null if none is. */
  synchronized @Nullable Message running() {
    return running;
  }

  /** The session is there: until then it is not quiet. */
  synchronized void open() {
    open = true;
    changed = System.nanoTime();
    notifyAll();
  }

  /** A request has come that will be served in its turn. */
  synchronized void expect() {
    expected++;
  }

  private synchronized void begin(Message request) {
    expected--;
    running = request;
    changed = System.nanoTime();
    connection.publish(request, Status.BUSY);
  }

  private synchronized void end(Message request) {
    running = null;
    changed = System.nanoTime();
    connection.publish(request, Status.IDLE);
    notifyAll();
  }

  /** The same with a short limit, for what somebody may soon ask for. */
  void awaitQuiet() {
    try {
      awaitQuiet(QUIET_MS, SOON_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits until nothing has been to serve in its turn for a while, but no longer than a limit;
   * whether it is quiet.
   */
  synchronized boolean awaitQuiet(long quietMillis, long limitMillis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
    for (long now = changed; now < end; now = System.nanoTime()) {
      long quiet = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - changed);
      long left = !open || running != null || expected > 0 ? quietMillis : quietMillis - quiet;
      if (left <= 0) {
        return true;
      }
      wait(left);
    }
    return false;
  }

  /** Serves what may be answered while a cell runs. */
  void serveAside(Message request, Handler handler) {
    connection.publish(request, Status.BUSY);
    attempt(request, handler);
    endAside(request);
  }

  /** Front-ends show the last status they heard: while a cell is at work, that must be busy. */
  private synchronized void endAside(Message request) {
    connection.publish(request, Status.IDLE);
    if (running != null) {
      connection.publish(running, Status.BUSY);
    }
  }

  private void attempt(Message request, Handler handler) {
    try {
      handler.serve(request);
    } catch (MalformedMessage e) {
      fail(request, new ErrorReport("MalformedMessage", String.valueOf(e.getMessage()), List.of()));
    } catch (OutOfMemoryError e) {
      failForWantOfMemory(request);
    } catch (Throwable e) { // also errors: a stack overflow costs this request, not the kernel
      log().log(System.Logger.Level.ERROR, "failed: " + request.type(), e);
      String name = e.getClass().getName();
      String message = message(e);
      fail(request, new ErrorReport(name, message, List.of(name + ": " + message)));
    }
  }

  /**
   * Says it as soon as there is memory to say it: what is loaded in advance fails too, and gives
   * its memory back. No log, which would need more.
   */
  private void failForWantOfMemory(Message request) {
    for (int i = 0; i < MOST_TRIES; i++) {
      try {
        String name = OutOfMemoryError.class.getName();
        String message = "the memory is full: let go of what is not needed (name = null)";
        reply(request, new ErrorReport(name, message, List.of(name + ": " + message)));
        return;
      } catch (OutOfMemoryError e) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(QUIET_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What an exception says; one of the reader's may throw when it is asked. */
  private static String message(Throwable thrown) {
    try {
      return String.valueOf(thrown.getMessage());
    } catch (Throwable e) {
      return "its message cannot be read";
    }
  }

  private void fail(Message request, ErrorReport error) {
    log().log(System.Logger.Level.WARNING, error.message());
    reply(request, error);
  }

  private void reply(Message request, ErrorReport error) {
    if (request.type().endsWith("_request")) {
      connection.reply(request, ErrorReply.to(request, error));
    }
  }

  /** Java finds its loggers by a look into every jar: when there is something to say. */
  private static System.Logger log() {
    return System.getLogger(Desk.class.getName());
  }
}
