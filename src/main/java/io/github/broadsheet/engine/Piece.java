package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Problem;
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
 * @param source what JShell is given, with the last semicolon if that was missing
 * @param length how much of the cell it is
 * @param complete whether it can be compiled; if not, the rest of the cell is in it too
 * @param shown whether its value is to be shown if it is the last: not if a semicolon ends it
 */
record Piece(int offset, String source, int length, boolean complete, boolean shown) {
  private static final Pattern BLANK =
      Pattern.compile("(?:\\s|;|//[^\\n]*(?:\\n|$)|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "import\\s"
              + "|(?!(?:if|for|while|do|try|switch|synchronized|else|return|new|throw)\\b)"
              + "[^={};\"'(]*(?:\\b(?:class|interface|enum|record)\\s|[\\w>\\]]\\s+\\w+\\s*\\([^;={}]*\\{)");
  private static final Pattern TRAILING =
      Pattern.compile(
          "\"\"\"(?:\\\\.|[^\\\\])*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'|//[^\\n]*|/\\*(?:[^*]|\\*(?!/))*+\\*/|(\\S)",
          Pattern.DOTALL);

  /** The pieces of a cell in the order of the text, without what is only blank or comment. */
  static List<Piece> split(SourceCodeAnalysis analysis, String code) {
    List<Piece> pieces = new ArrayList<>();
    int offset = 0;
    while (true) {
      var blank = BLANK.matcher(code).region(offset, code.length());
      offset = blank.lookingAt() ? blank.end() : offset;
      if (offset == code.length()) {
        return pieces;
      }
      String rest = code.substring(offset);
      CompletionInfo info = analysis.analyzeCompletion(rest);
      Completeness completeness = info.completeness();
      String source = info.source();
      if (source == null || completeness == Completeness.UNKNOWN) {
        pieces.add(new Piece(offset, rest, rest.length(), false, false));
        return pieces;
      }
      int length = Math.min(rest.length(), rest.length() - info.remaining().length());
      pieces.add(
          new Piece(offset, source, length, true, !endsStatement(rest.substring(0, length))));
      offset += length;
    }
  }

  /** Whether this looks like a method, a type or an import: it can be evaluated first. */
  boolean declares() {
    return DECLARATION.matcher(source).lookingAt();
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

  /** Whether the last thing that is no comment is a semicolon. */
  private static boolean endsStatement(String text) {
    var token = TRAILING.matcher(text);
    String last = "";
    while (token.find()) {
      String found = token.group();
      if (!found.startsWith("//") && !found.startsWith("/*")) {
        last = found;
      }
    }
    return last.equals(";");
  }
}
