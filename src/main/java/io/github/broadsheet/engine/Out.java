package io.github.broadsheet.engine;

import org.jspecify.annotations.Nullable;

/** What earlier cells gave. The last 20 values are kept. */
public final class Out {
  private Out() {}

  /**
   * The value of a cell: {@code Table t = out(3);}. With its own type it is also the variable
   * {@code $3}.
   *
   * @throws IllegalArgumentException if that cell gave none, or it is no longer kept
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <T> @Nullable T out(int cell) {
    return (T) results().of(cell);
  }

  /** The value of the last cell that gave one: {@code Table t = out();}. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <T> @Nullable T out() {
    return (T) results().last();
  }

  private static Results results() {
    Results results = Results.current();
    if (results == null) {
      throw new IllegalStateException("out() works in the cells of a notebook.");
    }
    return results;
  }
}
