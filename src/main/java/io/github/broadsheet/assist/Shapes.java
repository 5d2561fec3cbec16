package io.github.broadsheet.assist;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.Papers;
import io.github.broadsheet.analysis.Attributed;
import io.github.broadsheet.source.PaperTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.aggregate.AggregateFunction;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** Tables that nobody has made yet: no rows, and the columns that a call will give them. */
final class Shapes {
  /** The words of Papers stand in two classes. */
  private static final Set<String> PAPERS =
      Set.of(Papers.class.getName(), Papers.class.getPackageName() + ".MorePapers");

  private Shapes() {}

  /** What a method of {@link Papers} gives; null for any other. */
  static @Nullable Relation listing(@Nullable Element method) {
    boolean gives =
        method instanceof ExecutableElement call
            && call.getReturnType().toString().equals(Table.class.getName())
            && Members.owner(method) instanceof TypeElement owner
            && PAPERS.contains(owner.getQualifiedName().toString());
    return gives ? PaperTable.of("papers", List.of()) : null;
  }

  /** What a call that counts or summarizes gives; null for one that keeps the columns. */
  static @Nullable Relation after(
      Relation table, MethodInvocationTree call, Attributed cell, TreePath path) {
    if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return null;
    }
    String name = select.getIdentifier().toString();
    if (name.equals("countBy")) {
      return shape(table, names(call), List.of("Count"));
    }
    if (name.equals("selectColumns") && !names(call).isEmpty()) {
      return shape(table, names(call), List.of());
    }
    boolean summarized =
        (name.equals("by") || name.equals("apply"))
            && select.getExpression() instanceof MethodInvocationTree before
            && before.getMethodSelect() instanceof MemberSelectTree summarize
            && summarize.getIdentifier().contentEquals("summarize");
    if (!summarized) {
      return null;
    }
    TreePath summarize = new TreePath(new TreePath(path, select), select.getExpression());
    return shape(table, names(call), summaries(summarize, cell));
  }

  private static Table shape(Relation table, List<String> kept, List<String> numbers) {
    List<Column<?>> columns = new ArrayList<>();
    for (String name : kept) {
      columns.add(
          table.containsColumn(name) ? table.column(name).emptyCopy() : StringColumn.create(name));
    }
    for (String name : numbers) {
      columns.add(name.equals("Count") ? IntColumn.create(name) : DoubleColumn.create(name));
    }
    return Table.create("shape", columns);
  }

  /** Tablesaw's names, such as {@code Mean [upvotes]}. */
  private static List<String> summaries(TreePath call, Attributed cell) {
    MethodInvocationTree summarize = (MethodInvocationTree) call.getLeaf();
    List<String> names = new ArrayList<>();
    for (String column : names(summarize)) {
      for (ExpressionTree argument : summarize.getArguments()) {
        String function = function(cell.trees().getElement(new TreePath(call, argument)));
        if (function != null) {
          names.add(function + " [" + column + "]");
        }
      }
    }
    return names;
  }

  private static @Nullable String function(@Nullable Element field) {
    if (!(field instanceof VariableElement)
        || !(Members.owner(field) instanceof TypeElement owner)
        || !owner.getQualifiedName().contentEquals(AggregateFunctions.class.getName())) {
      return null;
    }
    try {
      Object value = AggregateFunctions.class.getField(field.getSimpleName().toString()).get(null);
      return value instanceof AggregateFunction<?, ?> function ? function.functionName() : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** The strings among the arguments of a call, one of the reader's cursor left out. */
  private static List<String> names(MethodInvocationTree call) {
    return call.getArguments().stream()
        .filter(LiteralTree.class::isInstance)
        .map(each -> ((LiteralTree) each).getValue())
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(each -> !each.equals(Probe.MARKER))
        .distinct()
        .toList();
  }
}
