package io.github.broadsheet.assist;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Attributed;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The calls around a place: what may be meant, and what an argument should be. */
final class Calls {
  private final Attributed cell;
  private final Members members;

  Calls(Attributed cell) {
    this.cell = cell;
    this.members = new Members(cell);
  }

  /** The methods or constructors that a call may mean, by name alone. */
  List<Members.Member> candidates(TreePath call) {
    if (call.getLeaf() instanceof NewClassTree made) {
      TreePath name = new TreePath(call, made.getIdentifier());
      return members.constructors(cell.trees().getTypeMirror(name));
    }
    if (!(call.getLeaf() instanceof MethodInvocationTree invocation)) {
      return List.of();
    }
    ExpressionTree select = invocation.getMethodSelect();
    List<Members.Member> reachable;
    String name;
    if (select instanceof MemberSelectTree member) {
      name = member.getIdentifier().toString();
      TreePath receiver = new TreePath(new TreePath(call, select), member.getExpression());
      reachable = members.of(cell.trees().getTypeMirror(receiver), isType(receiver), name::equals);
    } else if (select instanceof IdentifierTree identifier) {
      name = identifier.getName().toString();
      reachable = Names.at(cell, call);
    } else {
      return List.of();
    }
    return reachable.stream()
        .filter(each -> each.element() instanceof ExecutableElement && each.name().equals(name))
        .toList();
  }

  /** Whether an expression names a type rather than a value. */
  boolean isType(TreePath expression) {
    return cell.trees().getElement(expression) instanceof TypeElement;
  }

  /** The arguments of a call; empty for any other tree. */
  static List<? extends ExpressionTree> arguments(Tree call) {
    if (call instanceof MethodInvocationTree invocation) {
      return invocation.getArguments();
    }
    return call instanceof NewClassTree made ? made.getArguments() : List.of();
  }

  /** The types that would fit at a place; empty if anything does. */
  List<TypeMirror> expected(TreePath place) {
    TreePath parent = place.getParentPath();
    Tree tree = parent.getLeaf();
    Tree child = place.getLeaf();
    List<TypeMirror> types = new ArrayList<>();
    if (tree instanceof VariableTree variable && variable.getInitializer() == child) {
      boolean synthetic = Attributed.isSynthetic(variable.getName());
      TypeMirror type = synthetic ? null : cell.trees().getTypeMirror(parent);
      add(types, isInferred(variable) ? null : type);
    } else if (tree instanceof AssignmentTree assignment && assignment.getExpression() == child) {
      add(types, cell.trees().getTypeMirror(new TreePath(parent, assignment.getVariable())));
    } else if (tree instanceof ReturnTree) {
      add(types, returned(parent));
    } else if (tree instanceof ConditionalExpressionTree choice && choice.getCondition() != child) {
      return expected(parent);
    } else if (tree instanceof ParenthesizedTree) {
      Tree outer = parent.getParentPath().getLeaf();
      if (outer instanceof IfTree || outer instanceof WhileLoopTree) {
        types.add(cell.types().getPrimitiveType(TypeKind.BOOLEAN));
        return types;
      }
      return expected(parent);
    } else if (tree instanceof BinaryTree binary
        && (binary.getKind() == Tree.Kind.CONDITIONAL_AND
            || binary.getKind() == Tree.Kind.CONDITIONAL_OR)) {
      types.add(cell.types().getPrimitiveType(TypeKind.BOOLEAN));
    } else if (tree instanceof BinaryTree binary
        && (binary.getKind() == Tree.Kind.EQUAL_TO || binary.getKind() == Tree.Kind.NOT_EQUAL_TO)) {
      boolean left = binary.getLeftOperand() == child;
      Tree other = left ? binary.getRightOperand() : binary.getLeftOperand();
      add(types, cell.trees().getTypeMirror(new TreePath(parent, other)));
    } else if (tree instanceof ThrowTree) {
      add(types, cell.elements().getTypeElement("java.lang.RuntimeException").asType());
    } else {
      int index = arguments(tree).indexOf(child);
      if (index >= 0) {
        for (Members.Member candidate : candidates(parent)) {
          add(types, parameterType(candidate, index));
        }
      }
    }
    return types;
  }

  /** The type of an argument, an element of it where it is variable; null if there is none. */
  static @Nullable TypeMirror parameterType(Members.Member call, int index) {
    if (!(call.element() instanceof ExecutableElement method)
        || !(call.type() instanceof ExecutableType type)) {
      return null;
    }
    int last = type.getParameterTypes().size() - 1;
    if (method.isVarArgs() && index >= last) {
      TypeMirror array = type.getParameterTypes().get(last);
      return array instanceof ArrayType of ? of.getComponentType() : array;
    }
    return index <= last ? type.getParameterTypes().get(index) : null;
  }

  /** The name of a parameter; empty if there is none, or none is known. */
  static String parameterName(Members.Member call, int index, Documentation documentation) {
    if (!(call.element() instanceof ExecutableElement method)) {
      return "";
    }
    int last = method.getParameters().size() - 1;
    return last < 0 || (index > last && !method.isVarArgs())
        ? ""
        : documentation.parameterNames(method).get(Math.min(index, last));
  }

  private @Nullable TypeMirror returned(TreePath place) {
    for (TreePath path = place; path != null; path = path.getParentPath()) {
      if (path.getLeaf() instanceof MethodTree method) {
        Element element = cell.trees().getElement(path);
        return Attributed.isSynthetic(method.getName())
                || !(element instanceof ExecutableElement executable)
            ? null
            : executable.getReturnType();
      }
    }
    return null;
  }

  private static boolean isInferred(VariableTree variable) {
    Tree type = variable.getType();
    return type == null || type.toString().equals("var") || type.toString().isEmpty();
  }

  /** What fits anything says nothing. */
  private static void add(List<TypeMirror> types, @Nullable TypeMirror type) {
    if (type != null
        && type.getKind() != TypeKind.ERROR
        && type.getKind() != TypeKind.TYPEVAR
        && type.getKind() != TypeKind.VOID
        && !type.toString().equals("java.lang.Object")) {
      types.add(type);
    }
  }
}
