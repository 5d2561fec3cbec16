package io.github.broadsheet.assist;

import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Attributed;
import io.github.broadsheet.analysis.Scope;
import io.github.broadsheet.engine.FileNames;
import io.github.broadsheet.extension.Literal;
import io.github.broadsheet.extension.LiteralCompleter;
import io.github.broadsheet.extension.LiteralCompleter.Suggestion;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Suggestions inside a string, by what the string is passed to: files for a path, and whatever the
 * libraries of the session know.
 */
final class LiteralCompletion {
  private static final System.Logger LOG = System.getLogger(LiteralCompletion.class.getName());

  private static final Pattern PATH_PARAMETER =
      Pattern.compile("(?i)path(name)?s?|file(_?name|path)?|directory|folder");

  /** Java's own, whose parameters have other names, or none where its sources are not here. */
  private static final Pattern PATH_METHOD =
      Pattern.compile(
          "java\\.nio\\.file\\.Paths?#(of|get)"
              + "|java\\.io\\.(File|FileReader|FileWriter|FileInputStream|FileOutputStream)#<init>");

  private LiteralCompletion() {}

  static List<Completion.Item> at(
      Attributed cell,
      Documentation documentation,
      TreePath literal,
      Scope scope,
      List<LiteralCompleter> completers,
      String prefix) {
    TreePath argument = literal;
    if (argument.getParentPath().getLeaf() instanceof NewArrayTree) {
      argument = argument.getParentPath();
    }
    TreePath call = argument.getParentPath();
    int index = Calls.arguments(call.getLeaf()).indexOf(argument.getLeaf());
    if (index < 0) {
      return List.of();
    }
    List<?> values = new Subjects(cell, scope).of(call);
    Suggestions suggestions = new Suggestions(prefix, cell, documentation);
    int rank = 0;
    List<Literal> meanings =
        new Calls(cell)
            .candidates(call).stream()
                .map(each -> literal(each, index, documentation, prefix, values))
                .distinct()
                .toList();
    for (Literal meaning : meanings) {
      if (isPath(meaning)) {
        for (String path : FileNames.startingWith(prefix, file -> true)) {
          suggestions.add(Completion.Item.of(escape(path), "path", ""), rank++);
        }
      }
      for (LiteralCompleter completer : completers) {
        for (Suggestion each : ask(completer, meaning)) {
          suggestions.add(Completion.Item.of(escape(each.text()), "value", each.detail()), rank++);
        }
      }
    }
    return suggestions.best();
  }

  private static boolean isPath(Literal literal) {
    return PATH_PARAMETER.matcher(literal.parameter()).matches()
        || PATH_METHOD.matcher(literal.type() + "#" + literal.method()).matches();
  }

  private static Literal literal(
      Members.Member call, int index, Documentation documentation, String typed, List<?> values) {
    boolean made = call.element().getKind() == ElementKind.CONSTRUCTOR;
    String type =
        Members.owner(call.element()) instanceof TypeElement owner
            ? owner.getQualifiedName().toString()
            : "";
    String method = made ? "<init>" : call.name();
    return new Literal(
        type, method, Calls.parameterName(call, index, documentation), typed, values);
  }

  /** A running cell may be changing what is looked at, and a library may be wrong. */
  private static List<Suggestion> ask(LiteralCompleter completer, Literal literal) {
    try {
      return completer.suggest(literal);
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.DEBUG, "no suggestions for " + literal.method(), e);
      return List.of();
    }
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
