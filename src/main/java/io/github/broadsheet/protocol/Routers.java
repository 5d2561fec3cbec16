package io.github.broadsheet.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;

/**
 * The sockets on which clients ask, all owned by one thread. It blocks until a client says
 * something or another thread has left an answer to send, and looks at control first.
 */
final class Routers {
  private static final Channel[] CHANNELS = {Channel.CONTROL, Channel.SHELL, Channel.STDIN};

  private record Outgoing(Channel channel, List<byte[]> frames) {}

  private final ZMQ.Context context;
  private final Signature signature;
  private final ZMQ.Socket[] sockets;
  private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
  private final Pipe wake = Pipe.open();
  private final AtomicBoolean awake = new AtomicBoolean();
  private volatile boolean closed;
  private @Nullable Thread thread;

  /** The sockets in the order of {@link #CHANNELS}. */
  Routers(ZMQ.Context context, Signature signature, ZMQ.Socket... sockets) throws IOException {
    this.context = context;
    this.signature = signature;
    this.sockets = sockets;
    wake.source().configureBlocking(false);
  }

  void start(Consumer<Message> receiver) {
    Thread started = new Thread(() -> run(receiver), "broadsheet-sockets");
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  /** Leaves an answer to be sent. Not for threads of cells: an interrupt would close the pipe. */
  void send(Channel channel, List<byte[]> frames) {
    outgoing.add(new Outgoing(channel, frames));
    wakeUp();
  }

  /** Sends what was left, and waits until the sockets are closed. */
  void close() {
    closed = true;
    Thread running = thread;
    if (running == null) {
      closeSockets();
      return;
    }
    wakeUp();
    try {
      running.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wakeUp() {
    if (awake.compareAndSet(false, true)) {
      try {
        wake.sink().write(ByteBuffer.wrap(new byte[1]));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void run(Consumer<Message> receiver) {
    try (ZMQ.Poller poller = context.poller(sockets.length + 1)) {
      for (ZMQ.Socket socket : sockets) {
        poller.register(socket, ZMQ.Poller.POLLIN);
      }
      int wakeIndex = poller.register(wake.source(), ZMQ.Poller.POLLIN);
      while (!closed) {
        poller.poll(-1);
        if (poller.pollin(wakeIndex)) {
          sendAll();
        }
        for (int i = 0; i < sockets.length; i++) {
          if (poller.pollin(i)) {
            receive(i, receiver);
          }
        }
      }
      sendAll();
    } catch (IOException e) {
      log().log(System.Logger.Level.ERROR, "the kernel can no longer be reached", e);
    } finally {
      closeSockets();
    }
  }

  private void closeSockets() {
    for (ZMQ.Socket socket : sockets) {
      socket.close();
    }
  }

  private void sendAll() throws IOException {
    wake.source().read(ByteBuffer.allocate(8));
    // Before the queue is read: an answer left from now on wakes this thread once more.
    awake.set(false);
    for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
      send(sockets[next.channel().ordinal()], next.frames());
    }
  }

  private void receive(int i, Consumer<Message> receiver) {
    try {
      receiver.accept(Wire.decode(CHANNELS[i], receive(sockets[i]), signature));
    } catch (MalformedMessage e) {
      log().log(System.Logger.Level.WARNING, "ignored on " + CHANNELS[i] + ": " + e.getMessage());
    } catch (Throwable e) { // whatever a client sends, the next one is heard
      log().log(System.Logger.Level.ERROR, "failed on " + CHANNELS[i], e);
    }
  }

  static List<byte[]> receive(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    do {
      byte[] frame = socket.recv(ZMQ.DONTWAIT);
      if (frame == null) {
        break;
      }
      frames.add(frame);
    } while (socket.hasReceiveMore());
    return frames;
  }

  static void send(ZMQ.Socket socket, List<byte[]> frames) {
    int last = frames.size() - 1;
    for (int i = 0; i < last; i++) {
      socket.send(frames.get(i), ZMQ.SNDMORE);
    }
    socket.send(frames.get(last));
  }

  /** Java finds its loggers by a look into every jar: when there is something to say. */
  private static System.Logger log() {
    return System.getLogger(Routers.class.getName());
  }
}
