package io.github.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

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
    KernelMain.serve(file);
    return 0;
  }
}
