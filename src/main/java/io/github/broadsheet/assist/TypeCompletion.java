package io.github.broadsheet.assist;

import com.sun.source.tree.ImportTree;
import io.github.broadsheet.analysis.Attributed;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Suggests types by their simple name, imported or not. */
final class TypeCompletion {
  /** With shorter prefixes hundreds of types would hide the names that are in use. */
  private static final int PREFIX_FOR_IMPORTS = 2;

  private static final int MOST_IMPORTS = 40;
  private static final int IMPORTED = 6;
  static final int OTHER = 20;

  /** Nobody's to use, though public. */
  private static final Pattern INTERNAL =
      Pattern.compile(
          ".*\\.(internal|impl|shaded|thirdparty|repackaged)\\..*|(sun|com\\.sun|jdk)\\..*");

  private final Attributed cell;
  private final ClassIndex index;
  private final Suggestions suggestions;
  private final String prefix;
  private boolean interfaces;
  private final Set<String> imported = new HashSet<>(Set.of("java.lang.*"));

  TypeCompletion(Attributed cell, ClassIndex index, Suggestions suggestions, String prefix) {
    this.cell = cell;
    this.index = index;
    this.suggestions = suggestions;
    this.prefix = prefix;
    for (ImportTree statement : cell.tree().getImports()) {
      if (!statement.isStatic()) {
        imported.add(statement.getQualifiedIdentifier().toString());
      }
    }
  }

  /** From here on only what a class can implement. */
  void interfacesOnly() {
    interfaces = true;
  }

  /** Types that begin with the prefix; those that fit first, and what is imported before others. */
  void add(List<TypeMirror> expected) {
    int others = 0;
    List<String> all = index.startingWith(prefix);
    List<String> meant = all.stream().filter(name -> !index.isIncidental(name)).toList();
    List<String> likeliestFirst =
        (meant.isEmpty() ? all : meant)
            .stream()
                .sorted(Comparator.comparingInt(this::home).thenComparingInt(String::length))
                .toList();
    for (String name : likeliestFirst) {
      if (isImported(name)) {
        TypeElement type = visible(name);
        if (type != null) {
          int rank = IMPORTED + (fits(type, expected) ? 0 : 3) + (isCommon(name) ? 0 : 1);
          suggestions.add(Completion.Item.of(simple(name), "class", name), rank);
        }
      } else if (prefix.length() >= PREFIX_FOR_IMPORTS
          && others < MOST_IMPORTS
          && !INTERNAL.matcher(name).matches()
          && visible(name) != null) {
        others++;
        int exact = simple(name).equals(prefix) ? 0 : 4;
        suggestions.add(
            new Completion.Item(name, simple(name), "class", name, "", "import " + name + ";"),
            OTHER + exact + home(name));
      }
    }
  }

  /** Annotations that begin with the prefix. */
  void addAnnotations() {
    for (String name : index.startingWith(prefix)) {
      TypeElement type = isImported(name) ? visible(name) : null;
      if (type != null && type.getKind() == ElementKind.ANNOTATION_TYPE) {
        suggestions.add(Completion.Item.of(simple(name), "class", name), isCommon(name) ? 0 : 1);
      }
    }
  }

  /** Classes of the package of an expected type that can be made and would fit. */
  void addMakeable(List<TypeMirror> expected) {
    for (TypeMirror wanted : expected) {
      if (wanted instanceof DeclaredType declared) {
        String packageName =
            cell.elements().getPackageOf(declared.asElement()).getQualifiedName().toString();
        for (String simple : index.classes(packageName)) {
          String name = packageName + "." + simple;
          TypeElement type = isImported(name) ? visible(name) : null;
          if (type != null
              && type.getKind() == ElementKind.CLASS
              && !type.getModifiers().contains(Modifier.ABSTRACT)
              && fits(type, expected)) {
            suggestions.add(Completion.Item.of(simple, "class", name), 0);
          }
        }
      }
    }
  }

  /** A class that a cell may name; null if it is not public. */
  @Nullable TypeElement visible(String name) {
    TypeElement type = cell.elements().getTypeElement(name);
    return type != null
            && type.getModifiers().contains(Modifier.PUBLIC)
            && (!interfaces || type.getKind().isInterface())
        ? type
        : null;
  }

  private boolean isImported(String name) {
    return imported.contains(name)
        || imported.contains(name.substring(0, name.lastIndexOf('.')) + ".*");
  }

  private int home(String name) {
    return isCommon(name) ? 0 : name.startsWith("java.") ? 1 : 2;
  }

  private static boolean isCommon(String name) {
    return name.matches("java\\.(lang|util|time|math)\\.[^.]*|tech\\.tablesaw\\.api\\..*");
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private boolean fits(TypeElement type, List<TypeMirror> expected) {
    return expected.isEmpty()
        || expected.stream()
            .anyMatch(
                wanted ->
                    cell.types()
                        .isAssignable(
                            cell.types().erasure(type.asType()), cell.types().erasure(wanted)));
  }
}
