package io.github.broadsheet.kernel;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell that is a name with {@code ?} asks what the name means; with {@code ??} for its source.
 */
final class Pager {
  private static final Pattern QUESTION =
      Pattern.compile("(\\??\\??)([\\p{L}_$][\\w.$]*)(?:\\(\\s*\\)?)?(\\??\\??)");

  private final BiFunction<String, Integer, Map<String, Object>> inspect;

  /** With what explains a name, with more detail for 1; empty if it is not known. */
  Pager(BiFunction<String, Integer, Map<String, Object>> inspect) {
    this.inspect = inspect;
  }

  /** What to show for a cell; null if the cell asks nothing. */
  @Nullable Map<String, Object> answer(String code) {
    Matcher question = QUESTION.matcher(code.strip());
    if (!question.matches()) {
      return null;
    }
    int marks = question.group(1).length() + question.group(3).length();
    if (marks == 0) {
      return null;
    }
    String name = question.group(2);
    Map<String, Object> known = inspect.apply(name, marks > 1 ? 1 : 0);
    return known.isEmpty()
        ? Map.of("text/plain", "Nothing is known of " + name + ". Tab shows the names there are.")
        : known;
  }
}
