package io.github.broadsheet.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The kernel's end of the line to its clients. Each socket belongs to one thread, which blocks
 * until there is something to do: {@link Routers} reads requests and sends answers, the sender
 * below publishes, {@link Heartbeat} echoes. Everything said goes through one {@link Outbox}, so
 * that clients see it in the order in which it was said: a prompt after the text before it, a reply
 * after the output of its cell.
 */
public final class Connection implements AutoCloseable {
  private static final int LINGER_MS = 1000;

  private final String session = UUID.randomUUID().toString();
  private final ZMQ.Context context = ZMQ.context(1);
  private final ZMQ.Socket iopub;
  private final Routers routers;
  private final Heartbeat heartbeat;
  private final Outbox outbox = new Outbox();
  private final Signature signature;
  private final Clock clock;
  private final Thread sender = new Thread(this::send, "broadsheet-sender");

  private Connection(ConnectionFile file, Clock clock) throws IOException {
    this.clock = clock;
    signature = new Signature(file.signatureScheme(), file.key());
    Signature check = new Signature(file.signatureScheme(), file.key());
    heartbeat = new Heartbeat(open(SocketType.REP, file, file.heartbeatPort()));
    iopub = open(SocketType.PUB, file, file.iopubPort());
    routers =
        new Routers(
            context,
            check,
            open(SocketType.ROUTER, file, file.controlPort()),
            open(SocketType.ROUTER, file, file.shellPort()),
            open(SocketType.ROUTER, file, file.stdinPort()));
  }

  /** Takes the ports. What clients send from now on waits until {@link #listen}. */
  public static Connection bind(ConnectionFile file, Clock clock) throws IOException {
    return new Connection(file, clock);
  }

  /** Starts to read. The receiver is called by the one thread that reads, and must not wait. */
  public void listen(Consumer<Message> receiver) {
    heartbeat.start();
    sender.setDaemon(true);
    sender.start();
    routers.start(receiver);
  }

  /** Answers a request on the channel on which it came. */
  public void reply(Message request, Content content) {
    outbox.add(new Parcel(request.channel(), request.identities(), request.header(), content));
  }

  /** Tells all clients; {@code cause} is the request that led to it. */
  public void publish(@Nullable Message cause, Content content) {
    outbox.add(new Parcel(Channel.IOPUB, List.of(), headerOf(cause), content));
  }

  /** Tells all clients what was printed. Many small pieces become one message. */
  public void print(@Nullable Message cause, Stream.Name name, String text) {
    outbox.print(headerOf(cause), name, text);
  }

  /** Asks the client that sent the request. */
  public void ask(Message request, Content content) {
    outbox.add(new Parcel(Channel.STDIN, request.identities(), request.header(), content));
  }

  /** Sends what was said, then gives the ports back. */
  @Override
  public void close() {
    outbox.close();
    // Where a cell has filled the memory, a thread of the sockets may have died: then no end comes.
    Thread end = new Thread(context::term, "broadsheet-end");
    end.setDaemon(true);
    await(sender, 0);
    routers.close();
    end.start();
    await(end, 2L * LINGER_MS);
  }

  private static void await(Thread thread, long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Header headerOf(@Nullable Message message) {
    return message == null ? null : message.header();
  }

  private ZMQ.Socket open(SocketType type, ConnectionFile file, int port) throws IOException {
    ZMQ.Socket socket = context.socket(type);
    socket.setLinger(LINGER_MS);
    // The default of 1000 messages drops output, and with it the end of the cell.
    socket.setHWM(0);
    if (type == SocketType.ROUTER) {
      // A client that comes back under its old name is the same client.
      socket.setRouterHandover(true);
    }
    String address = file.address(port);
    try {
      socket.bind(address);
      return socket;
    } catch (ZMQException | IllegalArgumentException | UncheckedIOException e) {
      throw new IOException(
          "Cannot listen on "
              + address
              + " ("
              + e.getMessage()
              + "). Another kernel may have it; start a new one, with new ports.",
          e);
    }
  }

  private void send() {
    try {
      for (Parcel parcel = outbox.take(); parcel != null; parcel = outbox.take()) {
        try {
          send(parcel);
        } catch (Throwable e) { // one message that cannot be sent must not silence the kernel
          log().log(System.Logger.Level.ERROR, "cannot send " + parcel.content().type(), e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      iopub.close();
    }
  }

  private void send(Parcel parcel) throws IOException {
    Content content = parcel.content();
    Header header = Header.create(content.type(), session, clock.instant());
    List<byte[]> identities = parcel.identities();
    if (parcel.channel() == Channel.IOPUB) {
      String topic = "kernel." + session + "." + content.type();
      identities = List.of(topic.getBytes(StandardCharsets.UTF_8));
    }
    List<byte[]> frames = Wire.encode(identities, header, parcel.parent(), content, signature);
    if (parcel.channel() == Channel.IOPUB) {
      Routers.send(iopub, frames);
    } else {
      routers.send(parcel.channel(), frames);
    }
  }

  /** Java finds its loggers by a look into every jar: when there is something to say. */
  private static System.Logger log() {
    return System.getLogger(Connection.class.getName());
  }
}
