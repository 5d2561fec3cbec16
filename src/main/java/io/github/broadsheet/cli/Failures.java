package io.github.broadsheet.cli;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.notebook.NotebookException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** A command that threw: its message on standard error, and the exit code that fits. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.@Nullable ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("broadsheet: " + message(failure));
    if (verbose(parsed)) {
      failure.printStackTrace(err);
    }
    return failure instanceof NotebookException || failure instanceof IllegalArgumentException
        ? CommandLine.ExitCode.USAGE
        : Main.FAILED;
  }

  /** What a reader of the terminal is told. */
  static String message(Exception failure) {
    @Nullable String said = failure.getMessage();
    if (said != null
        && (failure instanceof PapersException
            || failure instanceof NotebookException
            || failure instanceof IllegalArgumentException)) {
      return said;
    }
    if (failure instanceof FileSystemException file) {
      return file.getFile() + ": " + reason(file);
    }
    if (failure instanceof IOException && said != null) {
      return said;
    }
    return "this should not have happened: "
        + failure
        + ". Run it again with --verbose and report what it shows.";
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    @Nullable String reason = failure.getReason();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }

  private static boolean verbose(CommandLine.@Nullable ParseResult parsed) {
    if (System.getenv("BROADSHEET_DEBUG") != null) {
      return true;
    }
    for (CommandLine.@Nullable ParseResult at = parsed; at != null; at = at.subcommand()) {
      if (at.hasMatchedOption("--verbose")) {
        return true;
      }
    }
    return false;
  }
}
