package io.github.broadsheet.kernel;

import io.github.broadsheet.comm.Comm;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The kernel's end of a line. */
final class CommLine implements Comm {
  /** What brings something to the other side. */
  interface Sender {
    void send(CommLine line, Map<String, ?> data, List<byte[]> buffers);
  }

  private final String id;
  private final String target;
  private final Map<String, Object> opening;
  private final Sender sender;
  private final Consumer<CommLine> closer;
  private volatile BiConsumer<Map<String, Object>, List<byte[]>> messages = (data, buffers) -> {};
  private volatile Consumer<Map<String, Object>> endings = data -> {};
  private volatile boolean open = true;

  CommLine(
      String id,
      String target,
      Map<String, Object> opening,
      Sender sender,
      Consumer<CommLine> closer) {
    this.id = id;
    this.target = target;
    this.opening = opening;
    this.sender = sender;
    this.closer = closer;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String target() {
    return target;
  }

  @Override
  public Map<String, Object> opening() {
    return opening;
  }

  @Override
  public void send(Map<String, ?> data, List<byte[]> buffers) {
    if (!open) {
      throw new IllegalStateException(
          "The line to \"" + target + "\" has ended; Comms.open begins another.");
    }
    sender.send(this, data, buffers);
  }

  @Override
  public Comm onBuffers(BiConsumer<Map<String, Object>, List<byte[]>> listener) {
    messages = listener;
    return this;
  }

  @Override
  public Comm onClose(Consumer<Map<String, Object>> listener) {
    endings = listener;
    return this;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      closer.accept(this);
    }
  }

  void hear(Map<String, Object> data, List<byte[]> buffers) {
    messages.accept(data, buffers);
  }

  void end(Map<String, Object> data) {
    open = false;
    endings.accept(data);
  }
}
