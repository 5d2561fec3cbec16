package io.github.broadsheet.protocol;

import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Echoes what a client sends, to show that the process lives. */
final class Heartbeat {
  private final ZMQ.Socket socket;

  Heartbeat(ZMQ.Socket socket) {
    this.socket = socket;
  }

  void start() {
    Thread thread = new Thread(this::run, "broadsheet-heartbeat");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      for (byte[] frame = socket.recv(); frame != null; frame = socket.recv()) {
        socket.send(frame, socket.hasReceiveMore() ? ZMQ.SNDMORE : 0);
      }
    } catch (ZMQException e) {
      // The context ends: so does this thread.
    } finally {
      socket.close();
    }
  }
}
