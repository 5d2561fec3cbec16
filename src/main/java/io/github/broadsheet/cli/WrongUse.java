package io.github.broadsheet.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood: why, the nearest thing meant, and where to read on. */
final class WrongUse implements CommandLine.IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("broadsheet: " + message(wrong, command));
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String meant = String.join(", ", unmatched.getSuggestions());
      if (!meant.isEmpty()) {
        err.println("Did you mean: " + meant + "?");
      }
    }
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static String message(ParameterException wrong, CommandLine command) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String what = "'" + unmatched.getUnmatched().get(0) + "'";
      if (unmatched.isUnknownOption()) {
        return "there is no option " + what + ".";
      }
      return command.getSubcommands().isEmpty()
          ? what + " is one too many. With spaces in a name, put it in quotes."
          : "there is no command " + what + ".";
    }
    return String.valueOf(wrong.getMessage());
  }
}
