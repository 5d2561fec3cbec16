package io.github.broadsheet.kernel;

import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.ExecuteReply;
import io.github.broadsheet.protocol.MalformedMessage;
import io.github.broadsheet.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The requests that are served one after the other, in the order in which they came. */
final class Cells {
  /** What runs a cell. */
  interface Work {
    /**
     * Runs the code of a request.
     *
     * @param beforeFailure called when it failed and cells that wait must not run, before anybody
     *     hears of it: what is sent on hearing it is meant to run
     */
    void run(Message request, Runnable beforeFailure) throws MalformedMessage;
  }

  private final Connection connection;
  private final Desk desk;
  private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
  private volatile boolean stopped;

  Cells(Connection connection, Desk desk) {
    this.connection = connection;
    this.desk = desk;
  }

  void add(Message request) {
    desk.expect();
    waiting.add(request);
  }

  /** Ends {@link #serve} before the next request; the thread must be interrupted too. */
  void stop() {
    stopped = true;
  }

  /** Serves until it is stopped. */
  void serve(Work work, Map<String, Handler> others) {
    try {
      while (!stopped) {
        serve(waiting.take(), work, others);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Message request, Work work, Map<String, Handler> others) {
    try {
      Handler other = others.get(request.type());
      if (other != null) {
        desk.serveInTurn(request, other);
        return;
      }
      List<Message> aborted = new ArrayList<>();
      desk.serveInTurn(request, m -> work.run(m, () -> takeCells(aborted)));
      aborted.forEach(
          m -> desk.serveInTurn(m, a -> connection.reply(a, new ExecuteReply.Aborted())));
    } catch (OutOfMemoryError e) {
      // Not even its end could be said. The variables are there; the next may let go of some.
      System.gc();
    }
  }

  private void takeCells(List<Message> into) {
    waiting.removeIf(m -> m.type().equals("execute_request") && into.add(m));
  }
}
