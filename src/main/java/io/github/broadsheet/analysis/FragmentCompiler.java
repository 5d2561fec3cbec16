package io.github.broadsheet.analysis;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Compiles one fragment by one task of javac, and refuses what is not just one. */
final class FragmentCompiler {
  private static final String VOID = "compiler.err.cant.infer.local.var.type";
  private static final Set<Kind> DECLARATIONS =
      EnumSet.of(
          Kind.VARIABLE, Kind.CLASS, Kind.INTERFACE, Kind.ENUM, Kind.RECORD, Kind.ANNOTATION_TYPE);

  private final Fragment fragment;
  private final ClassFiles files;
  private final List<Diagnostic<? extends JavaFileObject>> problems;

  FragmentCompiler(
      Fragment fragment, ClassFiles files, List<Diagnostic<? extends JavaFileObject>> problems) {
    this.fragment = fragment;
    this.files = files;
    this.problems = problems;
  }

  /** Whether the expression has no value: it is a statement. */
  boolean isVoid() {
    return problems.stream().anyMatch(p -> p.getCode().equals(VOID));
  }

  /** What the task makes of it; empty if it does not compile, or is not what it should be. */
  Optional<Fragment.Compiled> compile(JavacTask task) {
    files.written();
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      List<? extends StatementTree> body = body(unit);
      if (failed() || body.isEmpty()) {
        return Optional.empty();
      }
      task.analyze();
      CellPackage cells = CellPackage.of(task);
      try {
        String type = fragment.value() ? type(task, unit, body.get(0)) : null;
        if (failed() || (fragment.value() && type == null)) {
          return Optional.empty();
        }
        task.generate();
        return failed()
            ? Optional.empty()
            : Optional.of(new Fragment.Compiled(files.written(), type));
      } finally {
        if (cells != null) {
          cells.forget();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean failed() {
    return problems.stream().anyMatch(p -> p.getKind() == Diagnostic.Kind.ERROR);
  }

  /** The statements of the method, if the code is what it should be; else none. */
  private List<StatementTree> body(CompilationUnitTree unit) {
    List<? extends Tree> types = unit.getTypeDecls();
    if (types.size() != 1 || !(types.get(0) instanceof ClassTree type)) {
      return List.of();
    }
    if (type.getMembers().size() != 1 || !(type.getMembers().get(0) instanceof MethodTree method)) {
      return List.of();
    }
    List<StatementTree> body = new ArrayList<>(method.getBody().getStatements());
    body.removeIf(statement -> statement.getKind() == Kind.EMPTY_STATEMENT);
    boolean whole =
        fragment.value()
            ? body.size() == 2 && body.get(0) instanceof VariableTree
            : body.size() == 1 && !DECLARATIONS.contains(body.get(0).getKind());
    return whole ? body : List.of();
  }

  /** The type of the value; null if it cannot be written. */
  private static @Nullable String type(
      JavacTask task, CompilationUnitTree unit, StatementTree value) {
    Trees trees = Trees.instance(task);
    TypeMirror type = trees.getTypeMirror(TreePath.getPath(unit, value));
    return type == null || !SourceType.isWritable(type) ? null : SourceType.of(type);
  }
}
