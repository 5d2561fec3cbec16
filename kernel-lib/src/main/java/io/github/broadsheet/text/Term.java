package io.github.broadsheet.text;

/**
 * One thing to look for: a phrase, or a regular expression.
 *
 * @param text as written, without quotes or slashes
 */
public record Term(String text, boolean isExpression) {
  /** As it can be written in a topic. */
  @Override
  public String toString() {
    return isExpression ? "/" + text + "/" : text;
  }
}
