package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;

/**
 * One snippet of a cell: a declaration, a statement or an expression.
 *
 * @param offset where it starts in the cell
 * @param source what JShell is given: the cell's text, with the last semicolon if that was missing,
 *     and words that JShell needs
 * @param length how much of the cell it is
 * @param complete whether it can be compiled; if not, the rest of the cell is in it too
 * @param shown whether its value is to be shown if it is the last: not if a semicolon ends it
 * @param inserted the words of the source that the cell has not
 */
record Piece(
    int offset,
    String source,
    int length,
    boolean complete,
    boolean shown,
    List<Insertion> inserted) {
  private static final Pattern DECLARATION =
      Pattern.compile(
          "import\\s"
              + "|(?!(?:if|for|while|do|try|switch|synchronized|else|return|new|throw)\\b)"
              + "[^={};\"'(]*(?:\\b(?:class|interface|enum|record)\\s|[\\w>\\]]\\s+\\w+\\s*\\([^;={}]*\\{)");

  private static final Pattern RETURN = Pattern.compile("return\\b");

  /** The pieces of a cell in the order of the text, without what is only blank or comment. */
  static List<Piece> split(SourceCodeAnalysis analysis, String code) {
    List<Piece> pieces = cut(analysis, code);
    List<String> sources = pieces.stream().map(Piece::source).toList();
    return pieces.stream().map(piece -> piece.fitted(sources)).toList();
  }

  /** With the words that JShell needs, as it does not see the rest of the cell. */
  private Piece fitted(List<String> sources) {
    List<Insertion> missing = new ArrayList<>(Constructors.closed(source));
    missing.addAll(Sealed.permits(source, sources));
    List<Insertion> sorted = Insertion.sorted(missing);
    return sorted.isEmpty()
        ? this
        : new Piece(offset, Insertion.into(source, sorted), length, complete, shown, sorted);
  }

  private static List<Piece> cut(SourceCodeAnalysis analysis, String code) {
    List<Token> tokens = Lexer.significant(code);
    List<Piece> pieces = new ArrayList<>();
    int next = 0;
    while (true) {
      while (next < tokens.size() && tokens.get(next).is(";")) {
        next++;
      }
      if (next == tokens.size()) {
        return pieces;
      }
      int offset = tokens.get(next).start();
      String rest = code.substring(offset);
      CompletionInfo info = analysis.analyzeCompletion(rest);
      Completeness completeness = info.completeness();
      String source = info.source();
      if (source == null || completeness == Completeness.UNKNOWN) {
        pieces.add(new Piece(offset, rest, rest.length(), false, false, List.of()));
        return pieces;
      }
      int length = Math.min(rest.length(), rest.length() - info.remaining().length());
      while (next < tokens.size() && tokens.get(next).start() < offset + length) {
        next++;
      }
      boolean shown = !tokens.get(next - 1).is(";");
      pieces.add(new Piece(offset, source, length, true, shown, List.of()));
    }
  }

  /** All of a cell as one, without the comments around it; empty if it has nothing else. */
  static Piece whole(String code) {
    List<Token> tokens = Lexer.significant(code);
    if (tokens.isEmpty()) {
      return new Piece(0, "", 0, false, false, List.of());
    }
    Token last = tokens.get(tokens.size() - 1);
    int offset = tokens.get(0).start();
    String source = code.substring(offset, last.end());
    return new Piece(offset, source, source.length(), true, !last.is(";"), List.of());
  }

  /** Where a position of the source is in the cell. */
  int toCell(long position) {
    return offset + (int) Math.max(0, Math.min(Insertion.before(position, inserted), length));
  }

  /** Whether this looks like a method, a type or an import: it can be evaluated first. */
  boolean declares() {
    return DECLARATION.matcher(source).lookingAt();
  }

  /** Whether it may run for long: then others want to know before what the cell has declared. */
  boolean mayTakeLong() {
    return source.contains("(") && !declares();
  }

  /** The complaint about what JShell takes and does something else with; null if there is none. */
  @Nullable Problem misled() {
    Problem returned = returned();
    return returned == null ? ofItself() : returned;
  }

  /** JShell takes a return and forgets it. */
  private @Nullable Problem returned() {
    if (!RETURN.matcher(source).lookingAt()) {
      return null;
    }
    return new Problem(
        offset,
        offset + "return".length(),
        "compiler.err.ret.outside.meth",
        "a cell returns nothing: its value is that of its last expression, written without return",
        true);
  }

  /** {@code int a = a + 1} begins with 0, whatever {@code a} was before. */
  private @Nullable Problem ofItself() {
    List<Token> tokens = Lexer.significant(source);
    int equals = 0;
    while (equals < tokens.size() && !tokens.get(equals).is("=")) {
      Token token = tokens.get(equals++);
      if (token.opens() || token.is("->")) {
        return null;
      }
    }
    if (equals < 2 || equals >= tokens.size() || !isDeclared(tokens, equals - 1)) {
      return null;
    }
    String name = tokens.get(equals - 1).text();
    for (int i = equals + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is("->") || token.is("{") || token.is("::") || token.is(",")) {
        return null; // What comes now may be run later, when there is a value.
      }
      if (token.is(name) && begins(source, tokens, i)) {
        return null; // The declaration ended on the line before, where its semicolon is missing.
      }
      if (token.is(name) && !tokens.get(i - 1).is(".") && !followedBy(tokens, i, "(")) {
        int start = toCell(token.start());
        return new Problem(
            start, start + name.length(), "self-reference", selfReference(name), true);
      }
    }
    return null;
  }

  private static boolean isDeclared(List<Token> tokens, int at) {
    Token before = tokens.get(at - 1);
    boolean type = before.kind() == Token.Kind.WORD || before.is(">") || before.is("]");
    return tokens.get(at).isName() && type;
  }

  /** Whether a name follows a value on a new line: only a statement begins so. */
  private static boolean begins(String source, List<Token> tokens, int at) {
    Token before = tokens.get(at - 1);
    boolean value =
        before.isName()
            || before.is(")")
            || before.is("]")
            || before.kind() == Token.Kind.NUMBER
            || before.kind() == Token.Kind.STRING;
    return value && source.substring(before.end(), tokens.get(at).start()).contains("\n");
  }

  private static boolean followedBy(List<Token> tokens, int at, String text) {
    return at + 1 < tokens.size() && tokens.get(at + 1).is(text);
  }

  private static String selfReference(String name) {
    return name
        + " has no value yet in its own declaration: to change the "
        + name
        + " of before write '"
        + name
        + " = …' without a type, or give the new one another name";
  }

  /** The complaint about a package line, if the cell has one here. */
  @Nullable Problem packageLine(String code) {
    if (!source.matches("(?s)package\\s+[\\w.]+\\s*;?.*")) {
      return null;
    }
    int end = code.indexOf(';', offset);
    return new Problem(
        offset,
        end < 0 ? offset + length : end + 1,
        "package",
        "a cell is in no package; leave the package line out",
        true);
  }
}
