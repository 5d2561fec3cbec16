package io.github.broadsheet.cli;

import io.github.broadsheet.display.Plain;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookFile;
import io.github.broadsheet.run.Failure;
import io.github.broadsheet.run.Progress;
import io.github.broadsheet.run.Times;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A run as its reader follows it: a line for each cell, its error in full, each step saved. */
final class RunLog implements Progress {
  private static final int TIME = 16;
  private static final int RESERVE = 16 << 20;

  private final PrintWriter err;
  private final Terminal terminal;
  private final Path output;

  // Room to say and to save what was done when the cells have filled all memory with what they
  // keep.
  @SuppressWarnings("UnusedVariable")
  private byte[] reserve = new byte[RESERVE];

  RunLog(PrintWriter err, Terminal terminal, Path output) {
    this.err = err;
    this.terminal = terminal;
    this.output = output;
  }

  @Override
  public void started(int index, int total, String source) {
    String place = "[" + index + "/" + total + "] ";
    int room = terminal.columns() - TIME - place.length();
    String label = Plain.pad(Plain.cut(Plain.line(firstLine(source)), room), room, false);
    err.print(place + label);
    err.flush();
  }

  @Override
  public void ended(int index, int total, Duration took, @Nullable Failure failure, Notebook soFar)
      throws IOException {
    if (failure != null && failure.error().name().contains("OutOfMemory")) {
      reserve = new byte[0];
    }
    String time = "  " + Times.text(took);
    if (failure == null) {
      err.println(time);
    } else if (failure.expected()) {
      err.println(time + "  failed, as tagged");
    } else {
      err.println(time + terminal.err().string("  @|red failed|@"));
      show(failure);
    }
    err.flush();
    NotebookFile.write(soFar, output);
  }

  private void show(Failure failure) {
    err.println();
    err.println("Cell " + failure.cell() + " (In[" + failure.number() + "]) failed:");
    for (String part : failure.error().traceback()) {
      ScreenText.lines(part).forEach(line -> err.println("  " + line));
    }
    err.println();
  }

  // The line that says most: what comes before it are often comments and imports.
  private static String firstLine(String source) {
    return source
        .lines()
        .filter(
            line ->
                !line.isBlank()
                    && !line.strip().startsWith("//")
                    && !line.strip().startsWith("import "))
        .findFirst()
        .orElseGet(() -> source.strip().lines().findFirst().orElse(""));
  }
}
