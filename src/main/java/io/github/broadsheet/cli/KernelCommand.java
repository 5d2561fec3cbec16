package io.github.broadsheet.cli;

import io.github.broadsheet.engine.Session;
import io.github.broadsheet.kernel.Kernel;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.ConnectionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sun.misc.Signal;

/** The kernel, as Jupyter starts it. */
@Command(
    name = "kernel",
    description = "Serves a notebook or a console. Jupyter starts it; see 'install'.")
final class KernelCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CONNECTION_FILE",
      description = "Where to listen, as written by a Jupyter client.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Kernel kernel = new Kernel(Connection.bind(ConnectionFile.read(file), Clock.systemUTC()));
    // A client may send a signal in spite of interrupt_mode; a console sends one on Ctrl-C.
    Signal.handle(new Signal("INT"), signal -> kernel.interrupt());
    kernel.run(Session::open);
    return 0;
  }
}
