package io.github.broadsheet.run;

import io.github.broadsheet.engine.Outcome;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.Output;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cell that has started, and what it has given so far. Guarded by its {@link Displays}. */
final class RunCell {
  private final NotebookCell cell;
  private final int number;
  private final CellOutputs outputs;
  private final Instant started;
  private @Nullable Instant ended;

  RunCell(NotebookCell cell, int number, CellOutputs outputs, Instant started) {
    this.cell = cell;
    this.number = number;
    this.outputs = outputs;
    this.started = started.truncatedTo(ChronoUnit.MICROS);
  }

  CellOutputs outputs() {
    return outputs;
  }

  /** Notes the end, and gives the error if that is what it was. */
  Optional<Output.Error> end(Outcome outcome, Instant now) {
    ended = now.truncatedTo(ChronoUnit.MICROS);
    if (outcome instanceof Outcome.Done done) {
      if (done.bundle() != null) {
        outputs.add(Output.Data.result(number, done.bundle()));
      }
      return Optional.empty();
    }
    Outcome.Failed failed = (Outcome.Failed) outcome;
    Output.Error error = new Output.Error(failed.name(), failed.message(), failed.traceback());
    outputs.add(error);
    return Optional.of(error);
  }

  /** The cell as it is now. */
  NotebookCell now() {
    return timed(cell.withOutputs(number, outputs.now()));
  }

  /** The cell as it is now; if it has not ended, with a word on why. */
  NotebookCell cutShort(String why) {
    if (ended != null) {
      return now();
    }
    List<Output> all = new ArrayList<>(outputs.now());
    all.add(new Output.Error("Interrupted", why, List.of("Interrupted: " + why)));
    return timed(cell.withOutputs(number, all));
  }

  // The times under the names that Jupyter's own executor gives them.
  private NotebookCell timed(NotebookCell shown) {
    return shown.withMetadata(
        metadata -> {
          var execution = metadata.putObject("execution");
          execution.put("iopub.execute_input", started.toString());
          execution.put("iopub.status.busy", started.toString());
          if (ended != null) {
            execution.put("iopub.status.idle", ended.toString());
            execution.put("shell.execute_reply", ended.toString());
          }
        });
  }
}
