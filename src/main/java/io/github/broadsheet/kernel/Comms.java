package io.github.broadsheet.kernel;

import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.CellIo;
import io.github.broadsheet.engine.Outcome;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.engine.Step;
import io.github.broadsheet.protocol.Comm;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.MalformedMessage;
import io.github.broadsheet.protocol.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The open lines. Those to a {@link CommService} are answered while a cell runs; on all others the
 * reader's code listens, and hears what is said between cells.
 */
final class Comms implements io.github.broadsheet.comm.Comms.Host {
  private final Connection connection;
  private final Desk desk;
  private final Questions questions;
  private final Supplier<Session> session;
  private final Map<String, CommService> services = new ConcurrentHashMap<>();
  private final Map<String, Consumer<io.github.broadsheet.comm.Comm>> takers =
      new ConcurrentHashMap<>();
  private final Map<String, CommLine> lines = new ConcurrentHashMap<>();
  // By id of a line that a client opened to a service; known before the opening is served.
  private final Map<String, CommService> served = new ConcurrentHashMap<>();

  /** With the request that is served, which what cells say belongs to. */
  Comms(Connection connection, Desk desk, Questions questions, Supplier<Session> session) {
    this.connection = connection;
    this.desk = desk;
    this.questions = questions;
    this.session = session;
  }

  /** Answers what is said on the lines to a target. */
  void serve(String target, CommService service) {
    services.put(target, service);
  }

  /** Whether a message needs no cell to end. For the thread that reads. */
  boolean isServed(Message message) {
    try {
      String id = Comm.id(message);
      if (message.type().equals("comm_open")) {
        CommService service = services.get(Comm.target(message));
        if (service != null) {
          served.put(id, service);
        }
      }
      return served.containsKey(id);
    } catch (MalformedMessage e) {
      return false; // Who serves it in its turn says so.
    }
  }

  /** Serves a message of a line to a service. */
  void answer(Message message) throws MalformedMessage {
    String id = Comm.id(message);
    CommService service = served.get(id);
    if (service == null) {
      return;
    }
    switch (message.type()) {
      case "comm_open" -> lines.put(id, line(id, Comm.target(message), Comm.data(message)));
      case "comm_close" -> forget(id);
      default ->
          connection.publish(message, new Comm.Said(id, answer(service, message), List.of()));
    }
  }

  private static Map<String, ?> answer(CommService service, Message message) {
    try {
      return service.answer(Comm.data(message));
    } catch (Exception e) {
      return Map.of("error", String.valueOf(e.getMessage()));
    }
  }

  void open(Message message) throws MalformedMessage {
    String id = Comm.id(message);
    Consumer<io.github.broadsheet.comm.Comm> taker = takers.get(Comm.target(message));
    if (taker == null) {
      connection.publish(message, new Comm.Close(id));
      return;
    }
    CommLine line = line(id, Comm.target(message), Comm.data(message));
    lines.put(id, line);
    if (!run(message, () -> taker.accept(line))) {
      line.close();
    }
  }

  void hear(Message message) throws MalformedMessage {
    CommLine line = lines.get(Comm.id(message));
    if (line != null) {
      run(message, () -> line.hear(Comm.data(message), message.buffers()));
    }
  }

  void end(Message message) throws MalformedMessage {
    CommLine line = forget(Comm.id(message));
    if (line != null) {
      run(message, () -> line.end(Comm.data(message)));
    }
  }

  private @Nullable CommLine forget(String id) {
    served.remove(id);
    return lines.remove(id);
  }

  /** Runs the reader's code as a cell is run: it prints, and can be interrupted. */
  private boolean run(Message message, Runnable listener) {
    CellOutput output = new CellOutput(connection, questions, message, false, false);
    Outcome outcome =
        message.subshell().isEmpty()
            ? inTurn(listener, output)
            : session.get().aside(output, listener);
    if (outcome instanceof Outcome.Failed failed) {
      output.print(CellIo.Channel.ERR, String.join("\n", failed.traceback()) + "\n");
      return false;
    }
    return true;
  }

  private Outcome inTurn(Runnable listener, CellIo output) {
    Cell cell = new Cell(Cell.UNCOUNTED, "");
    Step.Work work =
        () -> {
          listener.run();
          return List.of();
        };
    return session.get().evaluate(cell, List.of(new Step.Command(cell, 0, 0, work)), output);
  }

  Comm.Info info(Message request) throws MalformedMessage {
    String wanted = Comm.wanted(request);
    Map<String, String> targets = new LinkedHashMap<>();
    lines.forEach(
        (id, line) -> {
          if (wanted.isEmpty() || wanted.equals(line.target())) {
            targets.put(id, line.target());
          }
        });
    return new Comm.Info(targets);
  }

  @Override
  public io.github.broadsheet.comm.Comm open(String target, Map<String, ?> data) {
    String id = UUID.randomUUID().toString();
    CommLine line = line(id, target, new LinkedHashMap<>(data));
    lines.put(id, line);
    connection.publish(desk.running(), new Comm.Open(id, target, data));
    return line;
  }

  @Override
  public void accept(String target, Consumer<io.github.broadsheet.comm.Comm> opened) {
    takers.put(target, opened);
  }

  private CommLine line(String id, String target, Map<String, Object> opening) {
    return new CommLine(
        id,
        target,
        opening,
        (line, data, buffers) ->
            connection.publish(desk.running(), new Comm.Said(line.id(), data, buffers)),
        line -> {
          forget(line.id());
          connection.publish(desk.running(), new Comm.Close(line.id()));
        });
  }
}
