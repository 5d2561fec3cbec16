package io.github.broadsheet;

/** Papers that a trend can count, in a table or in a file. */
interface TrendSource {
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
