package io.github.broadsheet.assist;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Attributed;
import io.github.broadsheet.analysis.Keywords;
import io.github.broadsheet.analysis.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Suggestions for a name: a member after a point, else whatever can be named here. */
final class NameCompletion {
  private static final int KEYWORD = 5;

  private final Attributed cell;
  private final ClassIndex index;
  private final String prefix;
  private final boolean called;
  private final Suggestions suggestions;
  private final TypeCompletion types;

  private NameCompletion(
      Attributed cell,
      Documentation documentation,
      ClassIndex index,
      String prefix,
      boolean called) {
    this.cell = cell;
    this.index = index;
    this.prefix = prefix;
    this.called = called;
    this.suggestions = new Suggestions(prefix, cell, documentation);
    this.types = new TypeCompletion(cell, index, suggestions, prefix);
  }

  /**
   * The suggestions.
   *
   * @param before the tokens before the name
   * @param marker where it is; null where javac could make nothing of it
   */
  static List<Completion.Item> at(
      Attributed cell,
      Documentation documentation,
      @Nullable TreePath marker,
      ClassIndex index,
      Probe probe,
      List<Token> before,
      boolean called) {
    NameCompletion completion =
        new NameCompletion(cell, documentation, index, probe.prefix(), called);
    if (!before.isEmpty() && before.get(before.size() - 1).is("@")) {
      completion.types.addAnnotations();
      return completion.suggestions.best();
    }
    if (marker != null && marker.getLeaf() instanceof MemberSelectTree select) {
      TreePath receiver = new TreePath(marker, select.getExpression());
      if (probe.kind() == Probe.Kind.REFERENCE) {
        completion.afterColons(receiver);
      } else {
        completion.afterPoint(marker, receiver);
      }
      return completion.suggestions.best();
    }
    if (isImplemented(before)) {
      completion.types.interfacesOnly();
    }
    if (!probe.prefix().isEmpty()) {
      completion.addWords(ContextWords.after(before), 1);
    }
    if (marker != null) {
      completion.anywhere(marker);
    }
    return completion.suggestions.best();
  }

  /** Whether a name stands in the list behind {@code implements}. */
  private static boolean isImplemented(List<Token> before) {
    Set<String> inside = Set.of(",", ".", "<", ">");
    for (int i = before.size() - 1; i >= 0; i--) {
      Token token = before.get(i);
      if (token.is("implements")) {
        return true;
      }
      if (!token.isName() && !inside.contains(token.text())) {
        return false;
      }
    }
    return false;
  }

  private void afterPoint(TreePath marker, TreePath receiver) {
    Element element = cell.trees().getElement(receiver);
    String name = receiver.getLeaf().toString();
    boolean known = element != null && element.asType().getKind() != TypeKind.ERROR;
    if (element instanceof PackageElement || (!known && index.isPackage(name))) {
      addPackage(name);
      return;
    }
    boolean onType = element instanceof TypeElement;
    TypeMirror type = cell.trees().getTypeMirror(receiver);
    Calls calls = new Calls(cell);
    boolean isCallee =
        !Calls.arguments(marker.getParentPath().getLeaf()).contains(marker.getLeaf())
            && marker.getParentPath().getLeaf() instanceof MethodInvocationTree;
    List<TypeMirror> expected = calls.expected(isCallee ? marker.getParentPath() : marker);
    for (Members.Member member : new Members(cell, marker).of(type, onType, suggestions::matches)) {
      suggestions.add(member, expected, called, member.distance());
    }
    if (type instanceof ArrayType) {
      suggestions.add(Completion.Item.of("length", "instance", "int"), 0);
    }
    if (onType) {
      suggestions.add(Completion.Item.of("class", "keyword", "Class"), expected.isEmpty() ? 3 : 9);
    }
  }

  private void afterColons(TreePath receiver) {
    TypeMirror type = cell.trees().getTypeMirror(receiver);
    boolean onType = new Calls(cell).isType(receiver);
    Members members = new Members(cell);
    for (boolean statics : new boolean[] {true, false}) {
      if (onType || !statics) {
        for (Members.Member member : members.of(type, statics, suggestions::matches)) {
          if (member.element() instanceof ExecutableElement) {
            suggestions.add(member, List.of(), true, member.distance());
          }
        }
      }
    }
    if (onType) {
      suggestions.add(Completion.Item.of("new", "keyword", ""), 0);
    }
  }

  private void anywhere(TreePath marker) {
    Tree parent = marker.getParentPath().getLeaf();
    boolean made = parent instanceof NewClassTree call && call.getIdentifier() == marker.getLeaf();
    List<TypeMirror> expected = new Calls(cell).expected(made ? marker.getParentPath() : marker);
    EnumCompletion enums = new EnumCompletion(cell, suggestions);
    if (enums.addCases(marker)) {
      return;
    }
    Set<Element> names = new HashSet<>();
    for (Members.Member member : Names.at(cell, marker)) {
      names.add(member.element());
      if (!made || (member.element() instanceof TypeElement && member.distance() < 2)) {
        suggestions.add(member, expected, called, member.distance());
      }
    }
    if (made) {
      types.addMakeable(expected);
    } else {
      expected.forEach(type -> addConstants(type, names, enums));
    }
    if (prefix.isEmpty()) {
      return;
    }
    types.add(expected);
    if (!made) {
      int statement = KEYWORD + (expected.isEmpty() ? 0 : 9);
      addWords(Keywords.STATEMENT, statement);
      addWords(Keywords.PRIMITIVES, statement);
      addWords(Keywords.EXPRESSION, KEYWORD);
      for (String segment : index.packages("")) {
        suggestions.add(Completion.Item.of(segment, "module", ""), TypeCompletion.OTHER);
      }
    }
  }

  private void addWords(List<String> words, int rank) {
    words.forEach(word -> suggestions.add(Completion.Item.of(word, "keyword", ""), rank));
  }

  private void addConstants(TypeMirror expected, Set<Element> names, EnumCompletion enums) {
    if (expected.getKind() == TypeKind.BOOLEAN) {
      addWords(List.of("false", "true"), 1);
    }
    enums.addConstants(expected, names);
  }

  private void addPackage(String name) {
    for (String segment : index.packages(name)) {
      suggestions.add(Completion.Item.of(segment, "module", ""), 1);
    }
    for (String simple : index.classes(name)) {
      if (simple.startsWith(prefix) && types.visible(name + "." + simple) != null) {
        suggestions.add(Completion.Item.of(simple, "class", name + "." + simple), 0);
      }
    }
  }
}
