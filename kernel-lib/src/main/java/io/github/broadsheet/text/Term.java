package io.github.broadsheet.text;

import java.util.regex.Pattern;

/**
 * One thing to look for: a phrase, or a regular expression.
 *
 * @param text as written, without quotes or slashes
 */
public record Term(String text, boolean isExpression) {
  private static final Pattern SPECIAL = Pattern.compile("[|:]|^/|\\b(AND|OR|NOT)\\b");

  /** As a topic shows it. */
  @Override
  public String toString() {
    return isExpression ? "/" + text + "/" : text;
  }

  /** As it is written in a topic. */
  String written() {
    if (isExpression) {
      return "/" + text.replace("/", "\\/") + "/";
    }
    return SPECIAL.matcher(text).find() ? '"' + text + '"' : text;
  }
}
