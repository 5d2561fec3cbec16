package io.github.broadsheet.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One expression or statement of a cell, to be compiled to a class of its own with a method {@code
 * do_it$}.
 *
 * @param imports what it sees, as one line
 * @param className the simple name of the class
 * @param code as written, without the semicolon of an expression
 * @param value whether the method is to give the value of an expression
 */
public record Fragment(String imports, String className, String code, boolean value) {
  /** What JShell calls the method, too. */
  public static final String METHOD = "do_it$";

  /** The line of the class at which the code begins. */
  public static final int FIRST_LINE = 2;

  private static final Set<String> DECLARING =
      Set.of(
          "import",
          "package",
          "class",
          "interface",
          "enum",
          "record",
          "var",
          "void",
          "return",
          "@",
          "<");

  /**
   * What it was compiled to.
   *
   * @param classes by full name
   * @param type of the value, as it can be written; null if it gives none
   */
  public record Compiled(Map<String, byte[]> classes, @Nullable String type) {}

  /** A look at the words, so that javac need not read what is a declaration, or more than one. */
  public static boolean mayBe(List<Token> code) {
    Tokens tokens = new Tokens(code);
    if (tokens.size() == 0
        || DECLARING.contains(tokens.text(0))
        || Keywords.MODIFIERS.contains(tokens.text(0))
        || tokens.isName(Math.max(0, tokens.afterType(0)))) {
      return false;
    }
    for (int i = 0; i + 1 < tokens.size(); i = tokens.after(i)) {
      if (tokens.is(i, ";")) {
        return false;
      }
    }
    return true;
  }

  /** The same of an expression that has no value. */
  Fragment asStatement() {
    return new Fragment(imports, className, code + "\n;", false);
  }

  /** The source of the class. */
  String source() {
    String head = "package " + CellClasses.PACKAGE + "; " + imports + " class " + className;
    // Not Throwable: what names that is searched for loops that catch all that stops them.
    String method = " { public static %s " + METHOD + "() throws java.lang.Exception { ";
    return value
        ? head
            + String.format(method, "java.lang.Object")
            + "var $value =\n"
            + code
            + "\n; return $value; } }"
        : head + String.format(method, "void") + "\n" + code + "\n} }";
  }
}
