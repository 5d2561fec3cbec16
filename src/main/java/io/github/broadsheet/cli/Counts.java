package io.github.broadsheet.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How many papers {@code -n} may ask for. */
final class Counts {
  private Counts() {}

  static void check(CommandSpec command, int number, int most) {
    if (number < 1 || number > most) {
      String range = most == Integer.MAX_VALUE ? "1 or more" : "1 to " + most;
      throw new ParameterException(
          command.commandLine(), "-n " + number + ": expected " + range + ", such as -n 5");
    }
  }
}
