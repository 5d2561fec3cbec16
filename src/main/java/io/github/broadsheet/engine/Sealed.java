package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sealed types of a cell that do not say what they permit. In a file javac finds that out; JShell
 * compiles each type alone.
 */
final class Sealed {
  private Sealed() {}

  /** What a source must say of the other types of its cell that are its own; nothing if it does. */
  static List<Insertion> permits(String source, List<String> others) {
    if (!source.contains("sealed")) {
      return List.of();
    }
    List<Token> head = head(source);
    int name = named(head);
    if (name < 0
        || head.stream().noneMatch(token -> token.is("sealed"))
        || head.stream().anyMatch(token -> token.is("permits"))) {
      return List.of();
    }
    String sealed = head.get(name).text();
    List<String> own = new ArrayList<>();
    for (String other : others) {
      List<Token> tokens = head(other);
      int at = named(tokens);
      if (at >= 0 && tokens.subList(at + 1, tokens.size()).stream().anyMatch(t -> t.is(sealed))) {
        own.add(tokens.get(at).text());
      }
    }
    return own.isEmpty()
        ? List.of()
        : List.of(
            new Insertion(
                head.get(head.size() - 1).start(),
                own.stream().distinct().collect(Collectors.joining(", ", "permits ", " "))));
  }

  /** Up to the brace, with it. */
  private static List<Token> head(String source) {
    List<Token> tokens = Lexer.significant(source);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("{")) {
        return tokens.subList(0, i + 1);
      }
    }
    return List.of();
  }

  private static int named(List<Token> head) {
    for (int i = 0; i + 1 < head.size(); i++) {
      Token token = head.get(i);
      boolean declares = token.is("class") || token.is("interface") || token.is("record");
      if ((declares || token.is("enum")) && head.get(i + 1).isName()) {
        return i + 1;
      }
    }
    return -1;
  }
}
