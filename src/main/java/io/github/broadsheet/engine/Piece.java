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
 *     and {@code public} where JShell needs it
 * @param length how much of the cell it is
 * @param complete whether it can be compiled; if not, the rest of the cell is in it too
 * @param shown whether its value is to be shown if it is the last: not if a semicolon ends it
 * @param opened where the source has a {@code public} that the cell has not
 */
record Piece(
    int offset, String source, int length, boolean complete, boolean shown, List<Integer> opened) {
  private static final Pattern DECLARATION =
      Pattern.compile(
          "import\\s"
              + "|(?!(?:if|for|while|do|try|switch|synchronized|else|return|new|throw)\\b)"
              + "[^={};\"'(]*(?:\\b(?:class|interface|enum|record)\\s|[\\w>\\]]\\s+\\w+\\s*\\([^;={}]*\\{)");

  private static final Pattern RETURN = Pattern.compile("return\\b");

  /** The pieces of a cell in the order of the text, without what is only blank or comment. */
  static List<Piece> split(SourceCodeAnalysis analysis, String code) {
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
      List<Integer> closed = Constructors.closed(source);
      String open = Constructors.opened(source, closed);
      pieces.add(new Piece(offset, open, length, true, shown, closed));
    }
  }

  /** Where a position of the source is in the cell. */
  int toCell(long position) {
    return offset + (int) Math.max(0, Math.min(Constructors.before(position, opened), length));
  }

  /** Whether this looks like a method, a type or an import: it can be evaluated first. */
  boolean declares() {
    return DECLARATION.matcher(source).lookingAt();
  }

  /** The complaint about a return, which JShell takes and forgets, if the cell has one here. */
  @Nullable Problem returned() {
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
