package io.github.broadsheet.run;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.UnaryTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of a parameter.
 *
 * @param kind of the value, or of the elements
 * @param list whether it is a list of such values
 */
record ParameterType(ParameterKind kind, boolean list) {

  /** The type of a declared variable; empty if a command line cannot give a value of it. */
  static Optional<ParameterType> of(Declared variable) {
    if (variable.type().equals("var")) {
      return Optional.ofNullable(variable.initializer()).flatMap(ParameterType::ofValue);
    }
    String type =
        variable
            .type()
            .replace("java.util.", "")
            .replace("java.lang.", "")
            .replace("java.time.", "")
            .replace(" ", "");
    if (type.startsWith("List<") && type.endsWith(">")) {
      return ParameterKind.named(type.substring("List<".length(), type.length() - 1))
          .map(kind -> new ParameterType(kind, true));
    }
    return ParameterKind.named(type).map(kind -> new ParameterType(kind, false));
  }

  private static Optional<ParameterType> ofValue(ExpressionTree value) {
    if (value instanceof UnaryTree signed) {
      return ofValue(signed.getExpression());
    }
    if (value instanceof LiteralTree literal) {
      return kind(literal.getValue()).map(kind -> new ParameterType(kind, false));
    }
    if (value instanceof MethodInvocationTree call) {
      String method = call.getMethodSelect().toString();
      if (method.matches("(java\\.time\\.)?LocalDate\\.(of|parse|now)")) {
        return Optional.of(new ParameterType(ParameterKind.DATE, false));
      }
      if (method.matches("(java\\.util\\.)?(List\\.of|Arrays\\.asList)")
          && !call.getArguments().isEmpty()) {
        return ofElements(call.getArguments());
      }
    }
    return Optional.empty();
  }

  private static Optional<ParameterType> ofElements(List<? extends ExpressionTree> elements) {
    List<Optional<ParameterType>> types =
        elements.stream().map(ParameterType::ofValue).distinct().toList();
    return types.size() == 1
        ? types
            .get(0)
            .filter(type -> !type.list())
            .map(type -> new ParameterType(type.kind(), true))
        : Optional.empty();
  }

  private static Optional<ParameterKind> kind(@Nullable Object literal) {
    return literal == null
        ? Optional.empty()
        : ParameterKind.named(literal.getClass().getSimpleName());
  }

  /**
   * The value as Java source.
   *
   * @throws IllegalArgumentException if the text is no such value
   */
  String literal(String text) {
    if (!list) {
      return kind.literal(text);
    }
    return ListText.elements(text).stream()
        .map(kind::literal)
        .collect(Collectors.joining(", ", "java.util.List.<" + kind.boxed() + ">of(", ")"));
  }

  /** What is expected, such as {@code whole numbers, such as 3,5}. */
  String expected(String name) {
    return list
        ? "a list with commas, such as -p " + name + "=" + kind.example() + "," + kind.example()
        : kind.expected() + ", such as -p " + name + "=" + kind.example();
  }
}
