package io.github.broadsheet.analysis;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What javac finds wrong in a cell. Offsets are UTF-16 positions in the cell as typed, end
 * exclusive.
 *
 * @param code javac's key, such as {@code compiler.err.cant.resolve.location}
 * @param definite whether running the cell is bound to fail
 */
public record Problem(int start, int end, String code, String message, boolean definite) {
  /** What javac says of a name that it does not know. */
  private static final Pattern UNRESOLVED =
      Pattern.compile("compiler\\.err\\.(cant\\.resolve.*|doesnt\\.exist)");

  /** Packages before a class, and the classes that JShell wraps around a snippet. */
  private static final Pattern QUALIFIER =
      Pattern.compile("\\b(?:REPL\\.)?\\$JShell\\$\\w+\\.?|\\b(?:[a-z_]\\w*\\.)+(?=[A-Z]\\w)");

  private static final Pattern CANDIDATE =
      Pattern.compile("(?m)^\\s+(?:method|constructor) (\\S+\\(.*\\)) is not applicable");

  private static final int MOST_CANDIDATES = 4;

  /**
   * In a chain of calls over several lines, where the name is that is not known, rather than where
   * the chain begins.
   *
   * @param point where javac says that the error is, between start and end
   */
  public static int named(String code, int start, int end, int point) {
    boolean later = start < point && point < end && code.startsWith(".", point);
    return later && code.substring(start, point).contains("\n") ? point + 1 : start;
  }

  /** Whether a name is not known: a later cell or a jar may declare it. */
  public boolean unresolved() {
    return UNRESOLVED.matcher(code).matches();
  }

  /** Whether another analysis of the same cell has found the same. */
  public boolean isSameAs(Problem other) {
    return start == other.start && code.equals(other.code);
  }

  /** The message in one line: what is wrong, and the symbol. */
  public String summary() {
    String text = QUALIFIER.matcher(message).replaceAll("");
    List<String> candidates = CANDIDATE.matcher(text).results().map(each -> each.group(1)).toList();
    return candidates.size() < 2 ? summary(text) : summary(text, candidates);
  }

  /** Of several that do not fit, what each takes; why not is plain from that. */
  private static String summary(String text, List<String> candidates) {
    int most = Math.min(MOST_CANDIDATES, candidates.size());
    return text.lines().findFirst().orElse("")
        + "; expected "
        + String.join(" or ", candidates.subList(0, most)).replaceAll(",(?=\\S)", ", ")
        + (most < candidates.size() ? " or " + (candidates.size() - most) + " more" : "");
  }

  private static String summary(String text) {
    StringBuilder summary = new StringBuilder();
    for (String each : text.lines().toList()) {
      String line = each.strip().replaceAll("\\s+", " ");
      if (line.startsWith("symbol: ")) {
        summary.append(" (").append(line.substring("symbol: ".length())).append(")");
      } else if (line.startsWith("location: ")) {
        String location = line.substring("location: ".length());
        summary.append(location.equals("class") ? "" : " in " + location);
      } else if (!line.endsWith("reason: actual and formal argument lists differ in length")) {
        summary.append(summary.isEmpty() ? "" : "; ").append(line.replaceFirst(";$", ""));
      }
    }
    return summary.toString();
  }
}
