package io.github.broadsheet.assist;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Attributed;
import io.github.broadsheet.analysis.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * The tables and columns that a call is about, as far as that can be told without running it: those
 * of live variables, and those that have no rows yet but columns that are known.
 */
final class Subjects {
  private static final int DEEPEST = 30;

  private final Attributed cell;
  private final Scope scope;
  private int depth;

  Subjects(Attributed cell, Scope scope) {
    this.cell = cell;
    this.scope = scope;
  }

  /** What a call is made on, given, or inside of; else all values of the session. */
  List<?> of(TreePath call) {
    for (TreePath path = call; path != null; path = path.getParentPath()) {
      List<Object> found = near(path);
      if (!found.isEmpty()) {
        Column<?> named = namedColumn(call, found.get(0));
        return named == null ? found : List.of(named);
      }
    }
    List<Object> all = new ArrayList<>();
    for (int i = scope.variables().size() - 1; i >= 0; i--) {
      Object value = live(scope.variables().get(i));
      if (value != null) {
        all.add(value);
      }
    }
    return all;
  }

  private List<Object> near(TreePath path) {
    List<TreePath> places = new ArrayList<>();
    if (path.getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      places.add(new TreePath(new TreePath(path, select), select.getExpression()));
    }
    Calls.arguments(path.getLeaf()).forEach(each -> places.add(new TreePath(path, each)));
    if (path.getLeaf() instanceof EnhancedForLoopTree loop) {
      places.add(new TreePath(path, loop.getExpression()));
    }
    return new ArrayList<>(places.stream().map(this::value).filter(Objects::nonNull).toList());
  }

  /** The column that a query names: {@code stringColumn("organization").isEqualTo(…)}. */
  private static @Nullable Column<?> namedColumn(TreePath call, Object about) {
    return call.getLeaf() instanceof MethodInvocationTree invocation
            && invocation.getMethodSelect() instanceof MemberSelectTree select
            && select.getExpression() instanceof MethodInvocationTree query
            && query.getMethodSelect() instanceof IdentifierTree
            && about instanceof Relation table
        ? column(table, query)
        : null;
  }

  private @Nullable Object value(TreePath expression) {
    if (++depth > DEEPEST) {
      return null;
    }
    try {
      Tree tree = expression.getLeaf();
      if (tree instanceof IdentifierTree name) {
        return variable(expression, name.getName().toString());
      }
      if (tree instanceof MemberSelectTree select) {
        return value(new TreePath(expression, select.getExpression()));
      }
      if (tree instanceof ParenthesizedTree inner) {
        return value(new TreePath(expression, inner.getExpression()));
      }
      if (tree instanceof TypeCastTree cast) {
        return value(new TreePath(expression, cast.getExpression()));
      }
      if (tree instanceof ConditionalExpressionTree choice) {
        return value(new TreePath(expression, choice.getTrueExpression()));
      }
      return tree instanceof MethodInvocationTree call ? result(expression, call) : null;
    } finally {
      depth--;
    }
  }

  private @Nullable Object variable(TreePath use, String name) {
    Element element = cell.trees().getElement(use);
    TreePath declared = element == null ? null : cell.trees().getPath(element);
    if (declared != null
        && declared.getLeaf() instanceof VariableTree local
        && local.getInitializer() != null) {
      return value(new TreePath(declared, local.getInitializer()));
    }
    return scope.variables().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(Subjects::live)
        .orElse(null);
  }

  private static @Nullable Object live(Scope.Variable variable) {
    Object value = variable.value().get();
    boolean known = value instanceof Relation || value instanceof Column<?>;
    return known && value.getClass().getName().startsWith("tech.tablesaw.") ? value : null;
  }

  private @Nullable Object result(TreePath path, MethodInvocationTree call) {
    if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return null;
    }
    Object about = value(new TreePath(new TreePath(path, select), select.getExpression()));
    if (about == null) {
      Relation listing = Shapes.listing(cell.trees().getElement(path));
      return listing == null ? argument(path, call) : listing;
    }
    if (!(about instanceof Relation table)) {
      return about;
    }
    Relation shape = Shapes.after(table, call, cell, path);
    if (shape != null) {
      return shape;
    }
    Column<?> column =
        select.getIdentifier().toString().endsWith("olumn") ? column(table, call) : null;
    return column == null ? table : column;
  }

  /** What a call is given is what its result is about: {@code Trend.of(papers, …)}. */
  private @Nullable Object argument(TreePath path, MethodInvocationTree call) {
    return call.getArguments().stream()
        .map(each -> value(new TreePath(path, each)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Column<?> column(Relation table, MethodInvocationTree call) {
    List<? extends ExpressionTree> arguments = call.getArguments();
    return arguments.size() == 1
            && arguments.get(0) instanceof LiteralTree literal
            && literal.getValue() instanceof String name
            && table.containsColumn(name)
        ? table.column(name)
        : null;
  }
}
