package io.github.broadsheet.cli;

import io.github.broadsheet.kernel.Kernelspec;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes the kernel away from Jupyter. */
@Command(
    name = "uninstall",
    description = "Removes what 'install' wrote, and nothing else.",
    footer = {"", "Example:", "  broadsheet uninstall"})
final class UninstallCommand implements Callable<Integer> {
  @Mixin private KernelPlace place = new KernelPlace();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Kernelspec kernelspec = place.kernelspec();
    if (kernelspec.uninstall()) {
      spec.commandLine().getOut().println("Removed the kernel from " + kernelspec.folder());
      return 0;
    }
    spec.commandLine()
        .getErr()
        .println(
            "broadsheet: no kernel in "
                + kernelspec.folder()
                + ". 'jupyter kernelspec list' shows those that are there.");
    return Main.FAILED;
  }
}
