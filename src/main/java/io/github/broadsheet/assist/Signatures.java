package io.github.broadsheet.assist;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Types and methods as a reader writes them: simple names, parameters with their names. */
final class Signatures {
  private Signatures() {}

  /** {@code Map<String, Integer>} rather than {@code java.util.Map<java.lang.String,…>}. */
  static String type(TypeMirror type) {
    return type.toString()
        .replaceAll("\\$(cell|Cell|\\d+)\\.", "")
        .replaceAll("@[\\w.]+(\\([^)]*\\))? ?", "")
        .replaceAll("\\b(?:[a-z_$][\\w$]*\\.)+(?=[A-Z$])", "")
        .replaceAll("capture#\\d+ of ", "")
        .replaceAll(",(?=\\S)", ", ");
  }

  /** {@code name(Type first, Type... more)}, with the types that the receiver gives them. */
  static String call(String name, ExecutableElement method, ExecutableType as, List<String> names) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      TypeMirror type = as.getParameterTypes().get(i);
      boolean variable = method.isVarArgs() && i == method.getParameters().size() - 1;
      String shown =
          variable && type instanceof ArrayType array
              ? type(array.getComponentType()) + "..."
              : type(type);
      parameters.add((shown + " " + names.get(i)).strip());
    }
    return name + "(" + String.join(", ", parameters) + ")";
  }

  /** The name under which a method is called: a constructor has that of its class. */
  static String name(ExecutableElement method) {
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? Members.owner(method).getSimpleName().toString()
        : method.getSimpleName().toString();
  }
}
