package io.github.broadsheet.extension;

import java.util.List;

/**
 * Knows what may stand inside a string by what the string is for, such as the names of columns.
 * Asked at each key stroke, on a thread that is not the cells': it must be quick, and values that
 * it looks at may be changing.
 */
@FunctionalInterface
public interface LiteralCompleter {
  /** What may stand there, best first; empty if it does not know. */
  List<Suggestion> suggest(Literal literal);

  /**
   * A string that may stand there.
   *
   * @param text as it is, not escaped
   * @param detail a few words beside it, such as the type of a column; may be empty
   */
  record Suggestion(String text, String detail) {}
}
