package io.github.broadsheet.comm;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A line between the cells and a script in the front-end. What travels is a JSON object: a map of
 * texts, numbers, booleans, null, lists and maps; bytes travel beside it.
 *
 * <p>What comes in is handled between cells, in the order in which it came, and interrupted as a
 * cell is. Any thread may send.
 */
public interface Comm extends AutoCloseable {
  /** Names this line; the front-end knows it by the same. */
  String id();

  /** What the line is for, such as {@code jupyter.widget}. */
  String target();

  /** What the side that opened the line said with it. */
  Map<String, Object> opening();

  /**
   * Says something to the other side.
   *
   * @throws IllegalStateException if the line has ended
   */
  default void send(Map<String, ?> data) {
    send(data, List.of());
  }

  /**
   * Says something with bytes that are no JSON, such as a picture or a column of numbers: {@code
   * line.send(Map.of("width", 2), List.of(pixels))}.
   *
   * @param buffers sent as they are; the front-end's script has them in {@code msg.buffers}
   * @throws IllegalStateException if the line has ended
   */
  void send(Map<String, ?> data, List<byte[]> buffers);

  /** Sets who hears what the other side says; the last one set is the one who does. */
  default Comm onMessage(Consumer<Map<String, Object>> listener) {
    return onBuffers((data, buffers) -> listener.accept(data));
  }

  /**
   * The same in place of {@link #onMessage}, with the bytes that came beside what was said; none
   * for most messages.
   */
  Comm onBuffers(BiConsumer<Map<String, Object>, List<byte[]>> listener);

  /** Sets who hears that the other side has ended the line. */
  Comm onClose(Consumer<Map<String, Object>> listener);

  /** Whether neither side has ended it. */
  boolean isOpen();

  /** Ends the line; nothing happens if it has ended. */
  @Override
  void close();
}
