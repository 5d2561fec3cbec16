package io.github.broadsheet.cli;

import io.github.broadsheet.engine.CommandException;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.kernel.Kernel;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.ConnectionFile;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import sun.misc.Signal;

/**
 * The program that Jupyter starts: {@link Main} for {@code kernel CONNECTION_FILE} alone, without
 * what reads command lines. To load that takes longer than Java itself takes to start.
 */
public final class KernelMain {
  private KernelMain() {}

  /** Serves as the command line says and ends the process. */
  public static void main(String[] args) {
    if (args.length != 2 || !args[0].equals("kernel") || !Files.isReadable(Path.of(args[1]))) {
      Main.main(args);
      return;
    }
    System.exit(serveOrTell(Path.of(args[1])));
  }

  private static int serveOrTell(Path file) {
    try {
      serve(file);
      return 0;
    } catch (IOException e) {
      Main.console(FileDescriptor.err).println("broadsheet: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Main.FAILED;
  }

  /** Serves until a client shuts the kernel down. */
  static void serve(Path file) throws IOException, InterruptedException {
    // The session takes longest: it starts first, on a thread of its own.
    Future<Session> session = openSession();
    Connection connection = Connection.bind(ConnectionFile.read(file), Clock.systemUTC());
    Kernel kernel = new Kernel(connection, KernelMain::share);
    // A client may send a signal in spite of interrupt_mode; a console sends one on Ctrl-C.
    Signal.handle(new Signal("INT"), signal -> kernel.interrupt());
    LastWill.register();
    kernel.run(session::get);
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
    FutureTask<Session> session =
        new FutureTask<>(
            () -> {
              Session opened = Session.open();
              opened.rehearse(); // while the sockets are made, and a client finds them
              return opened;
            });
    Thread thread = new Thread(session, "broadsheet-session");
    thread.setDaemon(true);
    thread.start();
    return session;
  }
}
