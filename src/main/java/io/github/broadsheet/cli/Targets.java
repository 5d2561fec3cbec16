package io.github.broadsheet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Files that a command writes, checked before it does anything else. */
final class Targets {
  private static final String NOTEBOOK = ".ipynb";

  private Targets() {}

  /** The file of the notebook's name with another ending, beside it. */
  static Path beside(Path notebook, String ending) {
    String name = String.valueOf(notebook.getFileName());
    String stem =
        name.endsWith(NOTEBOOK) ? name.substring(0, name.length() - NOTEBOOK.length()) : name;
    return notebook.resolveSibling(stem + ending);
  }

  /** Refuses a place that cannot be written to, as wrong use of {@code option}. */
  static void check(CommandSpec command, String option, Path target, Path input) {
    Path folder = target.toAbsolutePath().getParent();
    String name = String.valueOf(input.getFileName());
    String problem = "";
    if (Files.isDirectory(target)) {
      problem =
          option
              + " "
              + target
              + " is a folder; name a file in it, such as "
              + target.resolve(name);
    } else if (folder == null || !Files.isDirectory(folder)) {
      problem =
          "the folder " + folder + " does not exist; make it first, or name another with " + option;
    } else if (!Files.isWritable(folder)) {
      problem = "cannot write into the folder " + folder + "; name another file with " + option;
    }
    if (!problem.isEmpty()) {
      throw new ParameterException(command.commandLine(), problem);
    }
  }
}
