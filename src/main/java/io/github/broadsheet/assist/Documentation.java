package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Attributed;
import io.github.broadsheet.analysis.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What the sources say of declarations. */
final class Documentation {
  private final Attributed cell;
  private final Sources sources;
  private final Scope scope;

  Documentation(Attributed cell, Sources sources, Scope scope) {
    this.cell = cell;
    this.sources = sources;
    this.scope = scope;
  }

  /** The comment and source of a declaration; the comment of what it overrides if it has none. */
  Optional<SourceFile.Entry> of(Element element) {
    Optional<SourceFile.Entry> own = entry(element);
    if (own.filter(SourceFile.Entry::hasComment).isPresent()
        || !(element instanceof ExecutableElement method)
        || !(element.getEnclosingElement() instanceof TypeElement owner)) {
      return own;
    }
    for (TypeMirror above : supertypes(owner.asType())) {
      if (cell.types().asElement(above) instanceof TypeElement type) {
        for (Element each : type.getEnclosedElements()) {
          if (each instanceof ExecutableElement overridden
              && cell.elements().overrides(method, overridden, owner)) {
            Optional<SourceFile.Entry> inherited = entry(overridden);
            if (inherited.filter(SourceFile.Entry::hasComment).isPresent()) {
              return inherited.map(found -> own.map(found::withSourceOf).orElse(found));
            }
          }
        }
      }
    }
    return own;
  }

  /**
   * The names of a method's parameters. A class file has none for abstract methods; the source has,
   * and where it is missing the names are empty.
   */
  List<String> parameterNames(ExecutableElement method) {
    List<String> names =
        method.getParameters().stream()
            .map(parameter -> parameter.getSimpleName().toString())
            .toList();
    if (names.stream().noneMatch(name -> name.matches("arg\\d+"))) {
      return names;
    }
    return entry(method)
        .map(SourceFile.Entry::parameters)
        .filter(found -> found.size() == names.size())
        .orElse(names.stream().map(name -> "").toList());
  }

  private List<TypeMirror> supertypes(TypeMirror type) {
    List<TypeMirror> all = new ArrayList<>();
    for (TypeMirror above : cell.types().directSupertypes(type)) {
      all.add(above);
      all.addAll(supertypes(above));
    }
    return all;
  }

  private Optional<SourceFile.Entry> entry(Element element) {
    Element top = element;
    while (top != null && !(top instanceof TypeElement type && isTopLevel(type))) {
      top = top.getEnclosingElement();
    }
    if (!(top instanceof TypeElement type)) {
      return Optional.empty();
    }
    if (Attributed.isSynthetic(type.getSimpleName())) {
      return sources.ofCells(type.getSimpleName().toString(), scope).of(element);
    }
    ModuleElement module = cell.elements().getModuleOf(type);
    String name = module == null ? "" : module.getQualifiedName().toString();
    return sources
        .of(name, type.getQualifiedName().toString(), scope.classPath())
        .flatMap(file -> file.of(element));
  }

  private static boolean isTopLevel(TypeElement type) {
    return Members.owner(type).getKind() == ElementKind.PACKAGE;
  }
}
