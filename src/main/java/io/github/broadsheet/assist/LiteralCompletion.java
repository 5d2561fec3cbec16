package io.github.broadsheet.assist;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Attributed;
import io.github.broadsheet.analysis.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * Suggestions inside a string, by what the string means: the name of the parameter says so, and a
 * live table has the answers.
 */
final class LiteralCompletion {
  private static final Pattern COLUMN = Pattern.compile("(?i).*col(umn)?.*");

  /** Parameters that take a value of a column, and which. */
  private static final Map<Pattern, String> VALUES =
      Map.of(
          Pattern.compile("(?i)authors?|.*authorname"), "authors",
          Pattern.compile("(?i)organi[sz]ations?"), "organization",
          Pattern.compile("(?i)categor(y|ies)"), "categories",
          Pattern.compile("(?i)keywords?"), "keywords");

  private static final int MOST_ROWS = 20_000;

  private LiteralCompletion() {}

  static List<Completion.Item> at(
      Attributed cell, Documentation documentation, TreePath literal, Scope scope, String prefix) {
    TreePath argument = literal;
    if (argument.getParentPath().getLeaf() instanceof NewArrayTree) {
      argument = argument.getParentPath();
    }
    TreePath call = argument.getParentPath();
    List<? extends ExpressionTree> arguments = Calls.arguments(call.getLeaf());
    int index = arguments.indexOf(argument.getLeaf());
    if (index < 0) {
      return List.of();
    }
    List<String> parameters =
        new Calls(cell)
            .candidates(call).stream()
                .map(candidate -> Calls.parameterName(candidate, index))
                .distinct()
                .toList();
    List<Relation> tables = tables(call, scope);
    Suggestions suggestions = new Suggestions(prefix, cell, documentation);
    try {
      for (String parameter : parameters) {
        addValues(suggestions, parameter, tables);
      }
    } catch (RuntimeException e) {
      // A running cell may be changing the table; the next key stroke asks again.
      return List.of();
    }
    return suggestions.best();
  }

  private static void addValues(Suggestions suggestions, String parameter, List<Relation> tables) {
    if (COLUMN.matcher(parameter).matches()) {
      int rank = 0;
      for (Relation table : tables) {
        for (String name : table.columnNames()) {
          String type = table.column(name).type().getPrinterFriendlyName();
          suggestions.add(
              Completion.Item.of(escape(name), "value", type.toLowerCase(Locale.ROOT)), rank++);
        }
      }
    }
    VALUES.forEach(
        (pattern, column) -> {
          if (pattern.matcher(parameter).matches()) {
            tables.forEach(table -> addColumnValues(suggestions, table, column));
          }
        });
  }

  /** Each value once, the most frequent first. */
  private static void addColumnValues(Suggestions suggestions, Relation table, String name) {
    if (!table.containsColumn(name)) {
      return;
    }
    Column<?> column = table.column(name);
    if (!(column instanceof StringColumn text)) {
      return;
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int row = 0; row < Math.min(MOST_ROWS, text.size()); row++) {
      for (String value : text.get(row).split("; ")) {
        if (!value.isBlank()) {
          counts.merge(value, 1, Integer::sum);
        }
      }
    }
    counts.forEach(
        (value, count) ->
            suggestions.add(Completion.Item.of(escape(value), "value", count + " ×"), -count));
  }

  /** The table a call is made upon, or passed to, or any around it; else all tables there are. */
  private static List<Relation> tables(TreePath call, Scope scope) {
    for (TreePath path = call; path != null; path = path.getParentPath()) {
      List<Relation> found = new ArrayList<>();
      add(found, variableOf(path.getLeaf()), scope);
      Calls.arguments(path.getLeaf()).forEach(each -> add(found, variableOf(each), scope));
      if (!found.isEmpty()) {
        return found;
      }
    }
    List<Relation> all = new ArrayList<>();
    for (int i = scope.variables().size() - 1; i >= 0; i--) {
      add(all, scope.variables().get(i).name(), scope);
    }
    return all;
  }

  /** The variable at the root of a chain of calls. */
  private static @Nullable String variableOf(Tree tree) {
    if (tree instanceof IdentifierTree name) {
      return name.getName().toString();
    }
    if (tree instanceof MemberSelectTree select) {
      return variableOf(select.getExpression());
    }
    return tree instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
        ? variableOf(select.getExpression())
        : null;
  }

  private static void add(List<Relation> found, @Nullable String name, Scope scope) {
    for (Scope.Variable variable : scope.variables()) {
      if (variable.name().equals(name)
          && variable.value().get() instanceof Relation table
          && table.getClass().getName().startsWith("tech.tablesaw.")) {
        found.add(table);
      }
    }
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
