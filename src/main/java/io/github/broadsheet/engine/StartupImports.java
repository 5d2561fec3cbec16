package io.github.broadsheet.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;

/** What every cell may use without an import of its own, besides what extensions import. */
final class StartupImports {
  /**
   * The first, by which JShell knows them all: it would forget them for a cell that imports this
   * one again, and nobody writes it.
   */
  private static final String FIRST = "import static io.github.broadsheet.engine.Out.*;";

  private static final List<String> STATEMENTS =
      List.of(
          FIRST,
          "import java.util.*;",
          "import java.util.stream.*;",
          "import java.util.function.*;",
          "import java.time.*;",
          "import java.io.*;",
          "import java.nio.file.*;",
          "import java.math.*;",
          "import static io.github.broadsheet.display.Display.*;");

  private static final Pattern PACKAGE = Pattern.compile("import ([\\w.]+\\.)\\*;");
  private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");

  private final List<String> statements = new ArrayList<>(STATEMENTS);
  private final Set<String> packages;

  /** With more that extensions want. */
  StartupImports(List<String> more) {
    statements.addAll(more);
    packages =
        statements.stream()
            .map(PACKAGE::matcher)
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** All of them, each as a whole statement. */
  List<String> all() {
    return List.copyOf(statements);
  }

  /** Those of every session. */
  static List<String> statements() {
    return STATEMENTS;
  }

  /**
   * Evaluates them: as one snippet, because JShell compiles three times for each; one by one if it
   * will not have them so.
   */
  void evaluate(JShell shell) {
    boolean taken =
        shell.eval(String.join("\n", statements)).stream()
            .anyMatch(event -> event.status() == Status.VALID);
    if (!taken) {
      statements.forEach(shell::eval);
    }
  }

  /** A type as the reader would write it; JShell knows the name of the first import only. */
  String shortened(String type) {
    return QUALIFIED
        .matcher(type)
        .replaceAll(found -> packages.contains(found.group()) ? "" : found.group());
  }

  /** The imports of a snippet, one by one, each as a whole statement. */
  static Stream<String> single(ImportSnippet snippet) {
    String source = snippet.source().strip();
    return source.startsWith(FIRST)
        ? source.lines()
        : Stream.of("import " + (snippet.isStatic() ? "static " : "") + snippet.fullname() + ";");
  }

  /** The same of its source. */
  static Stream<String> single(String source) {
    return source.startsWith(FIRST) ? source.lines() : Stream.of(source);
  }
}
