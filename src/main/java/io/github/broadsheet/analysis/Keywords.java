package io.github.broadsheet.analysis;

import java.util.List;
import java.util.Set;

/** The words of the language (JLS §3.9), by where they may stand. */
public final class Keywords {
  /** The primitive types. */
  public static final List<String> PRIMITIVES =
      List.of("boolean", "byte", "char", "double", "float", "int", "long", "short");

  /** Words with which a statement or a declaration begins. */
  public static final List<String> STATEMENT =
      List.of(
          "abstract",
          "assert",
          "break",
          "class",
          "continue",
          "do",
          "enum",
          "final",
          "for",
          "if",
          "import",
          "interface",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "static",
          "synchronized",
          "throw",
          "try",
          "var",
          "void",
          "while",
          "yield");

  /** Words with which an expression begins. */
  public static final List<String> EXPRESSION =
      List.of("false", "new", "null", "super", "switch", "this", "true");

  /** Words that may stand before a declaration. */
  public static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "protected",
          "private",
          "static",
          "final",
          "abstract",
          "sealed",
          "strictfp",
          "default",
          "transient",
          "volatile",
          "native",
          "synchronized");

  /** Words that are never a name. */
  static final Set<String> RESERVED =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "void",
          "volatile",
          "while");

  private Keywords() {}
}
