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
  static List<Problem> of(JShell shell, String code, Piece piece) {
    if (piece.source().startsWith("package ")) {
      return List.of(
          problem(
              piece.offset(),
              piece.offset() + piece.source().indexOf('\n') + 1,
              "a cell is in no package: leave the package line out"));
    }
    for (SnippetEvent event : shell.eval(piece.source())) {
      List<Problem> problems = of(shell.diagnostics(event.snippet()).toList(), piece);
      if (!problems.isEmpty()) {
        return problems;
      }
    }
    int end = code.stripTrailing().length();
    return List.of(problem(Math.max(0, end - 1), end, "the cell ends before this is complete"));
  }

  static List<Problem> of(List<Diag> diagnostics, Piece piece) {
    return diagnostics.stream()
        .filter(Diag::isError)
        .map(
            d ->
                new Problem(
                    piece.offset() + clip(d.getStartPosition(), piece),
                    piece.offset() + clip(d.getEndPosition(), piece),
                    d.getCode(),
                    d.getMessage(Locale.ENGLISH),
                    true))
        .toList();
  }

  private static int clip(long position, Piece piece) {
    return (int) Math.max(0, Math.min(position, piece.length()));
  }

  private static Problem problem(int start, int end, String message) {
    return new Problem(start, Math.max(start + 1, end), "broadsheet", message, true);
  }
}
