package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Keywords;
import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Token;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/**
 * A variable that is declared again with its type, as when a cell is run again: it is given the new
 * value, as JShell would make another variable and leave what was made of the first, such as a
 * lambda, with the old one.
 *
 * @param piece the assignment, as long as the declaration: its type is left blank
 */
record Reassignment(VarSnippet variable, Piece piece) {
  /** What a piece comes to; null if it declares nothing, something new, or of another type. */
  static @Nullable Reassignment of(Piece declaration, JShell shell) {
    String source = declaration.source();
    List<Token> tokens = Lexer.significant(source);
    int equals = 0;
    while (equals < tokens.size() && !tokens.get(equals).is("=")) {
      if (tokens.get(equals).opens() && !tokens.get(equals).is("[")) {
        return null;
      }
      equals++;
    }
    if (equals < 2
        || equals + 1 >= tokens.size()
        || tokens.get(equals + 1).is("{")
        || !tokens.get(equals - 1).isName()
        || tokens.get(0).is("@")
        || Keywords.MODIFIERS.contains(tokens.get(0).text())
        || declaresMore(tokens, equals)) {
      return null;
    }
    Token name = tokens.get(equals - 1);
    VarSnippet known = variable(name.text(), shell);
    if (known == null) {
      return null;
    }
    String written = source.substring(tokens.get(0).start(), name.start());
    String value = source.substring(tokens.get(equals + 1).start()).replaceFirst("\\s*;\\s*$", "");
    String type =
        written.strip().equals("var")
            ? shell.sourceCodeAnalysis().analyzeType(value, value.length())
            : written;
    if (type == null || !simple(type).equals(simple(known.typeName()))) {
      return null;
    }
    String assignment = source.substring(0, name.start()).replaceAll("\\S", " ");
    return new Reassignment(
        known,
        new Piece(
            declaration.offset(),
            assignment + source.substring(name.start()),
            declaration.length(),
            true,
            false,
            List.of()));
  }

  private static @Nullable VarSnippet variable(String name, JShell shell) {
    return shell
        .variables()
        .filter(each -> each.name().equals(name) && shell.status(each) == Status.VALID)
        .findFirst()
        .orElse(null);
  }

  /** Whether a comma begins another variable, as in {@code int a = 1, b = 2}. */
  private static boolean declaresMore(List<Token> tokens, int equals) {
    int depth = 0;
    for (int i = equals; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      boolean next = depth == 0 && token.is(",") && i + 1 < tokens.size();
      if (next && tokens.get(i + 1).isName()) {
        Token after = i + 2 < tokens.size() ? tokens.get(i + 2) : null;
        if (after == null || after.is("=") || after.is(",") || after.is(";") || after.is("[")) {
          return true;
        }
      }
    }
    return false;
  }

  /** A type without packages and spaces. */
  private static String simple(String type) {
    return type.replaceAll("\\s", "").replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
  }
}
