package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Analyzer;
import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Magics;
import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Decides whether a cell is complete: by its brackets first, then by javac's parser. */
final class CompletenessCheck {
  private static final String STEP = "    ";
  private static final Set<String> HEADS = Set.of("if", "for", "while", "else", "do", "try");

  /** Names of javac's errors that more text cures, if they stand at the end. */
  private static final Set<String> CURABLE =
      Set.of(
          "compiler.err.premature.eof",
          "compiler.err.expected",
          "compiler.err.expected2",
          "compiler.err.expected3",
          "compiler.err.expected4",
          "compiler.err.illegal.start.of.expr",
          "compiler.err.illegal.start.of.stmt",
          "compiler.err.illegal.start.of.type",
          "compiler.err.try.without.catch.finally.or.resource.decls",
          "compiler.err.class.method.or.field.expected",
          "compiler.err.array.dimension.missing",
          "compiler.err.not.stmt");

  private CompletenessCheck() {}

  static Completeness of(Analyzer analyzer, String code) {
    String java = Magics.blank(code);
    List<Token> all = Lexer.tokens(java);
    for (Token token : all) {
      if (!token.closed() && isOpenToTheEnd(token, java)) {
        return incomplete(code, java);
      }
      if (!token.closed() && token.kind() != Token.Kind.COMMENT) {
        return Completeness.of(Completeness.State.INVALID);
      }
    }
    List<Token> tokens = Lexer.significant(java);
    if (tokens.isEmpty()) {
      return Completeness.of(Completeness.State.COMPLETE);
    }
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token.opens()) {
        open.push(token);
      } else if (token.closes() && (open.isEmpty() || !token.is(open.pop().closer()))) {
        return Completeness.of(Completeness.State.INVALID);
      }
    }
    int end = tokens.get(tokens.size() - 1).end();
    List<Problem> problems = analyzer.syntaxProblems(code);
    for (Problem problem : problems) {
      boolean atEnd = problem.end() >= end && CURABLE.contains(problem.code());
      boolean headOnly =
          problem.code().equals("compiler.err.try.without.catch.finally.or.resource.decls");
      if (!atEnd && !headOnly) {
        return Completeness.of(Completeness.State.INVALID);
      }
    }
    return open.isEmpty() && problems.isEmpty() && !endsWithHead(tokens)
        ? Completeness.of(Completeness.State.COMPLETE)
        : incomplete(code, java);
  }

  private static boolean isOpenToTheEnd(Token token, String code) {
    boolean block =
        token.kind() == Token.Kind.TEXT_BLOCK
            || (token.kind() == Token.Kind.COMMENT && token.text().startsWith("/*"));
    return block && token.end() == code.length();
  }

  /**
   * {@code if (x)}, {@code for (…)}, {@code else}: javac would take a lone semicolon for its body.
   */
  private static boolean endsWithHead(List<Token> tokens) {
    int last = tokens.size() - 1;
    if (tokens.get(last).is(")")) {
      int depth = 0;
      do {
        depth += tokens.get(last).is(")") ? 1 : tokens.get(last).is("(") ? -1 : 0;
        last--;
      } while (depth > 0 && last >= 0);
      boolean closesDo = last > 0 && tokens.get(last).is("while") && tokens.get(last - 1).is("}");
      return last >= 0 && HEADS.contains(tokens.get(last).text()) && !closesDo;
    }
    Token token = tokens.get(last);
    return token.is("else") || token.is("do");
  }

  /** The indent of the last line, one step more after a line that opens something. */
  private static Completeness incomplete(String code, String java) {
    String[] lines = code.stripTrailing().split("\n", -1);
    String line = lines[lines.length - 1];
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    List<Token> tokens = Lexer.significant(java.stripTrailing());
    boolean opens =
        !tokens.isEmpty() && (tokens.get(tokens.size() - 1).opens() || endsWithHead(tokens));
    return new Completeness(Completeness.State.INCOMPLETE, opens ? indent + STEP : indent);
  }
}
