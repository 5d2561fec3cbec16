package io.github.broadsheet.cli;

import io.github.broadsheet.kernel.Kernelspec;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the kernel known to Jupyter. */
@Command(
    name = "install",
    description =
        "Makes the kernel known to Jupyter. Needs no Python; installing again updates it.",
    footer = {
      "",
      "Examples:",
      "  broadsheet install",
      "  broadsheet install --jvm-arg -Xmx8g",
      "  broadsheet install --prefix .venv"
    })
final class InstallCommand implements Callable<Integer> {
  @Mixin private KernelPlace place = new KernelPlace();

  @Option(
      names = "--jvm-arg",
      paramLabel = "ARG",
      description = "An option for the kernel's Java, such as -Xmx4g; can be given again.")
  private List<String> jvmArguments = new ArrayList<>();

  @Option(
      names = "--no-archive",
      description =
          "Do not record which classes the kernel loads: installs at once, but each start takes"
              + " twice as long.")
  private boolean noArchive;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Kernelspec kernelspec = place.kernelspec();
    PrintWriter err = spec.commandLine().getErr();
    boolean archive = !noArchive;
    if (archive) {
      err.println("broadsheet: starting the kernel once, to record what makes it start fast");
      err.flush();
    }
    boolean archived = kernelspec.install(jvmArguments, archive);
    if (archive && !archived) {
      err.println("broadsheet: that failed; the kernel works without, and starts slower");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("Installed the kernel in " + kernelspec.folder());
    out.println(
        "It runs on Java " + Runtime.version() + " from " + System.getProperty("java.home"));
    out.println("Next: start 'jupyter lab' or 'jupyter notebook' and choose Java (Broadsheet),");
    out.println("or stay in the terminal: jupyter console --kernel " + kernelspec.name());
    return 0;
  }
}
