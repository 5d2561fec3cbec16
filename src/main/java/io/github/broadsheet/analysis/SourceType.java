package io.github.broadsheet.analysis;

import java.util.List;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NullType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Types as they can be written in source: of an anonymous class, what it extends. */
final class SourceType {
  /** Stands for a type that is not known: javac says nothing of what is made with it. */
  static final String UNKNOWN = "$unknown";

  private SourceType() {}

  static String of(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return UNKNOWN;
    }
    if (type instanceof DeclaredType declared) {
      return declared(declared);
    }
    if (type instanceof ArrayType array) {
      return of(array.getComponentType()) + "[]";
    }
    if (type instanceof TypeVariable variable) {
      return of(variable.getUpperBound());
    }
    if (type instanceof IntersectionType intersection) {
      return of(intersection.getBounds().get(0));
    }
    return type instanceof NullType || type.getKind() == TypeKind.VOID ? "Object" : type.toString();
  }

  /** Whether a type can be written as it is, without anything left out. */
  static boolean isWritable(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isWritable(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror above = wildcard.getExtendsBound();
      TypeMirror below = wildcard.getSuperBound();
      return (above == null || isWritable(above)) && (below == null || isWritable(below));
    }
    if (type instanceof DeclaredType declared) {
      NestingKind kind = ((TypeElement) declared.asElement()).getNestingKind();
      return (kind == NestingKind.TOP_LEVEL || kind == NestingKind.MEMBER)
          && declared.getEnclosingType().getKind() == TypeKind.NONE
          && declared.getTypeArguments().stream().allMatch(SourceType::isWritable);
    }
    return type.getKind().isPrimitive();
  }

  private static String declared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    if (element.getNestingKind() == NestingKind.ANONYMOUS) {
      List<? extends TypeMirror> interfaces = element.getInterfaces();
      return of(interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0));
    }
    String name = element.getQualifiedName().toString();
    if (name.isEmpty()) {
      name = element.getSimpleName().toString();
    }
    List<String> arguments = type.getTypeArguments().stream().map(SourceType::argument).toList();
    name = name.replaceFirst("^\\$cell\\.\\$Cell\\.", "");
    return arguments.isEmpty() ? name : name + "<" + String.join(", ", arguments) + ">";
  }

  private static String argument(TypeMirror type) {
    if (type instanceof WildcardType wildcard) {
      TypeMirror above = wildcard.getExtendsBound();
      TypeMirror below = wildcard.getSuperBound();
      return above != null
          ? "? extends " + of(above)
          : below != null ? "? super " + of(below) : "?";
    }
    // Names itself, perhaps: <T extends Comparable<T>> has no end that could be written.
    return type instanceof TypeVariable || type instanceof IntersectionType ? "?" : of(type);
  }
}
