package io.github.broadsheet.run;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a single value of a parameter can be, and how Java writes it. */
enum ParameterKind {
  TEXT("String", Set.of("String"), "text", "agents", JavaText::quoted),
  INT(
      "Integer",
      Set.of("int", "Integer"),
      "a whole number",
      "10",
      text -> String.valueOf(Integer.parseInt(text))),
  LONG("Long", Set.of("long", "Long"), "a whole number", "10", text -> Long.parseLong(text) + "L"),
  DOUBLE(
      "Double",
      Set.of("double", "Double"),
      "a number",
      "0.5",
      text -> number(Double.parseDouble(text))),
  FLOAT(
      "Float",
      Set.of("float", "Float"),
      "a number",
      "0.5",
      text -> "(float) " + number(Float.parseFloat(text))),
  BOOLEAN("Boolean", Set.of("boolean", "Boolean"), "true or false", "true", ParameterKind::truth),
  DATE(
      "java.time.LocalDate",
      Set.of("LocalDate"),
      "a day that exists, as year-month-day",
      "2025-09-01",
      text -> "java.time.LocalDate.parse(\"" + LocalDate.parse(text) + "\")");

  private final String boxed;
  private final Set<String> types;
  private final String expected;
  private final String example;
  private final UnaryOperator<String> literal;

  ParameterKind(
      String boxed,
      Set<String> types,
      String expected,
      String example,
      UnaryOperator<String> literal) {
    this.boxed = boxed;
    this.types = types;
    this.expected = expected;
    this.example = example;
    this.literal = literal;
  }

  /** The kind of a Java type by its simple name. */
  static Optional<ParameterKind> named(String type) {
    return Arrays.stream(values()).filter(kind -> kind.types.contains(type)).findFirst();
  }

  /** Its type as a list needs it. */
  String boxed() {
    return boxed;
  }

  String expected() {
    return expected;
  }

  String example() {
    return example;
  }

  /** The value as Java source; an exception if the text is no such value. */
  String literal(String text) {
    return literal.apply(text);
  }

  private static String truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return String.valueOf(value);
  }
}
