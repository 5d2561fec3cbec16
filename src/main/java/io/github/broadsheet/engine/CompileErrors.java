package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Problem;
import java.util.ArrayList;
import java.util.List;

/** A compiler's complaint with the line it is about. */
final class CompileErrors {
  /** How much of a long line is shown, left and right of the place. */
  private static final int BEFORE = 100;

  private static final int AFTER = 120;

  private CompileErrors() {}

  static List<String> lines(Cell cell, Problem problem) {
    String code = cell.code();
    int start = Math.min(problem.start(), code.length());
    int line = Places.lineOf(code, start);
    int lineStart = code.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = code.indexOf('\n', lineStart);
    lineEnd = lineEnd < 0 ? code.length() : lineEnd;
    int column = code.codePointCount(lineStart, start) + 1;
    int width = Math.max(1, Math.min(problem.end(), lineEnd) - start);
    List<String> lines = new ArrayList<>();
    lines.add(
        Ansi.place(cell.name() + ", line " + line + ", column " + column)
            + ": "
            + Ansi.bold(problem.summary()));
    String number = String.format("%6d | ", line);
    int from = start - lineStart <= BEFORE ? lineStart : start - BEFORE;
    int to = Math.min(lineEnd, start + AFTER);
    width = Math.min(width, Math.max(1, to - start));
    String lead = from > lineStart ? "…" : "";
    String before = lead + code.substring(from, start);
    lines.add(number + before + code.substring(start, to) + (to < lineEnd ? "…" : ""));
    before = before.replaceAll("[^\t]", " ");
    lines.add(" ".repeat(number.length()) + before + Ansi.bold("^".repeat(width)));
    return lines;
  }
}
