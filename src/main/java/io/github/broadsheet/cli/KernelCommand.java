package io.github.broadsheet.cli;

import io.github.broadsheet.engine.CommandException;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.kernel.Kernel;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.ConnectionFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sun.misc.Signal;

/** The kernel, as Jupyter starts it. */
@Command(
    name = "kernel",
    description = "Serves a notebook or a console. Jupyter starts it; see 'install'.",
    footer = {"", "Example:", "  broadsheet kernel runtime/kernel-1.json"})
final class KernelCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CONNECTION_FILE",
      description = "Where to listen, as written by a Jupyter client.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    serve(file);
    return 0;
  }

  /** Serves until a client shuts the kernel down. */
  static void serve(Path file) throws IOException, InterruptedException {
    // The session takes longest: it starts first, on a thread of its own.
    Future<Session> session = openSession();
    Connection connection = Connection.bind(ConnectionFile.read(file), Clock.systemUTC());
    Kernel kernel = new Kernel(connection, KernelCommand::share);
    // A client may send a signal in spite of interrupt_mode; a console sends one on Ctrl-C.
    Signal.handle(new Signal("INT"), signal -> kernel.interrupt());
    LastWill.register();
    kernel.run(session::get);
  }

  /** The same, as a program that knows its command line; gives its exit code. */
  static int serveQuickly(Path file, PrintWriter err) {
    try {
      serve(file);
      return 0;
    } catch (IOException e) {
      err.println("broadsheet: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Main.FAILED;
  }

  /** The command {@code share}, for the magic of this name. */
  private static String share(List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> command = new ArrayList<>(List.of("share"));
    command.addAll(words);
    int code =
        Main.execute(
            Terminal.plain(),
            new PrintWriter(out),
            new PrintWriter(err),
            command.toArray(String[]::new));
    if (code != 0) {
      throw new CommandException("ShareFailed", err.toString().strip());
    }
    return out.toString() + err;
  }

  private static Future<Session> openSession() {
    FutureTask<Session> session = new FutureTask<>(Session::open);
    Thread thread = new Thread(session, "broadsheet-session");
    thread.setDaemon(true);
    thread.start();
    return session;
  }
}
