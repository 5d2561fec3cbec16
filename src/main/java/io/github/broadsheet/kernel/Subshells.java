package io.github.broadsheet.kernel;

import io.github.broadsheet.engine.Session;
import io.github.broadsheet.engine.SideSession;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.MalformedMessage;
import io.github.broadsheet.protocol.Message;
import io.github.broadsheet.protocol.Subshell;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Threads that serve requests while a cell runs, for clients that ask for such a thread. */
final class Subshells {
  private final Connection connection;
  private final Supplier<Session> session;
  private final Function<SideSession, Cells.Work> runners;
  private final Map<String, Handler> others;
  private final Map<String, Shell> shells = new ConcurrentHashMap<>();

  /**
   * None yet.
   *
   * @param runners what runs cells beside the session
   * @param others what is served besides cells, by type
   */
  Subshells(
      Connection connection,
      Supplier<Session> session,
      Function<SideSession, Cells.Work> runners,
      Map<String, Handler> others) {
    this.connection = connection;
    this.session = session;
    this.runners = runners;
    this.others = others;
  }

  /** One of them. */
  private final class Shell implements Cells.Work {
    private final Cells cells = new Cells(connection, new Desk(connection));
    private final Thread thread;
    private volatile @Nullable SideSession side;
    private Cells.@Nullable Work runner;

    Shell(String id) {
      thread = new Thread(() -> cells.serve(this, others), "broadsheet-subshell " + id);
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void run(Message request, Runnable beforeFailure) throws MalformedMessage {
      Cells.Work ready = runner;
      if (ready == null) {
        SideSession opened = session.get().beside();
        side = opened;
        ready = runners.apply(opened);
        runner = ready;
      }
      ready.run(request, beforeFailure);
    }

    void interrupt() {
      SideSession open = side;
      if (open != null) {
        open.session().interrupt();
      }
    }

    void end() {
      interrupt();
      cells.stop();
      thread.interrupt();
      SideSession open = side;
      if (open != null) {
        open.close();
      }
    }
  }

  void create(Message order) {
    String id = UUID.randomUUID().toString();
    shells.put(id, new Shell(id));
    connection.reply(order, new Subshell.Created(id));
  }

  void delete(Message order) throws MalformedMessage {
    String id = Subshell.id(order);
    Shell shell = shells.remove(id);
    if (shell == null) {
      throw new IllegalArgumentException(unknown(id));
    }
    shell.end();
    connection.reply(order, new Subshell.Deleted());
  }

  void list(Message order) {
    connection.reply(order, new Subshell.Listed(List.copyOf(shells.keySet())));
  }

  /** Leaves a request to the subshell that it names; false if there is none of this name. */
  boolean add(Message request) {
    Shell shell = shells.get(request.subshell());
    if (shell != null) {
      shell.cells.add(request);
    }
    return shell != null;
  }

  static String unknown(String id) {
    return "There is no subshell " + id + "; create_subshell_request makes one.";
  }

  void interrupt() {
    shells.values().forEach(Shell::interrupt);
  }

  void end() {
    shells.values().forEach(Shell::end);
  }
}
