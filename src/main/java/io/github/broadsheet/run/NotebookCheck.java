package io.github.broadsheet.run;

import io.github.broadsheet.analysis.Analyzer;
import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.analysis.Scope;
import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.magic.MagicCheck;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compiles the cells of a notebook, each with what those before it declare, and runs none. */
public final class NotebookCheck {
  private static final String MAY_FAIL = "raises-exception";

  /** A cell with a doubt: what it uses may be declared by a later one. */
  private record Doubt(int place, Cell cell, Problem problem) {}

  private final Analyzer analyzer;
  private final MagicCheck magics = new MagicCheck();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private Scope scope;

  private NotebookCheck(Session session) {
    analyzer = session.analyzer();
    scope = session.scope();
  }

  /**
   * Checks a notebook.
   *
   * @param session a new one, for what every cell may use; nothing is run in it
   */
  public static Report of(Notebook notebook, Session session) {
    NotebookCheck check = new NotebookCheck(session);
    int number = 0;
    for (NotebookCell cell : notebook.cells()) {
      if (cell.runs()) {
        check.read(new Cell(++number, cell.source()), cell.tags().contains(MAY_FAIL));
      }
    }
    check.judgeDoubts();
    return new Report(check.findings, List.copyOf(check.notes));
  }

  private void read(Cell cell, boolean mayFail) {
    MagicCheck.Found found = magics.of(cell);
    notes.addAll(found.notes());
    if (!found.jars().isEmpty()) {
      Set<Path> classPath = new LinkedHashSet<>(scope.classPath());
      classPath.addAll(found.jars());
      scope = scope.withClassPath(List.copyOf(classPath));
    }
    if (!mayFail) {
      found.problems().forEach(problem -> findings.add(Finding.of(cell, problem)));
    }
    for (Cell each : found.code()) {
      compile(each, mayFail);
    }
    compile(cell, mayFail);
  }

  private void compile(Cell cell, boolean mayFail) {
    if (!mayFail) {
      for (Problem problem : analyzer.problems(scope, cell.code())) {
        if (problem.definite() || !problem.unresolved()) {
          findings.add(Finding.of(cell, problem));
        } else {
          doubts.add(new Doubt(findings.size(), cell, problem));
        }
      }
    }
    scope = analyzer.after(scope, cell.code());
  }

  /** What nothing declares, to the last cell. Where a jar is not here, it may be in that. */
  private void judgeDoubts() {
    if (!notes.isEmpty()) {
      findings.removeIf(finding -> finding.unresolved());
      return;
    }
    for (int i = doubts.size() - 1; i >= 0; i--) {
      Doubt doubt = doubts.get(i);
      if (analyzer.problems(scope, doubt.cell().code()).stream()
          .anyMatch(later -> later.isSameAs(doubt.problem()))) {
        findings.add(doubt.place(), Finding.of(doubt.cell(), doubt.problem()));
      }
    }
  }
}
