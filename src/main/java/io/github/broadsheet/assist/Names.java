package io.github.broadsheet.assist;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.github.broadsheet.analysis.Attributed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What can be named without a qualifier at a place in a cell, nearest first. */
final class Names {
  private final Attributed cell;
  private final Members members;
  private final List<Members.Member> names = new ArrayList<>();
  private final Set<String> variables = new HashSet<>();

  private Names(Attributed cell, TreePath place) {
    this.cell = cell;
    this.members = new Members(cell, place);
  }

  /** Variables, methods and types, those of static imports last. */
  static List<Members.Member> at(Attributed cell, TreePath place) {
    Names names = new Names(cell, place);
    for (TreePath path = place; path.getParentPath() != null; path = path.getParentPath()) {
      names.addFrom(path.getParentPath(), path.getLeaf());
    }
    names.addStaticImports();
    return names.names;
  }

  private void addFrom(TreePath path, Tree child) {
    Tree tree = path.getLeaf();
    if (tree instanceof BlockTree block) {
      addBefore(path, block.getStatements(), child);
    } else if (tree instanceof CaseTree option && option.getStatements() != null) {
      addBefore(path, option.getStatements(), child);
    } else if (tree instanceof LambdaExpressionTree lambda) {
      add(path, lambda.getParameters());
    } else if (tree instanceof MethodTree method) {
      add(path, method.getParameters());
    } else if (tree instanceof ForLoopTree loop) {
      add(path, loop.getInitializer());
    } else if (tree instanceof EnhancedForLoopTree loop) {
      add(path, List.of(loop.getVariable()));
    } else if (tree instanceof TryTree attempt) {
      add(path, attempt.getResources());
    } else if (tree instanceof CatchTree handler) {
      add(path, List.of(handler.getParameter()));
    } else if (tree instanceof IfTree choice && child == choice.getThenStatement()) {
      addPatterns(new TreePath(path, choice.getCondition()));
    } else if (tree instanceof BinaryTree binary && child == binary.getRightOperand()) {
      addPatterns(new TreePath(path, binary.getLeftOperand()));
    } else if (tree instanceof ClassTree) {
      addMembers(path);
    }
  }

  private void addBefore(TreePath path, List<? extends Tree> statements, Tree child) {
    int index = statements.indexOf(child);
    List<Tree> nearestFirst = new ArrayList<>(statements.subList(0, Math.max(0, index)));
    Collections.reverse(nearestFirst);
    add(path, nearestFirst);
  }

  private void add(TreePath parent, List<? extends Tree> trees) {
    for (Tree tree : trees) {
      if (tree instanceof VariableTree variable) {
        addVariable(new TreePath(parent, variable), variable.getName().toString());
      } else if (tree instanceof ClassTree) {
        Element element = cell.trees().getElement(new TreePath(parent, tree));
        if (element != null && !Attributed.isSynthetic(element.getSimpleName())) {
          names.add(new Members.Member(element, element.asType(), 0));
        }
      }
    }
  }

  private void addVariable(TreePath path, String name) {
    Element element = cell.trees().getElement(path);
    TypeMirror type = cell.trees().getTypeMirror(path);
    if (element != null
        && !Attributed.isSynthetic(name)
        && !name.isEmpty()
        && variables.add(name)) {
      names.add(new Members.Member(element, type == null ? element.asType() : type, 0));
    }
  }

  private void addPatterns(TreePath condition) {
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(
          BindingPatternTree pattern, @Nullable Void nothing) {
        VariableTree variable = pattern.getVariable();
        addVariable(new TreePath(getCurrentPath(), variable), variable.getName().toString());
        return super.visitBindingPattern(pattern, nothing);
      }
    }.scan(condition, null);
  }

  private void addMembers(TreePath path) {
    Element element = cell.trees().getElement(path);
    if (!(element instanceof TypeElement type)) {
      return;
    }
    boolean around = Attributed.isSynthetic(type.getSimpleName());
    for (boolean onType : new boolean[] {false, true}) {
      for (Members.Member member : members.of(type.asType(), onType)) {
        boolean inherited = around && !Members.owner(member.element()).equals(type);
        boolean seen = member.element().getKind().isField() && !variables.add(member.name());
        if (!inherited && !seen && !names.contains(member)) {
          names.add(
              new Members.Member(member.element(), member.type(), around ? 1 : member.distance()));
        }
      }
    }
  }

  private void addStaticImports() {
    for (ImportTree statement : cell.tree().getImports()) {
      if (statement.isStatic()
          && statement.getQualifiedIdentifier() instanceof MemberSelectTree select) {
        String wanted = select.getIdentifier().toString();
        TypeElement type = cell.elements().getTypeElement(select.getExpression().toString());
        if (type != null) {
          for (Members.Member member : members.of(type.asType(), true)) {
            if (wanted.equals("*") || wanted.equals(member.name())) {
              names.add(new Members.Member(member.element(), member.type(), 2));
            }
          }
        }
      }
    }
  }
}
