package io.github.broadsheet.analysis;

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
    StringBuilder summary = new StringBuilder();
    for (String each : QUALIFIER.matcher(message).replaceAll("").lines().toList()) {
      String line = each.strip().replaceAll("\\s+", " ");
      if (line.startsWith("symbol: ")) {
        summary.append(" (").append(line.substring("symbol: ".length())).append(")");
      } else if (line.startsWith("location: ")) {
        String location = line.substring("location: ".length());
        summary.append(location.equals("class") ? "" : " in " + location);
      } else {
        summary.append(summary.isEmpty() ? "" : "; ").append(line);
      }
    }
    return summary.toString();
  }
}
