package io.github.broadsheet.cli;

import io.github.broadsheet.engine.Session;
import io.github.broadsheet.kernel.Kernel;
import io.github.broadsheet.kernel.Launch;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.ConnectionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sun.misc.Signal;

/** The kernel, as Jupyter starts it. */
@Command(
    name = "kernel",
    description = "Serves a notebook or a console. Jupyter starts it; see 'install'.",
    footer = {"", "Example:", "  broadsheet kernel runtime/kernel-1.json"})
final class KernelCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Work work = new Work();

  /** One of these. */
  static final class Work {
    @Parameters(
        paramLabel = "CONNECTION_FILE",
        description = "Where to listen, as written by a Jupyter client.")
    private @Nullable Path file;

    @Option(names = Launch.REHEARSE, hidden = true, description = "For install.")
    private boolean rehearse;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ConnectionFile file =
        work.file == null ? ConnectionFile.unannounced() : ConnectionFile.read(work.file);
    Kernel kernel = new Kernel(Connection.bind(file, Clock.systemUTC()));
    if (work.rehearse) {
      kernel.rehearse(Session::open);
      return 0;
    }
    // A client may send a signal in spite of interrupt_mode; a console sends one on Ctrl-C.
    Signal.handle(new Signal("INT"), signal -> kernel.interrupt());
    kernel.run(Session::open);
    return 0;
  }
}
