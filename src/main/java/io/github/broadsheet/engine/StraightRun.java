package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Fragment;
import io.github.broadsheet.engine.UserCode.Ending;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pieces of one cell that need no JShell, and what its value looks like. */
final class StraightRun {
  private final CellRun.Parts session;
  private final Cell cell;
  private final Stop stop;
  private final Streams.Target target;
  private final Failures failures;

  StraightRun(
      CellRun.Parts session, Cell cell, Stop stop, Streams.Target target, Failures failures) {
    this.session = session;
    this.cell = cell;
    this.stop = stop;
    this.target = target;
    this.failures = failures;
  }

  /** The class of a piece that is one expression or statement; null if it has to go to JShell. */
  Shortcut.@Nullable Made make(Piece piece) {
    String source = piece.source();
    // The semicolon that JShell has put after an expression.
    boolean added = piece.shown() && source.endsWith(";");
    String written = added ? source.substring(0, source.length() - 1) : source;
    return session.shortcut().make(written, session.scopes().current()).orElse(null);
  }

  /** Runs it; its value is the cell's if it stands at the end and no semicolon after it. */
  Outcome run(Shortcut.Made made, Piece piece, boolean atEnd) {
    if (stop.requested()) {
      return failures.runtime(null, stop);
    }
    session.places().add(cell, piece, made.className(), Fragment.FIRST_LINE);
    Ending ending = session.shortcut().run(made);
    if (ending.thrown() != null || stop.requested()) {
      return failures.runtime(ending, stop);
    }
    String type = made.type();
    if (type == null || !atEnd || !piece.shown() || target.displayed(ending.value())) {
      return new Outcome.Done(null);
    }
    if (cell.number() != Cell.UNCOUNTED) {
      session.results().add(cell.number(), ending.value(), type);
    }
    return show(ending.value());
  }

  /** What the cell shows of its value. */
  Outcome show(@Nullable Object value) {
    Ending rendered = session.execution().run(() -> Rendering.of(value));
    if (rendered.thrown() != null || stop.requested()) {
      return failures.rendering(rendered, value, stop);
    }
    @SuppressWarnings("unchecked")
    var bundle = (Map<String, Object>) rendered.value();
    return new Outcome.Done(bundle);
  }
}
