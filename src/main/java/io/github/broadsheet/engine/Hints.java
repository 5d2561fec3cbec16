package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** What to do about a compile error, where that can be told. */
final class Hints {
  private static final Pattern SYMBOL =
      Pattern.compile("symbol:\\s+(class|variable|method|static)\\s+(\\w+)");
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "reference to (\\w+) is ambiguous\\s+both \\w+ \\S+ in ([\\w.]+) and \\w+ \\S+ in ([\\w.]+) match");
  private static final Pattern INTERNAL = Pattern.compile("\\.(?:internal|impl|shaded)\\.|^sun\\.");
  private static final int MOST = 3;

  private final JShell shell;

  Hints(JShell shell) {
    this.shell = shell;
  }

  List<String> of(Cell cell, Problem problem, List<Piece> pieces) {
    String written = text(cell, problem);
    if (problem.code().contains("underscore") || written.equals("_")) {
      return List.of("_ is a keyword of Java: out() is the last value, out(3) that of cell 3");
    }
    if (problem.code().contains(".limit.string")) {
      return List.of(
          "a text in the code has at most 65,535 bytes: Files.readString(Path.of(…)) reads more");
    }
    if (problem.code().contains(".limit.")) {
      return List.of(
          "the code of one statement or method has at most 64 kB: read data from a file");
    }
    Matcher ambiguous = AMBIGUOUS.matcher(problem.message());
    if (ambiguous.find()) {
      return List.of(
          "say which: import "
              + ambiguous.group(2)
              + "."
              + ambiguous.group(1)
              + "; or import "
              + ambiguous.group(3)
              + "."
              + ambiguous.group(1)
              + ";");
    }
    Matcher symbol = SYMBOL.matcher(problem.message());
    if (!symbol.find()) {
      return List.of();
    }
    String name = symbol.group(2);
    int nameStart = nameStart(cell.code(), problem, name);
    boolean member = nameStart > 0 && cell.code().charAt(nameStart - 1) == '.';
    boolean type = !member && Character.isUpperCase(name.charAt(0));
    List<String> imports = type && !symbol.group(1).equals("method") ? imports(name) : List.of();
    if (!imports.isEmpty()) {
      return List.of("missing import? " + String.join(" or ", imports));
    }
    List<String> near = near(cell.code(), name, nameStart, pieces);
    return near.isEmpty() ? List.of() : List.of("did you mean " + String.join(" or ", near) + "?");
  }

  private static String text(Cell cell, Problem problem) {
    int length = cell.code().length();
    int start = Math.min(problem.start(), length);
    return cell.code().substring(start, Math.max(start, Math.min(problem.end(), length)));
  }

  private static int nameStart(String code, Problem problem, String name) {
    int inside = code.lastIndexOf(name, Math.max(problem.start(), problem.end() - name.length()));
    return inside < problem.start() ? problem.start() : inside;
  }

  /** The imports that would bring a class of this name. */
  private List<String> imports(String name) {
    List<String> all =
        shell.sourceCodeAnalysis().listQualifiedNames(name, name.length()).getNames();
    boolean inJdk = all.stream().anyMatch(n -> n.startsWith("java."));
    return all.stream()
        .filter(n -> inJdk ? n.startsWith("java.") : n.contains(".") && !INTERNAL.matcher(n).find())
        .sorted(Comparator.comparing(String::length))
        .limit(MOST)
        .map(n -> "import " + n + ";")
        .toList();
  }

  /** The names that may stand here and are nearly this one. */
  private List<String> near(String code, String name, int nameStart, List<Piece> pieces) {
    int from = pieces.stream().mapToInt(Piece::offset).filter(o -> o <= nameStart).max().orElse(0);
    String before = code.substring(from, nameStart);
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    Stream<String> suggested =
        analysis.completionSuggestions(before, before.length(), new int[1]).stream()
            .map(Suggestion::continuation);
    Stream<String> declared = Stream.concat(shell.variables(), shell.methods()).map(s -> s.name());
    boolean member = before.endsWith(".");
    return (member ? suggested : Stream.concat(suggested, declared))
            .map(s -> s.replaceAll("\\W+$", ""))
            .filter(s -> !s.equals(name) && !s.isEmpty())
            .distinct()
            .collect(Collectors.groupingBy(s -> EditDistance.between(name, s)))
            .entrySet()
            .stream()
            .filter(e -> e.getKey() <= Math.max(1, name.length() / 3))
            .min(Map.Entry.comparingByKey())
            .map(e -> e.getValue().stream().sorted().limit(MOST).toList())
            .orElse(List.of());
  }
}
