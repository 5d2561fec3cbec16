package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
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
    return diagnostics.stream().filter(Diag::isError).map(d -> problem(d, piece)).toList();
  }

  private static Problem problem(Diag diagnostic, Piece piece) {
    int[] at =
        LongStream.of(
                diagnostic.getStartPosition(),
                diagnostic.getEndPosition(),
                diagnostic.getPosition())
            .mapToInt(position -> piece.toCell(position) - piece.offset())
            .toArray();
    int start = Problem.named(piece.source(), at[0], at[1], at[2]);
    return new Problem(
        piece.offset() + start,
        piece.offset() + at[1],
        diagnostic.getCode(),
        diagnostic.getMessage(Locale.ENGLISH),
        true);
  }
}
