package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words of the language that may stand only after certain others. */
final class ContextWords {
  private static final Set<String> HEADERS = Set.of("class", "interface", "record", "enum");

  private final List<Token> before;

  private ContextWords(List<Token> before) {
    this.before = before;
  }

  /**
   * The words that may follow.
   *
   * @param before the tokens before the cursor, without comments
   */
  static List<String> after(List<Token> before) {
    return before.isEmpty() ? List.of() : new ContextWords(before).words();
  }

  private List<String> words() {
    int end = before.size() - 1;
    Token last = before.get(end);
    List<String> words = new ArrayList<>();
    if (last.is("}")) {
      words.addAll(afterBlock(headOf(opener(end))));
    }
    if (last.is(";") || last.is("{") || last.is("}")) {
      int around = enclosing(end);
      if (around >= 0 && is(headOf(around), "switch")) {
        words.addAll(List.of("case", "default"));
      }
    } else if (isHeader(end)) {
      words.addAll(List.of("extends", "implements"));
    } else if (last.is(")")) {
      words.addAll(List.of("instanceof", "throws"));
    } else if (last.isName() || last.is("]")) {
      words.add("instanceof");
    }
    return words;
  }

  private List<String> afterBlock(int head) {
    if (is(head, "if")) {
      return List.of("else");
    }
    if (is(head, "do")) {
      return List.of("while");
    }
    return is(head, "try") || is(head, "catch") ? List.of("catch", "finally") : List.of();
  }

  /** The word that a block belongs to: {@code if} of {@code if (…) {}}. */
  private int headOf(int opener) {
    int head = opener - 1;
    return is(head, ")") ? opener(head) - 1 : head;
  }

  /** Where the bracket that closes here was opened, or -1. */
  private int opener(int closer) {
    int depth = 0;
    for (int i = closer; i >= 0; i--) {
      depth += before.get(i).closes() ? 1 : before.get(i).opens() ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The brace around a place, or -1. */
  private int enclosing(int end) {
    int depth = 0;
    for (int i = end; i >= 0; i--) {
      depth += before.get(i).closes() ? 1 : before.get(i).opens() ? -1 : 0;
      if (depth < 0) {
        return before.get(i).is("{") ? i : -1;
      }
    }
    return -1;
  }

  /** Whether what ends here is the head of a type, without its body. */
  private boolean isHeader(int end) {
    for (int i = end; i > 0; i--) {
      Token token = before.get(i);
      if (token.is(";") || token.is("{") || token.is("}")) {
        return false;
      }
      if (HEADERS.contains(before.get(i - 1).text()) && token.isName()) {
        return !before.get(end).is(",") && !before.get(end).is("(");
      }
    }
    return false;
  }

  private boolean is(int index, String word) {
    return index >= 0 && before.get(index).is(word);
  }
}
