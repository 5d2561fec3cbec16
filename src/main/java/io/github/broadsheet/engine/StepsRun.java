package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.engine.Outcome.Failed;
import io.github.broadsheet.engine.UserCode.Ending;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The steps of one cell, one after the other, until one fails. */
final class StepsRun {
  private final CellRun.Parts session;
  private final Consumer<List<Path>> classPath;
  private final Stop stop;
  private final Streams.Target target;

  /**
   * A run that has not started.
   *
   * @param classPath takes what is to be added to the session's class path
   */
  StepsRun(
      CellRun.Parts session, Consumer<List<Path>> classPath, Stop stop, Streams.Target target) {
    this.session = session;
    this.classPath = classPath;
    this.stop = stop;
    this.target = target;
  }

  Outcome run(Cell cell, List<Step> steps) {
    Outcome outcome = steps.size() == 1 ? new Outcome.Done(null) : check(cell);
    Deque<Step> todo = new ArrayDeque<>(steps);
    boolean first = true;
    while (!todo.isEmpty() && outcome instanceof Outcome.Done) {
      Step step = todo.remove();
      if (step instanceof Step.Java java) {
        boolean last = todo.stream().noneMatch(Step.Java.class::isInstance);
        session.places().begin();
        if (!first) {
          session.scopes().publish();
        }
        outcome = new CellRun(session, java, last, stop, target).run();
      } else if (step instanceof Step.ClassPath added) {
        classPath.accept(added.entries());
      } else if (step instanceof Step.Command command) {
        Ending ending = session.execution().run(command.work()::run);
        if (ending.thrown() != null || stop.requested()) {
          outcome = failed(command, ending);
        } else if (ending.value() instanceof List<?> next) {
          for (int i = next.size() - 1; i >= 0; i--) {
            todo.addFirst((Step) next.get(i));
          }
        }
      }
      first = false;
    }
    return outcome;
  }

  /** A cell with a definite error runs no part of itself. */
  private Outcome check(Cell cell) {
    List<Problem> definite =
        session.analyzer().problems(session.scopes().current(), cell.code()).stream()
            .filter(Problem::definite)
            .toList();
    return definite.isEmpty() ? new Outcome.Done(null) : failures(cell).compilation(definite);
  }

  private Failed failed(Step.Command command, Ending ending) {
    if (ending.thrown() instanceof CommandException told && !stop.requested()) {
      String message = String.valueOf(told.getMessage());
      Problem problem = new Problem(command.start(), command.end(), told.name(), message, true);
      return new Failed(told.name(), message, CompileErrors.lines(command.cell(), problem));
    }
    return failures(command.cell()).runtime(ending, stop);
  }

  private Failures failures(Cell cell) {
    return session.failures(cell);
  }
}
