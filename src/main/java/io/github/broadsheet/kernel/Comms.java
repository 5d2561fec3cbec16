package io.github.broadsheet.kernel;

import io.github.broadsheet.protocol.Comm;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.MalformedMessage;
import io.github.broadsheet.protocol.Message;
import java.util.Map;

/**
 * Lines to widgets. Nothing here takes part in one yet, so each that a front-end opens is closed at
 * once, as the protocol has it for a target that nobody knows.
 */
final class Comms {
  private static final System.Logger LOG = System.getLogger(Comms.class.getName());

  private final Connection connection;

  Comms(Connection connection) {
    this.connection = connection;
  }

  void open(Message message) throws MalformedMessage {
    LOG.log(System.Logger.Level.DEBUG, "closed a comm: no target named " + Comm.target(message));
    connection.publish(message, new Comm.Close(Comm.id(message)));
  }

  /** A message for, or the end of, a line that was never open. */
  void forget(Message message) throws MalformedMessage {
    LOG.log(System.Logger.Level.DEBUG, "no comm " + Comm.id(message));
  }

  Comm.Info info() {
    return new Comm.Info(Map.of());
  }
}
