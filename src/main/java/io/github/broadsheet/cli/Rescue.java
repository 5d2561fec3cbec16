package io.github.broadsheet.cli;

import io.github.broadsheet.notebook.NotebookFile;
import io.github.broadsheet.run.NotebookRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a run does when the process ends before the run: it keeps what the cells have shown. Ctrl-C
 * ends a process, and so does a cell that calls System.exit, which must not look like success.
 */
final class Rescue implements AutoCloseable {
  private static final String EXIT =
      "the cell called System.exit, which ends the whole program and with it the run. Leave the"
          + " call out; to end a notebook early, throw an exception.";

  private final NotebookRun run;
  private final Path target;
  private final PrintWriter err;
  private final Thread hook = new Thread(this::keep, "rescue");

  Rescue(NotebookRun run, Path target, PrintWriter err) {
    this.run = run;
    this.target = target;
    this.err = err;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private void keep() {
    boolean exit = exitWasCalled();
    err.println();
    if (exit) {
      err.println("broadsheet: " + EXIT);
    }
    try {
      String why = exit ? EXIT : "the run was stopped while this cell was running";
      NotebookFile.write(run.cutShort(why), target);
      err.println("Stopped. What was done up to here: " + target);
    } catch (IOException e) {
      err.println("Stopped. What was done could not be written: " + Failures.message(e));
    }
    err.flush();
    if (exit) {
      Runtime.getRuntime().halt(Main.FAILED);
    }
  }

  // Who calls exit waits there for this hook; a signal comes another way.
  private static boolean exitWasCalled() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }
}
