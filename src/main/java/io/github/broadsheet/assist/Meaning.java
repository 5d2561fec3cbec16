package io.github.broadsheet.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Attributed;
import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What a name at a position means.
 *
 * @param members what it is; several if a call fits none, or not one alone
 * @param made the class that a call makes one of, with its type arguments; null if it makes none
 */
record Meaning(List<Members.Member> members, @Nullable TypeMirror made) {
  private static final Meaning NOTHING = new Meaning(List.of(), null);

  /** What is meant at a position; no members where nothing is. */
  static Meaning at(Attributed cell, String code, int position) {
    return new Finder(cell).at(code, position);
  }

  private static final class Finder {
    private static final int MOST_OVERLOADS = 12;

    private final Attributed cell;

    Finder(Attributed cell) {
      this.cell = cell;
    }

    Meaning at(String code, int position) {
      Token word = wordAt(code, position);
      TreePath path = word == null ? null : Cursor.find(cell.tree(), each -> names(each, word));
      if (path == null) {
        path = Cursor.find(cell.tree(), each -> isCallAround(each, position));
      }
      if (path == null) {
        return NOTHING;
      }
      List<Members.Member> meant = meant(path);
      if (isEmptyCall(path, position, word)) {
        meant = withOverloads(meant, path);
      }
      if (meant.isEmpty()) {
        meant = new Unfinished(cell).meant(path);
      }
      return new Meaning(meant, made(path));
    }

    private @Nullable TypeMirror made(TreePath path) {
      TreePath call = callOf(path);
      if (call == null || !(call.getLeaf() instanceof NewClassTree made)) {
        return null;
      }
      TypeMirror type = made.getClassBody() == null ? cell.trees().getTypeMirror(call) : null;
      return type == null || type.getKind() != TypeKind.DECLARED
          ? cell.trees().getTypeMirror(new TreePath(call, made.getIdentifier()))
          : type;
    }

    /** Whether the cursor is between the parentheses of a call without arguments: any may come. */
    private boolean isEmptyCall(TreePath path, int position, @Nullable Token word) {
      Tree tree = path.getLeaf();
      boolean call = tree instanceof MethodInvocationTree || tree instanceof NewClassTree;
      return call && word == null && position > 0 && Calls.arguments(tree).isEmpty();
    }

    /** What is meant, and after it all that have its name, up to a few. */
    private List<Members.Member> withOverloads(List<Members.Member> meant, TreePath call) {
      List<Members.Member> all = new ArrayList<>(meant);
      for (Members.Member each : new Calls(cell).candidates(call)) {
        if (all.size() < MOST_OVERLOADS
            && all.stream().noneMatch(known -> known.element().equals(each.element()))) {
          all.add(each);
        }
      }
      return all;
    }

    private static @Nullable Token wordAt(String code, int position) {
      for (Token token : Lexer.significant(code)) {
        if (token.kind() == Token.Kind.WORD
            && token.start() <= position
            && position <= token.end()) {
          return token;
        }
      }
      return null;
    }

    /** Whether a tree is where this word names something. */
    private boolean names(TreePath path, Token word) {
      Tree tree = path.getLeaf();
      String text = word.text();
      if (tree instanceof IdentifierTree name) {
        return name.getName().contentEquals(text) && cell.start(tree) == word.start();
      }
      if (tree instanceof MemberSelectTree select) {
        return select.getIdentifier().contentEquals(text) && cell.end(tree) == word.end();
      }
      if (tree instanceof MemberReferenceTree reference) {
        return reference.getName().contentEquals(text) && cell.end(tree) == word.end();
      }
      boolean declares =
          (tree instanceof VariableTree variable && variable.getName().contentEquals(text))
              || (tree instanceof MethodTree method && method.getName().contentEquals(text))
              || (tree instanceof ClassTree type && type.getSimpleName().contentEquals(text));
      return declares && cell.start(tree) <= word.start() && word.end() <= cell.end(tree);
    }

    private boolean isCallAround(TreePath path, int position) {
      Tree tree = path.getLeaf();
      Tree head =
          tree instanceof MethodInvocationTree call
              ? call.getMethodSelect()
              : tree instanceof NewClassTree made ? made.getIdentifier() : null;
      return head != null
          && cell.end(head) >= 0
          && cell.end(head) < position
          && (position < cell.end(tree) || cell.end(tree) < 0);
    }

    /** What a tree means; several if a call fits none, or not one alone. */
    private List<Members.Member> meant(TreePath path) {
      TreePath call = callOf(path);
      Element element = cell.trees().getElement(call == null ? path : call);
      boolean known =
          element != null
              && (element.asType().getKind() != TypeKind.ERROR)
              && !Attributed.isSynthetic(element.getSimpleName());
      if (call != null && !(known && element instanceof ExecutableElement)) {
        return new Calls(cell).candidates(call);
      }
      if (element == null || !known || element.getKind() == ElementKind.PACKAGE) {
        return List.of();
      }
      TypeMirror type = element.asType();
      if (!(element instanceof TypeElement)) {
        TreePath name = call == null ? path : nameOf(call);
        TypeMirror seen = name == null ? null : cell.trees().getTypeMirror(name);
        boolean fits = seen instanceof ExecutableType == element instanceof ExecutableElement;
        type = seen == null || !fits ? type : seen;
      }
      return List.of(new Members.Member(element, type, 0));
    }

    private static @Nullable TreePath nameOf(TreePath call) {
      return call.getLeaf() instanceof MethodInvocationTree invocation
          ? new TreePath(call, invocation.getMethodSelect())
          : null;
    }

    /** The call whose name a tree is, or the tree itself if it is one. */
    private static @Nullable TreePath callOf(TreePath path) {
      Tree tree = path.getLeaf();
      if (tree instanceof MethodInvocationTree || tree instanceof NewClassTree) {
        return path;
      }
      Tree parent = path.getParentPath() == null ? tree : path.getParentPath().getLeaf();
      if (parent instanceof ParameterizedTypeTree generic && generic.getType() == tree) {
        return callOf(path.getParentPath());
      }
      boolean isName =
          (parent instanceof MethodInvocationTree call && call.getMethodSelect() == tree)
              || (parent instanceof NewClassTree made && made.getIdentifier() == tree);
      return isName ? path.getParentPath() : null;
    }
  }
}
