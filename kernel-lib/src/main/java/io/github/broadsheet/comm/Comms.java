package io.github.broadsheet.comm;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens lines to scripts in the front-end, and takes theirs.
 *
 * <pre>{@code
 * Comms.accept("lab.counter", line -> line.onMessage(data -> line.send(Map.of("seen", data))));
 * Comm line = Comms.open("lab.progress", Map.of("total", 12));
 * line.send(Map.of("done", 1));
 * }</pre>
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#custom-messages">the
 *     protocol</a>
 */
public final class Comms {
  /** The kernel that carries the lines. */
  public interface Host {
    /** As {@link Comms#open}. */
    Comm open(String target, Map<String, ?> data);

    /** As {@link Comms#accept}. */
    void accept(String target, Consumer<Comm> opened);
  }

  private static volatile @Nullable Host host;

  private Comms() {}

  /** Sets who carries lines from now on; null if nobody does. */
  public static void host(@Nullable Host newHost) {
    host = newHost;
  }

  /** Whether there is a front-end that lines can lead to; {@code run} has none. */
  public static boolean hosted() {
    return host != null;
  }

  /**
   * Opens a line to what the front-end has registered under a name. A front-end without it closes
   * the line at once.
   *
   * @throws IllegalStateException outside of a kernel
   */
  public static Comm open(String target, Map<String, ?> data) {
    return current().open(target, data);
  }

  /**
   * Sets who takes the lines that the front-end opens to a name; an earlier one is replaced, when a
   * cell is run again.
   *
   * @throws IllegalStateException outside of a kernel
   */
  public static void accept(String target, Consumer<Comm> opened) {
    current().accept(target, opened);
  }

  private static Host current() {
    Host current = host;
    if (current == null) {
      throw new IllegalStateException(
          "Comms lead to a front-end such as Jupyter, and none is there; Comms.hosted() tells.");
    }
    return current;
  }
}
