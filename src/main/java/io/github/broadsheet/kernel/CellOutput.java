package io.github.broadsheet.kernel;

import io.github.broadsheet.engine.CellIo;
import io.github.broadsheet.protocol.ClearOutput;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.DisplayData;
import io.github.broadsheet.protocol.Message;
import io.github.broadsheet.protocol.Stream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * Sends what a cell prints and shows, under the request that ran it, also when a thread of the cell
 * goes on after its end. Text beyond a limit is left out, as a front-end that is sent a gigabyte
 * does not come back.
 */
final class CellOutput implements CellIo {
  /**
   * Megabytes of text that a cell may print; read anew for each cell, so that a cell can set it.
   */
  static final String LIMIT = "broadsheet.output.limit";

  private static final int DEFAULT_LIMIT = 10;
  private static final String CANNOT_ASK =
      "This front-end cannot be asked for input (it ran the cell with allow_stdin = false)."
          + " Put the value into a variable, or run the cell in Jupyter.";

  private final Connection connection;
  private final Questions questions;
  private final Message request;
  private final boolean silent;
  private final boolean mayAsk;
  private final long limit = Integer.getInteger(LIMIT, DEFAULT_LIMIT) * 1_000_000L;
  private long printed;
  private long leftOut;

  CellOutput(
      Connection connection, Questions questions, Message request, boolean silent, boolean mayAsk) {
    this.connection = connection;
    this.questions = questions;
    this.request = request;
    this.silent = silent;
    this.mayAsk = mayAsk;
  }

  @Override
  public synchronized void print(Channel channel, String text) {
    if (silent) {
      return;
    }
    if (leftOut > 0 || printed + text.length() > limit) {
      if (leftOut == 0) {
        int fits = (int) (limit - printed);
        send(channel, text.substring(0, fits));
        leftOut -= fits;
        notice(
            String.format(
                Locale.ROOT,
                "The output ends here, at %d MB. For more: System.setProperty(\"%s\", \"%d\")"
                    + " and run the cell again.",
                limit / 1_000_000,
                LIMIT,
                limit / 100_000));
      }
      leftOut += text.length();
      return;
    }
    printed += text.length();
    send(channel, text);
  }

  private void send(Channel channel, String text) {
    Stream.Name name = channel == Channel.OUT ? Stream.Name.STDOUT : Stream.Name.STDERR;
    connection.print(request, name, text);
  }

  /** Says how much was left out, when the cell has ended. */
  synchronized void end() {
    if (leftOut > 0) {
      notice(String.format(Locale.ROOT, "%.1f MB were left out.", leftOut / 1e6));
    }
  }

  private void notice(String text) {
    connection.print(request, Stream.Name.STDERR, "\n[" + text + "]\n");
  }

  @Override
  public void display(String id, Map<String, Object> bundle) {
    if (!silent) {
      connection.publish(request, new DisplayData(id, false, bundle, Listings.metadata()));
    }
  }

  @Override
  public void update(String id, Map<String, Object> bundle) {
    if (!silent) {
      connection.publish(request, new DisplayData(id, true, bundle, Listings.metadata()));
    }
  }

  @Override
  public void clear(boolean wait) {
    if (!silent) {
      connection.publish(request, new ClearOutput(wait));
    }
  }

  @Override
  public String ask(String prompt, boolean password) throws IOException {
    if (!mayAsk) {
      // Printed as well, because a Scanner turns every exception into "No line found".
      notice(CANNOT_ASK);
      throw new IOException(CANNOT_ASK);
    }
    return questions.ask(request, prompt, password);
  }
}
