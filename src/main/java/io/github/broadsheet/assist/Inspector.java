package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Attributed;
import io.github.broadsheet.analysis.Scope;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Writes down what is known of what a name at a position means. */
final class Inspector {
  private final Attributed cell;
  private final Scope scope;
  private final Documentation documentation;

  Inspector(Attributed cell, Scope scope, Documentation documentation) {
    this.cell = cell;
    this.scope = scope;
    this.documentation = documentation;
  }

  Optional<Inspection> at(String code, int position, boolean withSource) {
    Meaning meaning = Meaning.at(cell, code, position);
    if (meaning.members().isEmpty()) {
      return Optional.empty();
    }
    Sheet sheet = new Sheet();
    meaning.members().forEach(member -> sheet.signature(signature(member, meaning.made())));
    Element first = meaning.members().get(0).element();
    value(first).ifPresent(sheet::value);
    documentation
        .of(first)
        .ifPresent(
            entry -> {
              sheet.documentation(DocComment.html(entry.comment()));
              if (withSource) {
                sheet.source(entry.source());
              }
            });
    return Optional.of(sheet.inspection());
  }

  private String signature(Members.Member member, @Nullable TypeMirror made) {
    Element element = member.element();
    String owner = ownerOf(element);
    if (element instanceof ExecutableElement method
        && member.type() instanceof ExecutableType type) {
      boolean makes = method.getKind() == ElementKind.CONSTRUCTOR;
      String name = makes && made != null ? Signatures.type(made) : Signatures.name(method);
      String call = Signatures.call(name, method, type, documentation.parameterNames(method));
      if (makes) {
        return "new " + call;
      }
      String prefix = method.getModifiers().contains(Modifier.STATIC) ? "static " : "";
      String thrown =
          method.getThrownTypes().isEmpty()
              ? ""
              : " throws "
                  + String.join(
                      ", ", method.getThrownTypes().stream().map(Signatures::type).toList());
      return (owner.isEmpty() ? "" : prefix)
          + Signatures.type(type.getReturnType())
          + " "
          + owner
          + call
          + thrown;
    }
    if (element instanceof TypeElement type) {
      String kind = type.getKind().name().toLowerCase(Locale.ROOT);
      String components =
          type.getRecordComponents().stream()
              .map(each -> Signatures.type(each.asType()) + " " + each.getSimpleName())
              .collect(Collectors.joining(", "));
      return kind.replace("annotation_type", "@interface")
          + " "
          + type.asType().toString().replace("$cell.$Cell.", "")
          + (type.getKind() == ElementKind.RECORD ? "(" + components + ")" : "");
    }
    return Signatures.type(member.type()) + " " + owner + element.getSimpleName();
  }

  private static String ownerOf(Element element) {
    return Members.owner(element) instanceof TypeElement owner
            && !Attributed.isSynthetic(owner.getSimpleName())
        ? owner.getSimpleName() + "."
        : "";
  }

  private Optional<String> value(Element element) {
    boolean ofScope =
        element.getKind() == ElementKind.FIELD
            && Attributed.isSynthetic(Members.owner(element).getSimpleName());
    return scope.variables().stream()
        .filter(each -> ofScope && element.getSimpleName().contentEquals(each.name()))
        .findFirst()
        .map(each -> Values.describe(each.value().get()));
  }
}
