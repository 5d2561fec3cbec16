package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Problem;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;

/** What JShell's compiler finds wrong in a piece, as problems of the cell. */
final class SyntaxErrors {
  private SyntaxErrors() {}

  /** Why a piece that cannot be compiled cannot; JShell runs nothing of it. */
  static List<Problem> of(JShell shell, Piece piece) {
    for (SnippetEvent event : shell.eval(piece.source())) {
      List<Problem> problems = of(shell.diagnostics(event.snippet()).toList(), piece);
      if (!problems.isEmpty()) {
        return problems;
      }
    }
    int end = piece.offset() + piece.source().stripTrailing().length();
    return List.of(
        new Problem(
            Math.max(0, end - 1),
            end,
            "incomplete",
            "the cell ends before this is complete",
            true));
  }

  static List<Problem> of(List<Diag> diagnostics, Piece piece) {
    return diagnostics.stream()
        .filter(Diag::isError)
        .map(
            d ->
                new Problem(
                    piece.toCell(d.getStartPosition()),
                    piece.toCell(d.getEndPosition()),
                    d.getCode(),
                    d.getMessage(Locale.ENGLISH),
                    true))
        .toList();
  }
}
