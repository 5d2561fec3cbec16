package io.github.broadsheet.run;

import io.github.broadsheet.chart.LiveCharts;
import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.Outcome;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.Output;
import io.github.broadsheet.source.LoadLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of a notebook: its cells, one after the other. */
public final class NotebookRun {
  private static final String MAY_FAIL = "raises-exception";

  private final Notebook notebook;
  private final Options options;
  private final Clock clock;
  private final Provenance provenance;
  private final Displays displays = new Displays();
  // By place in the notebook; null is a cell that has not started. Guarded by displays.
  private final @Nullable RunCell[] running;

  /** A run that has not started. */
  public NotebookRun(Notebook notebook, Options options, Clock clock) {
    this.notebook = notebook;
    this.options = options;
    this.clock = clock;
    this.provenance = Provenance.of(clock.instant());
    this.running = new RunCell[notebook.cells().size()];
  }

  /**
   * Runs the cells until one fails that may not, and tells how each went.
   *
   * @param session a new one; the caller closes it
   * @return the cells that failed, in order; empty when all is well
   * @throws IOException if {@code progress} cannot save the notebook
   */
  public List<Failure> run(Session session, Progress progress) throws IOException {
    List<NotebookCell> cells = notebook.cells();
    int total = (int) cells.stream().filter(NotebookCell::runs).count();
    List<Failure> failures = new ArrayList<>();
    int number = 0;
    LoadLog.clear();
    LiveCharts.restart();
    try (TimeLimit time = new TimeLimit(options.timeout(), session)) {
      for (int at = 0; at < cells.size(); at++) {
        NotebookCell cell = cells.get(at);
        if (!cell.runs()) {
          continue;
        }
        number++;
        progress.started(number, total, cell.source());
        Instant start = clock.instant();
        LiveCharts.cell(cell.id());
        Optional<Output.Error> error = run(cell, at, number, time);
        @Nullable Failure failure = null;
        if (error.isPresent()) {
          boolean expected = cell.tags().contains(MAY_FAIL);
          failure = new Failure(at + 1, number, error.get(), expected);
          failures.add(failure);
        }
        Duration took = Duration.between(start, clock.instant());
        progress.ended(number, total, took, failure, soFar());
        if (failure != null && !failure.expected() && !options.allowErrors()) {
          break;
        }
      }
    }
    return failures;
  }

  /** The notebook with all outputs up to now; cells that have not run have none. */
  public Notebook soFar() {
    return snapshot(RunCell::now);
  }

  /** The same when the run ends before its time: the running cell says why. Any thread may ask. */
  public Notebook cutShort(String why) {
    return snapshot(cell -> cell.cutShort(why));
  }

  private Optional<Output.Error> run(NotebookCell cell, int at, int number, TimeLimit time) {
    CellOutputs outputs = new CellOutputs(displays);
    RunCell run = new RunCell(cell, number, outputs, clock.instant());
    synchronized (displays) {
      running[at] = run;
    }
    Outcome outcome = time.evaluate(new Cell(number, cell.source()), outputs);
    synchronized (displays) {
      return run.end(outcome, clock.instant());
    }
  }

  private Notebook snapshot(Function<RunCell, NotebookCell> state) {
    List<NotebookCell> now = new ArrayList<>();
    synchronized (displays) {
      int at = 0;
      for (NotebookCell cell : notebook.cells()) {
        @Nullable RunCell run = running[at++];
        if (run != null) {
          now.add(state.apply(run));
        } else {
          now.add(cell.type() == NotebookCell.Type.CODE ? cell.cleared() : cell);
        }
      }
    }
    return provenance.in(notebook.withCells(now));
  }

  // Jupyter does not run a cell without text either, and gives it no number.
}
