package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Analyzer;
import io.github.broadsheet.analysis.CellClasses;
import io.github.broadsheet.analysis.Fragment;
import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Scope;
import io.github.broadsheet.analysis.Token;
import io.github.broadsheet.engine.UserCode.Ending;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ExecutionControlException;
import org.jspecify.annotations.Nullable;

/**
 * Expressions and statements without JShell, which has javac read each of them six times, in three
 * compilers: they declare nothing, so one class is all there is to them. It stands in the package
 * of JShell's classes and sees the same names. What does not compile this way goes to JShell.
 */
final class Shortcut {
  /** JShell counts its classes from 1; these are never taken for them. */
  private static final int FIRST_CLASS = 1_000_000;

  private static final Pattern OWN_TYPE = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*\\.");
  private static final Set<String> STATEMENTS =
      Set.of("{", "for", "while", "do", "if", "try", "synchronized", "throw", "assert");

  /**
   * A class that was made.
   *
   * @param type of its value, as it can be written; null if it has none
   */
  record Made(String className, List<ClassBytecodes> classes, @Nullable String type) {}

  private final Shell shell;
  private final StartupImports startup;
  private final Execution execution;
  private final Analyzer analyzer;
  private int made;

  Shortcut(Shell shell, StartupImports startup, Execution execution, Analyzer analyzer) {
    this.startup = startup;
    this.shell = shell;
    this.execution = execution;
    this.analyzer = analyzer;
  }

  /**
   * Makes a class of one expression or statement.
   *
   * @return empty if it is neither, or does not compile
   */
  Optional<Made> make(String source, Scope scope) {
    List<Token> tokens = Lexer.significant(source);
    if (!Fragment.mayBe(tokens)) {
      return Optional.empty();
    }
    String imports = imports(names(tokens));
    if (imports == null) {
      return Optional.empty();
    }
    String className = "$JShell$" + (FIRST_CLASS + made++);
    boolean value =
        !tokens.get(tokens.size() - 1).is(";") && !STATEMENTS.contains(tokens.get(0).text());
    return analyzer
        .compile(scope, new Fragment(imports, className, source, value))
        .map(
            compiled ->
                new Made(
                    CellClasses.PACKAGE + "." + className,
                    compiled.classes().entrySet().stream()
                        .map(file -> new ClassBytecodes(file.getKey(), file.getValue()))
                        .toList(),
                    compiled.type() == null
                        ? null
                        : OWN_TYPE.matcher(compiled.type()).replaceAll("")));
  }

  /** Runs it; how it ended. */
  Ending run(Made code) {
    try {
      execution.loadFragment(code.classes.toArray(ClassBytecodes[]::new));
      execution.invoke(code.className, Fragment.METHOD);
    } catch (ExecutionControlException e) {
      // What the code threw is in the ending.
      Ending ending = execution.ending();
      return ending == null ? new Ending(null, e, List.of(), false) : ending;
    }
    Ending ending = execution.ending();
    return ending == null ? new Ending(null, null, List.of(), false) : ending;
  }

  /** The names that may be of something declared or imported: not those after a dot. */
  private static Set<String> names(List<Token> tokens) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean member = i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("::"));
      if (tokens.get(i).isName() && !member) {
        names.add(tokens.get(i).text());
      }
    }
    return names;
  }

  /** What brings these names, in JShell's order; null if something of it waits for another. */
  private @Nullable String imports(Set<String> names) {
    if (!shell.isOpen()) {
      return String.join(" ", startup.bringing(names));
    }
    JShell open = shell.open();
    Set<String> elsewhere = new HashSet<>(names);
    StringBuilder imports = new StringBuilder();
    for (Snippet snippet : open.snippets().toList()) {
      Status status = open.status(snippet);
      if (status == Status.RECOVERABLE_DEFINED) {
        return null;
      }
      if (status != Status.VALID) {
        continue;
      }
      if (snippet instanceof ImportSnippet imported && !StartupImports.areAll(imported)) {
        String kind = imported.isStatic() ? "import static " : "import ";
        imports.append(kind).append(imported.fullname()).append("; ");
      } else if (snippet instanceof PersistentSnippet named && names.contains(named.name())) {
        elsewhere.remove(named.name());
        String owner = open.sourceCodeAnalysis().wrapper(snippet).fullClassName();
        imports.append("import static " + owner + "." + named.name() + "; ");
      }
    }
    return imports + String.join(" ", startup.bringing(elsewhere));
  }
}
