package io.github.broadsheet.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import io.github.broadsheet.analysis.Attributed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** What can be reached through a type. */
final class Members {
  /**
   * A member as its receiver sees it.
   *
   * @param distance 0 declared by the receiver's own class, 1 inherited, 2 of Object
   */
  record Member(Element element, TypeMirror type, int distance) {
    String name() {
      return element instanceof ExecutableElement method
          ? Signatures.name(method)
          : element.getSimpleName().toString();
    }
  }

  private final Attributed cell;
  private final @Nullable Set<Element> inside;

  /** Also what is private in the cell. */
  Members(Attributed cell) {
    this.cell = cell;
    this.inside = null;
  }

  /** What can be reached at a place: what is private, inside its own class only. */
  Members(Attributed cell, TreePath place) {
    this.cell = cell;
    Set<Element> around = new HashSet<>();
    for (TreePath path = place; path != null; path = path.getParentPath()) {
      Element element = path.getLeaf() instanceof ClassTree ? cell.trees().getElement(path) : null;
      if (element != null) {
        around.add(element);
      }
    }
    this.inside = around;
  }

  /** Members that a cell may use, of a value or, with {@code onType}, of the class itself. */
  List<Member> of(@Nullable TypeMirror type, boolean onType) {
    return of(type, onType, name -> true);
  }

  /** The same, of certain names only: working out the types of all costs more than all the rest. */
  List<Member> of(@Nullable TypeMirror type, boolean onType, Predicate<String> wanted) {
    DeclaredType site = declared(type);
    List<Member> members = new ArrayList<>();
    if (site == null || !(site.asElement() instanceof TypeElement owner)) {
      return members;
    }
    for (Element element : cell.elements().getAllMembers(owner)) {
      boolean isStatic = element.getModifiers().contains(Modifier.STATIC);
      boolean isType = element instanceof TypeElement;
      boolean fits = onType ? isStatic || isType : !isStatic && !isType;
      if (fits
          && wanted.test(element.getSimpleName().toString())
          && (element instanceof ExecutableElement || element.getKind().isField() || isType)
          && element.getKind() != ElementKind.CONSTRUCTOR
          && element.getKind() != ElementKind.STATIC_INIT
          && element.getKind() != ElementKind.INSTANCE_INIT
          && isVisible(element)
          && !Attributed.isSynthetic(element.getSimpleName())) {
        members.add(new Member(element, typeOf(element, site), distance(element, owner)));
      }
    }
    return members;
  }

  /** Constructors that a cell may call. */
  List<Member> constructors(@Nullable TypeMirror type) {
    DeclaredType site = declared(type);
    List<Member> members = new ArrayList<>();
    if (site != null) {
      for (Element element : site.asElement().getEnclosedElements()) {
        if (element.getKind() == ElementKind.CONSTRUCTOR && isVisible(element)) {
          members.add(new Member(element, typeOf(element, site), 0));
        }
      }
    }
    return members;
  }

  /** The class or interface through which a type is used; null for primitives and errors. */
  @Nullable DeclaredType declared(@Nullable TypeMirror type) {
    if (type == null || type.getKind() == TypeKind.ERROR) {
      return null;
    }
    if (type instanceof TypeVariable variable) {
      return declared(variable.getUpperBound());
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getExtendsBound();
      return bound == null ? objectType() : declared(bound);
    }
    if (type instanceof IntersectionType intersection) {
      return declared(intersection.getBounds().get(0));
    }
    if (type instanceof ArrayType) {
      return objectType();
    }
    return type instanceof DeclaredType declared ? declared : null;
  }

  private @Nullable DeclaredType objectType() {
    TypeElement object = cell.elements().getTypeElement("java.lang.Object");
    return object == null ? null : (DeclaredType) object.asType();
  }

  private TypeMirror typeOf(Element element, DeclaredType site) {
    try {
      TypeMirror type = cell.types().asMemberOf(site, element);
      return type instanceof ExecutableType || !(element instanceof ExecutableElement)
          ? type
          : element.asType();
    } catch (IllegalArgumentException e) {
      return element.asType();
    }
  }

  private boolean isVisible(Element element) {
    if (element.getModifiers().contains(Modifier.PUBLIC)) {
      return true;
    }
    boolean hidden =
        inside != null
            && element.getModifiers().contains(Modifier.PRIVATE)
            && !inside.contains(owner(element));
    return !hidden
        && (cell.elements().getPackageOf(element).getQualifiedName().contentEquals("$cell")
            || isMemberOfInterface(element));
  }

  /** What a declaration stands in; everything but a module has one. */
  static Element owner(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement(), () -> "no owner: " + element);
  }

  private static boolean isMemberOfInterface(Element element) {
    return owner(element).getKind().isInterface()
        && !element.getModifiers().contains(Modifier.PRIVATE);
  }

  private static int distance(Element element, TypeElement owner) {
    if (owner(element) instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.lang.Object")) {
      return 2;
    }
    return isOfObject(element) ? 2 : owner(element).equals(owner) ? 0 : 1;
  }

  /** Every class has it, also one that says more of it: nobody looks for it first. */
  private static boolean isOfObject(Element element) {
    String name = element.getSimpleName().toString();
    int parameters =
        element instanceof ExecutableElement method ? method.getParameters().size() : -1;
    return (parameters == 0 && (name.equals("toString") || name.equals("hashCode")))
        || (parameters == 1 && name.equals("equals"));
  }
}
