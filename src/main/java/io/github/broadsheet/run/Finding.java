package io.github.broadsheet.run;

import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.engine.Cell;

/**
 * What is wrong in a cell that was not run.
 *
 * @param cell its number when all are run in order, as in {@code In[3]}
 * @param line from 1
 * @param column from 1, in code points
 * @param message in one line
 * @param unresolved whether a name is not known: a jar that is not here may have it
 */
public record Finding(int cell, int line, int column, String message, boolean unresolved) {
  static Finding of(Cell cell, Problem problem) {
    String before = cell.code().substring(0, Math.min(problem.start(), cell.code().length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int lineStart = before.lastIndexOf('\n') + 1;
    int column = before.codePointCount(lineStart, before.length()) + 1;
    String message = problem.summary();
    return cell.file().isEmpty()
        ? new Finding(cell.number(), line, column, message, problem.unresolved())
        : new Finding(
            cell.number(),
            1,
            1,
            cell.file() + ", line " + line + ", column " + column + ": " + message,
            problem.unresolved());
  }
}
