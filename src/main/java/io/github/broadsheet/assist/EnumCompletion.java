package io.github.broadsheet.assist;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Attributed;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Suggests the constants of enums. */
final class EnumCompletion {
  private final Attributed cell;
  private final Suggestions suggestions;

  EnumCompletion(Attributed cell, Suggestions suggestions) {
    this.cell = cell;
    this.suggestions = suggestions;
  }

  /** The constants of an enum where one is expected; with its name, where theirs is not enough. */
  void addConstants(TypeMirror expected, Set<Element> names) {
    if (cell.types().asElement(expected) instanceof TypeElement type
        && type.getKind() == ElementKind.ENUM) {
      String name = Signatures.type(cell.types().erasure(expected));
      for (Element constant : type.getEnclosedElements()) {
        if (constant.getKind() == ElementKind.ENUM_CONSTANT && !names.contains(constant)) {
          String text = name + "." + constant.getSimpleName();
          suggestions.add(Completion.Item.of(text, "instance", name), 0);
        }
      }
    }
  }

  /** After {@code case} of a switch over an enum there are its constants alone. */
  boolean addCases(TreePath marker) {
    TreePath path = marker.getParentPath();
    while (path.getLeaf().getKind().name().endsWith("CASE_LABEL")) {
      path = path.getParentPath();
    }
    if (!(path.getLeaf() instanceof CaseTree option)
        || option.getStatements() == null && option.getBody() == marker.getLeaf()) {
      return false;
    }
    TreePath around = path.getParentPath();
    Tree tree = around.getLeaf();
    ExpressionTree value =
        tree instanceof SwitchTree statement
            ? statement.getExpression()
            : tree instanceof SwitchExpressionTree expression ? expression.getExpression() : null;
    TypeMirror type =
        value == null ? null : cell.trees().getTypeMirror(new TreePath(around, value));
    if (type == null
        || !(cell.types().asElement(type) instanceof TypeElement of)
        || of.getKind() != ElementKind.ENUM) {
      return false;
    }
    for (Element constant : of.getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
        String name = constant.getSimpleName().toString();
        suggestions.add(Completion.Item.of(name, "instance", Signatures.type(type)), 0);
      }
    }
    return true;
  }
}
