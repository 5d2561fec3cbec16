package io.github.broadsheet.hint;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Magics;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayList;
import java.util.List;

/** What compiles and is hardly meant. */
public final class Doubts {
  /**
   * One of them.
   *
   * @param start where it begins in the cell, a UTF-16 position
   * @param end where it ends, exclusive
   */
  public record Doubt(int start, int end, String text) {}

  private Doubts() {}

  /** Texts compared as if they were numbers: {@code name == "agent"}. */
  public static List<Doubt> in(String cell) {
    List<Doubt> doubts = new ArrayList<>();
    if (!cell.contains("==") && !cell.contains("!=")) {
      return doubts;
    }
    List<Token> tokens = Lexer.significant(Magics.blank(cell));
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Token sign = tokens.get(i);
      if (!sign.is("==") && !sign.is("!=")) {
        continue;
      }
      boolean before = tokens.get(i - 1).kind() == Token.Kind.STRING;
      boolean after =
          tokens.get(i + 1).kind() == Token.Kind.STRING
              && !(i + 2 < tokens.size() && tokens.get(i + 2).is("."));
      if (before || after) {
        String not = sign.is("!=") ? "!" : "";
        doubts.add(
            new Doubt(
                sign.start(),
                sign.end(),
                sign.text()
                    + " asks whether two texts are one object in memory; "
                    + not
                    + "a.equals(b) compares what they say"));
      }
    }
    return doubts;
  }
}
