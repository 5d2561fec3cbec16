package io.github.broadsheet.hint;

/**
 * Advice to show below an error.
 *
 * @param text one line
 * @param forLine whether it explains the whole line, so that further errors of it say no more
 */
public record Hint(String text, boolean forLine) {
  static Hint of(String text) {
    return new Hint(text, false);
  }

  /** Of a line that is not Java. */
  static Hint forLine(String text) {
    return new Hint(text, true);
  }
}
