package io.github.broadsheet.assist;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Attributed;
import io.github.broadsheet.analysis.Keywords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Suggestions for a name: a member after a point, else whatever can be named here. */
final class NameCompletion {
  /** With shorter prefixes hundreds of types would hide the names that are in use. */
  private static final int PREFIX_FOR_IMPORTS = 2;

  private static final int MOST_IMPORTS = 40;
  private static final int KEYWORD = 5;
  private static final int IMPORTED_TYPE = 6;
  private static final int OTHER_TYPE = 20;

  private final Attributed cell;
  private final ClassIndex index;
  private final String prefix;
  private final boolean called;
  private final Suggestions suggestions;

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
  }

  static List<Completion.Item> at(
      Attributed cell,
      Documentation documentation,
      TreePath marker,
      ClassIndex index,
      Probe probe,
      boolean called) {
    NameCompletion completion =
        new NameCompletion(cell, documentation, index, probe.prefix(), called);
    Tree tree = marker.getLeaf();
    if (tree instanceof MemberSelectTree select) {
      TreePath receiver = new TreePath(marker, select.getExpression());
      if (probe.kind() == Probe.Kind.REFERENCE) {
        completion.afterColons(receiver);
      } else {
        completion.afterPoint(marker, receiver);
      }
    } else {
      completion.anywhere(marker);
    }
    return completion.suggestions.best();
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
            && marker.getParentPath().getLeaf() instanceof com.sun.source.tree.MethodInvocationTree;
    List<TypeMirror> expected = calls.expected(isCallee ? marker.getParentPath() : marker);
    for (Members.Member member : new Members(cell).of(type, onType, suggestions::matches)) {
      suggestions.add(member, expected, called, member.distance());
    }
    if (type instanceof ArrayType) {
      suggestions.add(Completion.Item.of("length", "instance", "int"), 0);
    }
    if (onType) {
      suggestions.add(Completion.Item.of("class", "keyword", "Class"), 3);
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
    boolean typeOnly =
        parent instanceof NewClassTree made && made.getIdentifier() == marker.getLeaf();
    List<TypeMirror> expected =
        new Calls(cell).expected(typeOnly ? marker.getParentPath() : marker);
    for (Members.Member member : Names.at(cell, marker)) {
      if (!typeOnly || member.element() instanceof TypeElement) {
        suggestions.add(member, expected, called, member.distance());
      }
    }
    if (!prefix.isEmpty() && !typeOnly) {
      for (String word : Keywords.STATEMENT) {
        suggestions.add(
            Completion.Item.of(word, "keyword", ""), KEYWORD + (expected.isEmpty() ? 0 : 9));
      }
      for (String word : Keywords.EXPRESSION) {
        suggestions.add(Completion.Item.of(word, "keyword", ""), KEYWORD);
      }
      for (String word : Keywords.PRIMITIVES) {
        suggestions.add(
            Completion.Item.of(word, "keyword", ""), KEYWORD + (expected.isEmpty() ? 0 : 9));
      }
    }
    if (!prefix.isEmpty()) {
      addTypes(expected);
    }
    for (String segment : index.packages("")) {
      if (!prefix.isEmpty() && !typeOnly) {
        suggestions.add(Completion.Item.of(segment, "module", ""), OTHER_TYPE);
      }
    }
  }

  private void addPackage(String name) {
    for (String segment : index.packages(name)) {
      suggestions.add(Completion.Item.of(segment, "module", ""), 1);
    }
    for (String simple : index.classes(name)) {
      if (simple.startsWith(prefix) && isPublic(name + "." + simple)) {
        suggestions.add(Completion.Item.of(simple, "class", name + "." + simple), 0);
      }
    }
  }

  private void addTypes(List<TypeMirror> expected) {
    Set<String> imported = imported();
    int others = 0;
    for (String name : index.startingWith(prefix)) {
      int dot = name.lastIndexOf('.');
      String simple = name.substring(dot + 1);
      boolean known = imported.contains(name) || imported.contains(name.substring(0, dot) + ".*");
      if (known && isPublic(name)) {
        int rank = IMPORTED_TYPE + (fits(name, expected) ? 0 : 3);
        suggestions.add(Completion.Item.of(simple, "class", name), rank);
      } else if (!known
          && prefix.length() >= PREFIX_FOR_IMPORTS
          && others < MOST_IMPORTS
          && isPublic(name)) {
        others++;
        int exact = simple.equals(prefix) ? 0 : 4;
        int home = name.startsWith("java.util.") || name.startsWith("java.time.") ? 0 : 2;
        String statement = "import " + name + ";";
        suggestions.add(
            new Completion.Item(name, simple, "class", name, "", statement),
            OTHER_TYPE + exact + home);
      }
    }
  }

  private boolean fits(String name, List<TypeMirror> expected) {
    if (expected.isEmpty()) {
      return true;
    }
    TypeElement type = cell.elements().getTypeElement(name);
    return type != null
        && expected.stream()
            .anyMatch(
                wanted ->
                    cell.types()
                        .isAssignable(
                            cell.types().erasure(type.asType()), cell.types().erasure(wanted)));
  }

  private Set<String> imported() {
    Set<String> imported = new HashSet<>();
    imported.add("java.lang.*");
    for (ImportTree statement : cell.tree().getImports()) {
      if (!statement.isStatic()) {
        imported.add(statement.getQualifiedIdentifier().toString());
      }
    }
    return imported;
  }

  private boolean isPublic(String name) {
    TypeElement type = cell.elements().getTypeElement(name);
    return type != null && type.getModifiers().contains(Modifier.PUBLIC);
  }
}
