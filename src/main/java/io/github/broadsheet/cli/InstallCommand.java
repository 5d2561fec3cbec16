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
        "Makes the kernel known to Jupyter. Needs no Python; installing again updates it.")
final class InstallCommand implements Callable<Integer> {
  @Mixin private KernelPlace place = new KernelPlace();

  @Option(
      names = "--jvm-arg",
      paramLabel = "ARG",
      description = "An option for the kernel's Java, such as -Xmx4g; can be given again.")
  private List<String> jvmArguments = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Kernelspec kernelspec = place.kernelspec();
    kernelspec.install(jvmArguments);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Installed the kernel in " + kernelspec.folder());
    out.println(
        "It runs on Java " + Runtime.version() + " from " + System.getProperty("java.home"));
    out.println("Next: start 'jupyter lab' or 'jupyter notebook' and choose Java (Broadsheet),");
    out.println("or stay in the terminal: jupyter console --kernel " + kernelspec.name());
    return 0;
  }
}
