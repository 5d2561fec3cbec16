package io.github.broadsheet;

import org.jspecify.annotations.Nullable;

/** Papers that a trend can count, in a table or in a file. */
interface TrendSource {
  /** The counts of a source, made when they are first needed, for all trends made of it. */
  final class Counted {
    private final TrendSource source;
    private @Nullable TrendCounts counts;

    Counted(TrendSource source) {
      this.source = source;
    }

    synchronized TrendCounts counts() {
      TrendCounts made = counts;
      if (made == null) {
        made = source.count();
        counts = made;
      }
      return made;
    }
  }

  TrendQuestion question();

  /** The same papers with another question, whose columns they must have. */
  TrendSource asking(TrendQuestion question);

  TrendCounts count();

  /**
   * The papers as a table, if they are one.
   *
   * @throws IllegalArgumentException if they are not: what needs it, and what to do
   */
  TrendRows rows(String word);
}
