package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent, in order. Printed text is gathered: a piece goes out when it is {@value
 * #FULL} characters long, {@value #PATIENCE_MS} ms old, or when something else follows it, such as
 * the end of its cell.
 *
 * <p>Cells print into it from threads that may be interrupted or stopped at any moment. So there is
 * nothing but a monitor here, which is always left; no lock object, and no channel that an
 * interrupt would close.
 */
final class Outbox {
  static final int FULL = 16 * 1024;
  static final int PATIENCE_MS = 50;

  private final ArrayDeque<Parcel> parcels = new ArrayDeque<>();
  private @Nullable Gathering last;
  private boolean closed;

  /** Text that may still grow, as long as it is the last in the queue. */
  private static final class Gathering implements Content {
    final @Nullable Header parent;
    final Stream.Name name;
    final StringBuilder text = new StringBuilder();
    final long since = System.nanoTime();

    Gathering(@Nullable Header parent, Stream.Name name) {
      this.parent = parent;
      this.name = name;
    }

    long ripeIn() {
      return text.length() >= FULL
          ? 0
          : since + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS) - System.nanoTime();
    }

    @Override
    public String type() {
      return "stream";
    }

    @Override
    public ObjectNode json() {
      return new Stream(name, text.toString()).json();
    }
  }

  synchronized void add(Parcel parcel) {
    last = null;
    parcels.add(parcel);
    notifyAll();
  }

  synchronized void print(@Nullable Header parent, Stream.Name name, String text) {
    Gathering open = last;
    if (open == null || open.parent != parent || open.name != name || open.text.length() >= FULL) {
      open = new Gathering(parent, name);
      parcels.add(new Parcel(Channel.IOPUB, List.of(), parent, open));
      last = open;
      notifyAll();
    }
    open.text.append(text);
    if (open.text.length() >= FULL) {
      notifyAll();
    }
  }

  /** Waits for the next parcel; null once closed and empty. */
  synchronized @Nullable Parcel take() throws InterruptedException {
    while (true) {
      Parcel head = parcels.peek();
      if (head == null) {
        if (closed) {
          return null;
        }
        wait();
        continue;
      }
      Gathering open = last;
      if (open != null && head.content() == open && !closed) {
        long nanos = open.ripeIn();
        if (nanos > 0) {
          TimeUnit.NANOSECONDS.timedWait(this, nanos);
          continue;
        }
        last = null;
      }
      return parcels.poll();
    }
  }

  /** What is inside still goes out. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
