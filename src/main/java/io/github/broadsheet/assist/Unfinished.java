package io.github.broadsheet.assist;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Attributed;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What a name may mean where the code around it makes no sense yet: a method without its
 * parentheses, a type alone.
 */
final class Unfinished {
  private final Attributed cell;

  Unfinished(Attributed cell) {
    this.cell = cell;
  }

  /** All that it may be; empty if nothing is known. */
  List<Members.Member> meant(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof MemberSelectTree select) {
      TypeElement type = cell.elements().getTypeElement(select.toString());
      TreePath receiver = new TreePath(path, select.getExpression());
      return type != null ? of(type) : members(receiver, select.getIdentifier().toString());
    }
    if (tree instanceof MemberReferenceTree reference) {
      TreePath receiver = new TreePath(path, reference.getQualifierExpression());
      return members(receiver, reference.getName().toString());
    }
    if (tree instanceof IdentifierTree identifier) {
      String name = identifier.getName().toString();
      List<Members.Member> named =
          Names.at(cell, path).stream().filter(each -> each.name().equals(name)).toList();
      TypeElement type = named.isEmpty() ? type(name) : null;
      return type == null ? named : of(type);
    }
    return List.of();
  }

  private static List<Members.Member> of(TypeElement type) {
    return List.of(new Members.Member(type, type.asType(), 0));
  }

  private List<Members.Member> members(TreePath receiver, String name) {
    Element element = cell.trees().getElement(receiver);
    TypeElement type =
        element instanceof TypeElement known ? known : type(receiver.getLeaf().toString());
    Members members = new Members(cell);
    if (type != null) {
      List<Members.Member> found = new ArrayList<>(members.of(type.asType(), true, name::equals));
      // Of a type, an instance method is named in Type::method alone; a reader may look it up so.
      return found.isEmpty() ? members.of(type.asType(), false, name::equals) : found;
    }
    return members.of(cell.trees().getTypeMirror(receiver), false, name::equals);
  }

  /** The type of a simple name, or of one with its package. */
  private @Nullable TypeElement type(String name) {
    if (name.contains(".")) {
      return name.matches("[\\w.]+") ? cell.elements().getTypeElement(name) : null;
    }
    List<String> places = new ArrayList<>(List.of("$cell.$Cell.*", "java.lang.*"));
    for (ImportTree statement : cell.tree().getImports()) {
      if (!statement.isStatic()) {
        places.add(statement.getQualifiedIdentifier().toString());
      }
    }
    for (String place : places) {
      if (place.endsWith(".*") || place.endsWith("." + name)) {
        String full = place.endsWith(".*") ? place.substring(0, place.length() - 1) + name : place;
        TypeElement type = cell.elements().getTypeElement(full);
        if (type != null) {
          return type;
        }
      }
    }
    return null;
  }
}
