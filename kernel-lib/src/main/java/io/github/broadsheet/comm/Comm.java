package io.github.broadsheet.comm;

import java.util.Map;
import java.util.function.Consumer;

/**
 * A line between the cells and a script in the front-end. What travels is a JSON object: a map of
 * texts, numbers, booleans, null, lists and maps.
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
  void send(Map<String, ?> data);

  /** Sets who hears what the other side says; the last one set is the one who does. */
  Comm onMessage(Consumer<Map<String, Object>> listener);

  /** Sets who hears that the other side has ended the line. */
  Comm onClose(Consumer<Map<String, Object>> listener);

  /** Whether neither side has ended it. */
  boolean isOpen();

  /** Ends the line; nothing happens if it has ended. */
  @Override
  void close();
}
