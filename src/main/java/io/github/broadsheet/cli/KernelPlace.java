package io.github.broadsheet.cli;

import io.github.broadsheet.kernel.JupyterData;
import io.github.broadsheet.kernel.Kernelspec;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of install and uninstall that say which kernel, and where. */
final class KernelPlace {
  @Option(
      names = "--name",
      defaultValue = Kernelspec.NAME,
      description = "What notebooks call the kernel; default: ${DEFAULT-VALUE}.")
  private String name = Kernelspec.NAME;

  @ArgGroup private @Nullable Where where;

  /** One of these. */
  static final class Where {
    @Option(names = "--user", description = "For this user; the default.")
    @SuppressWarnings("UnusedVariable") // It says what is done anyway.
    private boolean user;

    @Option(
        names = "--prefix",
        paramLabel = "DIR",
        description = "For a Python environment or an installation: DIR/share/jupyter/kernels.")
    private @Nullable Path prefix;
  }

  Kernelspec kernelspec() {
    return Kernelspec.in(data(), name);
  }

  private Path data() {
    return where == null || where.prefix == null
        ? JupyterData.ofUser()
        : JupyterData.ofPrefix(where.prefix);
  }
}
