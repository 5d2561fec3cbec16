package io.github.broadsheet.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * javac over one cell, against what a session has declared so far. Thread-safe; made once and used
 * again, since the classes it has read stay in memory. Never waits for a running cell.
 */
public final class Analyzer implements AutoCloseable {
  private static final int KEPT_RESULTS = 32;

  private record Question(long generation, List<?> classPath, String cell) {}

  private final Map<Question, List<Problem>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, List<Problem>> eldest) {
          return size() > KEPT_RESULTS;
        }
      };
  private final Compilers compilers;
  private @Nullable Scope scope;
  private Declared declared = new Declared(List.of(), List.of(), List.of());

  /** Of cells that are not run. */
  public Analyzer() {
    this(new CellClasses());
  }

  /** With what cells that were run have declared. */
  public Analyzer(CellClasses cells) {
    compilers = new Compilers(cells);
  }

  /**
   * What is wrong in a cell, in javac's order. A {@linkplain Problem#definite definite} problem
   * means that the session would refuse the cell, too; any other may be cured by a later cell, or
   * is one on which JShell may judge differently.
   */
  public synchronized List<Problem> problems(Scope in, String cell) {
    Question asked = new Question(in.generation(), in.classPath(), cell);
    List<Problem> answer = known.get(asked);
    if (answer == null) {
      String java = Magics.blank(cell);
      List<Diagnostic<? extends JavaFileObject>> found = new ArrayList<>();
      boolean magics = !java.equals(cell);
      try {
        UnitQuestion<Problems> question =
            (task, tree, unit) -> new Problems(unit, java, magics, in.partial());
        answer = new ArrayList<>(withUnit(in, java, found, true, question).of(found));
        if (!answer.isEmpty() && compiler(in, true).isFirst()) {
          found.clear();
          answer = new ArrayList<>(withUnit(in, java, found, false, question).of(found));
        }
        answer.addAll(OpenComment.in(java));
      } catch (IllegalStateException e) {
        if (!(e.getCause() instanceof AssertionError)) {
          throw e;
        }
        // javac, and JShell with it, falls over braces that close what is around the cell.
        Tokens tokens = new Tokens(Lexer.significant(java));
        int extra = tokens.unopened();
        if (extra < 0) {
          throw e;
        }
        Token brace = tokens.get(extra);
        String message = "this " + brace.text() + " closes nothing";
        answer = List.of(new Problem(brace.start(), brace.end(), "unopened", message, true));
      }
      known.put(asked, answer);
    }
    return answer;
  }

  /** Attributes a cell and asks a question about it; the answer must not keep trees or types. */
  public synchronized <R> R attribute(Scope in, String cell, Function<Attributed, R> question) {
    return withUnit(
        in,
        Magics.blank(cell),
        new ArrayList<>(),
        false,
        (task, tree, unit) -> question.apply(new Attributed(task, tree, unit)));
  }

  /** What is declared after a cell, told without running it; its variables hold nothing. */
  public synchronized Scope after(Scope in, String cell) {
    String java = Magics.blank(cell);
    return attribute(in, cell, attributed -> Aftermath.of(in, java, attributed));
  }

  /** Errors of syntax alone; faster than {@link #problems}. */
  public synchronized List<Problem> syntaxProblems(String cell) {
    String java = Magics.blank(cell);
    Unit unit = Unit.of(new Declared(List.of(), List.of(), List.of()), java, Map.of());
    List<Diagnostic<? extends JavaFileObject>> found = new ArrayList<>();
    compilers.any().run(unit.text(), found::add, task -> parse(task) != null);
    return new Problems(unit, java, !java.equals(cell), Set.of()).of(found);
  }

  /**
   * Compiles a fragment against the classes of the cells. Empty if that fails for any reason, or if
   * this Java does not let it: JShell then does the same by a longer way, or says why not.
   */
  public synchronized Optional<Fragment.Compiled> compile(Scope in, Fragment fragment) {
    return compilers.compile(in.classPath(), fragment);
  }

  @Override
  public synchronized void close() {
    compilers.close();
  }

  private interface UnitQuestion<R> {
    R ask(JavacTask task, CompilationUnitTree tree, Unit unit);
  }

  /** javac can fail where nobody thought of it, and may not come back to itself: then a new one. */
  private <R> R withUnit(
      Scope in,
      String java,
      List<Diagnostic<? extends JavaFileObject>> found,
      boolean first,
      UnitQuestion<R> question) {
    try {
      return ask(compiler(in, first), java, found, question);
    } catch (RuntimeException e) {
      found.clear();
      close();
      return ask(compiler(in, first), java, found, question);
    }
  }

  private <R> R ask(
      Compiler ready,
      String java,
      List<Diagnostic<? extends JavaFileObject>> found,
      UnitQuestion<R> question) {
    Unit first = Unit.of(declared, java, Map.of());
    Set<String> open = first.toInfer();
    Map<String, String> inferred =
        open.isEmpty()
            ? Map.of()
            : ready.run(first.text(), problem -> {}, task -> inferred(task, open));
    Unit unit = open.isEmpty() ? first : Unit.of(declared, java, inferred);
    return ready.run(
        unit.text(),
        found::add,
        task -> {
          CompilationUnitTree tree = parse(task);
          analyze(task);
          return question.ask(task, tree, unit);
        });
  }

  private Compiler compiler(Scope in, boolean first) {
    Compiler ready = compilers.of(in.classPath(), first);
    if (scope == null || scope.generation() != in.generation() || !scope.equals(in)) {
      declared = Declared.of(in);
      scope = in;
    }
    return ready;
  }

  private static CompilationUnitTree parse(JavacTask task) {
    try {
      return task.parse().iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void analyze(JavacTask task) {
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The types of some {@code var} variables, as they can be written in source. */
  private static Map<String, String> inferred(JavacTask task, Set<String> names) {
    CompilationUnitTree tree = parse(task);
    analyze(task);
    Trees trees = Trees.instance(task);
    Map<String, String> types = new HashMap<>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        String name = variable.getName().toString();
        TreePath path = getCurrentPath();
        boolean inBody = path.getParentPath().getLeaf().getKind() == Tree.Kind.BLOCK;
        TypeMirror type = trees.getTypeMirror(path);
        if (inBody && names.contains(name) && type != null && type.getKind() != TypeKind.ERROR) {
          types.putIfAbsent(name, SourceType.of(type));
        }
        return super.visitVariable(variable, nothing);
      }
    }.scan(tree, null);
    return types;
  }
}
