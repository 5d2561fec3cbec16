package io.github.broadsheet.kernel;

import io.github.broadsheet.chart.LiveCharts;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.engine.SideSession;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.magic.Evaluator;
import io.github.broadsheet.magic.Sharing;
import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.History;
import io.github.broadsheet.protocol.Input;
import io.github.broadsheet.protocol.InterruptReply;
import io.github.broadsheet.protocol.MalformedMessage;
import io.github.broadsheet.protocol.Message;
import io.github.broadsheet.protocol.Shutdown;
import io.github.broadsheet.protocol.Status;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A Java session for the clients of a connection. Three threads serve: one runs cells, one answers
 * at once whatever needs no cell to end, one takes orders to interrupt and to shut down.
 */
public final class Kernel {

  private final Connection connection;
  private final Sharing sharing;
  private final CompletableFuture<Session> session = new CompletableFuture<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ExecutorService aside = executor("broadsheet-aside");
  private final ExecutorService control = executor("broadsheet-control");
  private final Recorder past;
  private final Comms comms;
  private final Questions questions;
  private final Desk desk;
  private final Cells cells;
  private final Subshells subshells;
  private final Pager pager = new Pager((name, detail) -> language().explain(name, detail));
  private final AtomicInteger counter = new AtomicInteger();
  private final Map<String, Handler> inTurn;
  private final Map<String, Handler> atOnce;
  private final Map<String, Handler> orders;
  private @Nullable Language language;

  /** Without {@code %share}. */
  public Kernel(Connection connection) {
    this(connection, Sharing.NONE);
  }

  /** With what {@code %share} does. */
  public Kernel(Connection connection, Sharing sharing) {
    this.connection = connection;
    this.sharing = sharing;
    questions = new Questions(connection);
    desk = new Desk(connection);
    session.whenComplete((opened, failure) -> desk.open());
    past = new Recorder(this::history);
    comms = new Comms(connection, desk, questions, session::join);
    comms.serve("broadsheet.check", said -> language().check(said));
    cells = new Cells(connection, desk);
    inTurn = Map.of("comm_open", comms::open, "comm_msg", comms::hear, "comm_close", comms::end);
    atOnce =
        Map.of(
            "kernel_info_request", m -> connection.reply(m, About.info()),
            "complete_request", m -> language().complete(m),
            "inspect_request", m -> language().inspect(m),
            "is_complete_request", m -> language().isComplete(m),
            "history_request", this::history,
            "comm_info_request", m -> connection.reply(m, comms.info(m)));
    subshells = new Subshells(connection, session::join, this::runner, inTurn);
    orders =
        Map.of(
            "interrupt_request", this::interrupt,
            "shutdown_request", this::shutDown,
            "create_subshell_request", subshells::create,
            "delete_subshell_request", subshells::delete,
            "list_subshell_request", subshells::list);
  }

  /** Serves until a client shuts the kernel down, or {@link #stop} is called. */
  public void run(Callable<Session> sessions) throws InterruptedException {
    Parent.onExit(System.getenv(), this::stop);
    connection.publish(null, Status.STARTING);
    connection.listen(this::receive);
    Thread worker = new Thread(() -> work(sessions), "broadsheet-cells");
    worker.setDaemon(true);
    worker.start();
    try {
      stopped.await();
    } finally {
      // The reply to the shutdown is said before the executor has ended.
      control.shutdown();
      boolean said = control.awaitTermination(1, TimeUnit.SECONDS);
      boolean written = past.close();
      if (!said || !written) {
        log()
            .log(
                System.Logger.Level.WARNING,
                "in time: said {0}, history written {1}",
                said,
                written);
      }
      aside.shutdownNow();
      interrupt();
      subshells.end();
      cells.stop();
      worker.interrupt();
      io.github.broadsheet.comm.Comms.host(null);
      connection.close();
    }
  }

  /** Stops the cell that runs; its state stays. Any thread may call it. */
  public void interrupt() {
    Session open = session.getNow(null);
    if (open != null) {
      open.interrupt();
    }
    subshells.interrupt();
  }

  /** Ends {@link #run}. */
  public void stop() {
    stopped.countDown();
  }

  private void work(Callable<Session> sessions) {
    try (Session opened = sessions.call()) {
      session.complete(opened);
      io.github.broadsheet.comm.Comms.host(comms);
      Warmup.start(desk, opened, this::language);
      LiveCharts.restart();
      Evaluator evaluator = new Evaluator(opened, sharing);
      Runner runner =
          new Runner(connection, questions, past, opened, evaluator::evaluate, pager, counter);
      cells.serve(runner, inTurn);
    } catch (Throwable thrown) {
      Throwable cause = thrown instanceof ExecutionException ? thrown.getCause() : null;
      Throwable e = cause == null ? thrown : cause;
      session.completeExceptionally(e);
      if (stopped.getCount() == 0) {
        return; // What fails while the kernel ends is of no interest.
      }
      log().log(System.Logger.Level.ERROR, "the session cannot go on", e);
      // Said in each cell: a front-end shows its reader nothing of a kernel that just ends.
      cells.serve((request, beforeFailure) -> lament(e), inTurn);
    }
  }

  private Cells.Work runner(SideSession side) {
    return new Runner(connection, questions, past, side.session(), side::evaluate, pager, counter);
  }

  private static void lament(Throwable cause) {
    throw new IllegalStateException(
        "The Java session could not start: " + cause + ". Run ./broadsheet doctor.", cause);
  }

  /** Called by the thread that reads, which must not wait. */
  private void receive(Message message) {
    if (message.channel() == Channel.STDIN) {
      answer(message);
      return;
    }
    Handler order = orders.get(message.type());
    Handler quick = atOnce.get(message.type());
    if (order != null) {
      control.execute(() -> desk.serveAside(message, order));
    } else if (quick != null && message.channel() == Channel.CONTROL) {
      control.execute(() -> desk.serveAside(message, quick));
    } else if (quick != null) {
      aside.execute(() -> desk.serveAside(message, quick));
    } else if (message.type().startsWith("comm_") && comms.isServed(message)) {
      aside.execute(() -> desk.serveAside(message, comms::answer));
    } else if (inTurn.containsKey(message.type()) || message.type().equals("execute_request")) {
      queue(message);
    } else {
      aside.execute(() -> desk.serveAside(message, Kernel::refuse));
    }
  }

  private void queue(Message message) {
    if (message.subshell().isEmpty()) {
      cells.add(message);
    } else if (!subshells.add(message)) {
      String why = Subshells.unknown(message.subshell());
      aside.execute(
          () ->
              desk.serveAside(
                  message,
                  m -> {
                    throw new IllegalArgumentException(why);
                  }));
    }
  }

  /** Made when it is first needed, as it takes time that the first answers need more. */
  private synchronized Language language() {
    Language known = language;
    if (known == null) {
      known = new Language(connection, session::join);
      language = known;
    }
    return known;
  }

  private void answer(Message message) {
    try {
      questions.answer(Input.read(message));
    } catch (MalformedMessage e) {
      log().log(System.Logger.Level.WARNING, e.getMessage());
    }
  }

  /** Read when the first cell has ended, which would otherwise come later. */
  private PastCells history() {
    desk.awaitQuiet();
    return new PastCells(new HistoryFile(Settings.current().home().resolve("history.jsonl")));
  }

  private void history(Message request) throws MalformedMessage {
    History.Request wanted = History.read(request);
    connection.reply(request, new History.Reply(past.find(wanted), wanted.output()));
  }

  private void interrupt(Message request) {
    interrupt();
    connection.reply(request, new InterruptReply());
  }

  private void shutDown(Message request) throws MalformedMessage {
    Shutdown shutdown = Shutdown.read(request);
    connection.reply(request, shutdown);
    connection.publish(request, shutdown);
    stop();
  }

  private static void refuse(Message request) {
    throw new UnsupportedOperationException(
        "This kernel does not know messages of type " + request.type() + ".");
  }

  private static ExecutorService executor(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Java finds its loggers by a look into every jar: when there is something to say. */
  private static System.Logger log() {
    return System.getLogger(Kernel.class.getName());
  }
}
