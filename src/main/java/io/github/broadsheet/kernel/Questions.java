package io.github.broadsheet.kernel;

import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.Input;
import io.github.broadsheet.protocol.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** Asks the reader, one question at a time, and hands the answer to the cell that waits for it. */
final class Questions {
  private final Connection connection;
  private boolean open;
  private @Nullable String answer;

  Questions(Connection connection) {
    this.connection = connection;
  }

  /** Waits for the answer; an interrupt of the cell ends the wait. */
  synchronized String ask(Message cell, String prompt, boolean password) throws IOException {
    try {
      while (open) {
        wait();
      }
      open = true;
      try {
        answer = null;
        connection.ask(cell, new Input.Request(prompt, password));
        while (answer == null) {
          wait();
        }
        return answer;
      } finally {
        open = false;
        notifyAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    }
  }

  /** What a client sent on stdin; late answers, to a question that was given up, go nowhere. */
  synchronized void answer(String text) {
    if (open) {
      answer = text;
      notifyAll();
    }
  }
}
