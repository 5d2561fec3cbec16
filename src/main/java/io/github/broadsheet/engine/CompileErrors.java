package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A compiler's complaint with the line it is about. */
final class CompileErrors {
  /** Packages before a class, and the classes that JShell wraps around a snippet. */
  private static final Pattern QUALIFIER =
      Pattern.compile("\\b(?:REPL\\.)?\\$JShell\\$\\w+\\.?|\\b(?:[a-z_]\\w*\\.)+(?=[A-Z]\\w)");

  private CompileErrors() {}

  static List<String> lines(Cell cell, Problem problem) {
    String code = cell.code();
    int start = Math.min(problem.start(), code.length());
    int line = Places.lineOf(code, start);
    int lineStart = code.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = code.indexOf('\n', lineStart);
    lineEnd = lineEnd < 0 ? code.length() : lineEnd;
    int column = code.codePointCount(lineStart, start) + 1;
    int width = Math.max(1, Math.min(problem.end(), lineEnd) - start);
    List<String> lines = new ArrayList<>();
    lines.add(
        Ansi.place(cell.name() + ", line " + line + ", column " + column)
            + ": "
            + Ansi.red(clean(problem.message())));
    String number = String.format("%6d | ", line);
    String before = code.substring(lineStart, start).replaceAll("[^\\t]", " ");
    lines.add(number + code.substring(lineStart, lineEnd));
    lines.add(" ".repeat(number.length()) + before + Ansi.red("^".repeat(width)));
    return lines;
  }

  /** javac's message in one line: what is wrong and the symbol, without JShell's own names. */
  static String clean(String message) {
    StringBuilder cleaned = new StringBuilder();
    for (String each : QUALIFIER.matcher(message).replaceAll("").lines().toList()) {
      String line = each.strip().replaceAll("\\s+", " ");
      if (line.startsWith("symbol: ")) {
        cleaned.append(" (").append(line.substring("symbol: ".length())).append(")");
      } else if (line.startsWith("location: ")) {
        String location = line.substring("location: ".length());
        if (!location.equals("class")) {
          cleaned.append(" in ").append(location);
        }
      } else {
        cleaned.append(cleaned.isEmpty() ? "" : "; ").append(line);
      }
    }
    return cleaned.toString();
  }
}
