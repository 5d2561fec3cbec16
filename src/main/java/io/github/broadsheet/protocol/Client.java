package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** The other end of the line, as far as a program needs it that asks a kernel. For one thread. */
public final class Client implements AutoCloseable {
  private static final int LOOK_MS = 200;

  private final String session = UUID.randomUUID().toString();
  private final ZMQ.Context context = ZMQ.context(1);
  private final ConnectionFile file;
  private final BooleanSupplier alive;
  private final Signature signature;
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket stdin;
  private final ZMQ.Socket iopub;
  private final ZMQ.Socket heartbeat;

  private record Request(String type, Map<String, ?> fields) implements Content {
    @Override
    public ObjectNode json() {
      return (ObjectNode) Json.tree(fields);
    }
  }

  /**
   * Connects, now or as soon as the kernel listens.
   *
   * @param alive whether the kernel is there; if not, nothing is waited for
   */
  public Client(ConnectionFile file, BooleanSupplier alive) {
    this.file = file;
    this.alive = alive;
    signature = new Signature(file.signatureScheme(), file.key());
    shell = socket(SocketType.DEALER, file.shellPort());
    control = socket(SocketType.DEALER, file.controlPort());
    stdin = socket(SocketType.DEALER, file.stdinPort());
    iopub = socket(SocketType.SUB, file.iopubPort());
    iopub.subscribe(new byte[0]);
    heartbeat = socket(SocketType.REQ, file.heartbeatPort());
  }

  private ZMQ.Socket socket(SocketType type, int port) {
    ZMQ.Socket socket = context.socket(type);
    socket.setLinger(0);
    socket.setReceiveTimeOut(LOOK_MS);
    socket.connect(file.address(port));
    return socket;
  }

  /** Asks on {@code SHELL} or {@code CONTROL}, and waits for the answer. */
  public Message ask(Channel channel, String type, Map<String, ?> content) throws IOException {
    ZMQ.Socket socket = channel == Channel.CONTROL ? control : shell;
    Header header = Header.create(type, session, Clock.systemUTC().instant());
    Routers.send(
        socket, Wire.encode(List.of(), header, null, new Request(type, content), signature));
    try {
      return Wire.decode(channel, receive(socket), signature);
    } catch (MalformedMessage e) {
      throw new IOException("the kernel's answer to " + type + " cannot be read", e);
    }
  }

  /** Sends a beat, and waits until it comes back. */
  public void beat() throws IOException {
    heartbeat.send("beat");
    receive(heartbeat);
  }

  private List<byte[]> receive(ZMQ.Socket socket) throws IOException {
    byte[] first = socket.recv();
    while (first == null && alive.getAsBoolean()) {
      first = socket.recv();
    }
    if (first == null) {
      throw new IOException("the kernel has ended");
    }
    List<byte[]> frames = new ArrayList<>(List.of(first));
    frames.addAll(socket.hasReceiveMore() ? Routers.receive(socket) : List.of());
    return frames;
  }

  @Override
  public void close() {
    List.of(shell, control, stdin, iopub, heartbeat).forEach(ZMQ.Socket::close);
    context.term();
  }
}
