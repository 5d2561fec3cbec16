package io.github.broadsheet.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a cell that are not Java but commands to the kernel: they begin with {@code %} where
 * a statement may begin. The {@code %} of {@code a\n% b} is Java and stays it.
 */
public final class Magics {
  /** Cell magics whose body is Java all the same. */
  private static final Set<String> JAVA_BODY = Set.of("%%time");

  /** Magics that are followed by Java. */
  private static final Set<String> JAVA_ARGUMENTS = Set.of("%time");

  /** After an expression: two words in a row, which no remainder has. */
  private static final Pattern NO_REMAINDER = Pattern.compile("%[A-Za-z]\\w*[ \\t]+[\\w\"'~$].*");

  private static final Pattern CANDIDATE = Pattern.compile("(?m)^[ \\t]*%");

  private Magics() {}

  /** The magics of a cell, in order. */
  public static List<Magic> in(String cell) {
    List<Magic> magics = new ArrayList<>();
    if (cell.indexOf('%') >= 0) {
      find(cell, magics);
    }
    return magics;
  }

  /** The cell with its magics turned to spaces, so that every position stays. */
  public static String blank(String cell) {
    return cell.indexOf('%') < 0 ? cell : find(cell, new ArrayList<>());
  }

  /** Whether the position is in what {@link #blank} takes out. */
  public static boolean at(String cell, int position) {
    return in(cell).stream()
        .anyMatch(
            magic ->
                cell.lastIndexOf('\n', magic.start()) < position
                    && position <= javaStart(magic, cell));
  }

  // What a magic says is no Java: it must be gone before the text after it is cut into tokens.
  private static String find(String cell, List<Magic> magics) {
    StringBuilder java = new StringBuilder(cell);
    var candidate = CANDIDATE.matcher(cell);
    int from = 0;
    while (from < cell.length() && candidate.find(from)) {
      int start = candidate.end() - 1;
      Magic magic = magic(cell, java.substring(0, start), start);
      from = lineEnd(cell, start);
      if (magic != null) {
        magics.add(magic);
        from = magic.end();
        blank(java, start, javaStart(magic, cell));
        if (magic.afterJava()) {
          java.setCharAt(start, ';');
        }
      }
    }
    return java.toString();
  }

  /** Where what a magic blanks ends: a statement after it stays where it is one by itself. */
  private static int javaStart(Magic magic, String cell) {
    boolean isStatement =
        magic.arguments().endsWith(";")
            || magic.arguments().endsWith("}")
            || cell.substring(magic.end()).isBlank();
    return JAVA_ARGUMENTS.contains(magic.name()) && isStatement
        ? magic.start() + magic.name().length()
        : magic.end();
  }

  private static @Nullable Magic magic(String cell, String before, int start) {
    List<Token> tokens = Lexer.tokens(before);
    int depth = 0;
    for (Token token : tokens) {
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
    }
    boolean inside = !tokens.isEmpty() && isOpen(tokens.get(tokens.size() - 1), before);
    if (depth != 0 || inside) {
      return null;
    }
    tokens.removeIf(token -> token.kind() == Token.Kind.COMMENT);
    String last = tokens.isEmpty() ? ";" : tokens.get(tokens.size() - 1).text();
    boolean afterJava = !last.equals(";") && !last.equals("}");
    int lineEnd = lineEnd(cell, start);
    String line = cell.substring(start, lineEnd).strip();
    if (afterJava && !NO_REMAINDER.matcher(line).matches()) {
      return null;
    }
    String[] words = line.split("\\s+", 2);
    boolean leads = tokens.isEmpty();
    boolean whole = leads && words[0].startsWith("%%") && !JAVA_BODY.contains(words[0]);
    return new Magic(
        start,
        whole ? cell.length() : lineEnd,
        leads,
        afterJava,
        words[0],
        words.length > 1 ? words[1] : "",
        whole ? cell.substring(Math.min(cell.length(), lineEnd + 1)) : "");
  }

  private static boolean isOpen(Token token, String text) {
    boolean block = token.kind() == Token.Kind.COMMENT && token.text().startsWith("/*");
    return !token.closed()
        && token.end() == text.length()
        && (block || token.kind() == Token.Kind.TEXT_BLOCK);
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        text.setCharAt(i, ' ');
      }
    }
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
