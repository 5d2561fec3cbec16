package io.github.broadsheet.engine;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
          "import java.util.concurrent.*;",
          "import java.util.regex.*;",
          "import java.util.stream.*;",
          "import java.util.function.*;",
          "import java.time.*;",
          "import java.io.*;",
          "import java.net.*;",
          "import java.nio.file.*;",
          "import java.math.*;",
          "import static io.github.broadsheet.display.Display.*;");

  private static final Pattern PACKAGE = Pattern.compile("import ([\\w.]+\\.)\\*;");
  private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");

  private static final Module JAVA = Object.class.getModule();

  private final Set<String> packages = new HashSet<>();

  /** Of the statements that import a package of Java's first module, that and a dot. */
  private final Map<String, String> javas = new HashMap<>();

  private volatile List<String> statements;

  /** With more that extensions want. */
  StartupImports(List<String> more) {
    statements = Stream.concat(STATEMENTS.stream(), more.stream()).toList();
    for (String statement : statements) {
      Matcher whole = PACKAGE.matcher(statement);
      if (whole.matches()) {
        String name = whole.group(1);
        packages.add(name);
        if (JAVA.getPackages().contains(name.substring(0, name.length() - 1))) {
          javas.put(statement, name);
        }
      }
    }
  }

  /** All of them, each as a whole statement. */
  List<String> all() {
    return statements;
  }

  /**
   * Those that some names may come from, for javac reads each package that is imported: for a first
   * cell that takes as long as the rest of it. Where a name is in none of Java's own packages, all
   * others may have it.
   */
  List<String> bringing(Set<String> names) {
    Set<String> elsewhere = new HashSet<>(names);
    elsewhere.removeIf(name -> isClass("java.lang." + name));
    List<String> wanted = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String statement : statements) {
      String inJava = javas.get(statement);
      if (inJava == null) {
        others.add(statement);
      } else if (elsewhere.removeIf(name -> isClass(inJava + name))) {
        wanted.add(statement);
      }
    }
    if (!elsewhere.isEmpty()) {
      wanted.addAll(others);
    }
    return wanted;
  }

  private static boolean isClass(String name) {
    Class<?> found = Class.forName(JAVA, name);
    return found != null && Modifier.isPublic(found.getModifiers());
  }

  /** Those of every session. */
  static List<String> statements() {
    return STATEMENTS;
  }

  /**
   * Evaluates them: as one snippet, because JShell compiles three times for each; one by one if it
   * will not have them so, and then without those that it refuses.
   */
  void evaluate(JShell shell) {
    boolean taken =
        shell.eval(String.join("\n", statements)).stream()
            .anyMatch(event -> event.status() == Status.VALID);
    if (!taken) {
      statements =
          statements.stream()
              .filter(each -> shell.eval(each).stream().allMatch(e -> e.status() == Status.VALID))
              .toList();
    }
  }

  /** A type as the reader would write it; JShell knows the name of the first import only. */
  String shortened(String type) {
    return QUALIFIED
        .matcher(type)
        .replaceAll(found -> packages.contains(found.group()) ? "" : found.group());
  }

  /** Whether a snippet is all of these; without that, each import is a snippet of its own. */
  static boolean areAll(ImportSnippet snippet) {
    return snippet.source().strip().startsWith(FIRST);
  }

  /** The same of its source. */
  static Stream<String> single(String source) {
    return source.startsWith(FIRST) ? source.lines() : Stream.of(source);
  }
}
