package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Magics;
import io.github.broadsheet.analysis.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the import that a suggested type needs in front of the statement in which it is typed, so
 * that its simple name is enough. All suggestions replace one range of the cell: where some need no
 * import and the name is not the first of its statement, the full name is suggested instead.
 */
final class AddedImports {
  /** How much of a statement may be repeated in a list of suggestions. */
  private static final int LONGEST = 60;

  private static final Set<String> CONTINUES = Set.of("else", "catch", "finally", "while");

  private AddedImports() {}

  static Completion placed(Completion completion, String code) {
    List<Completion.Item> items = completion.items();
    if (items.stream().allMatch(each -> each.addedImport() == null)) {
      return completion;
    }
    int statement = statement(code, completion.start());
    boolean first = statement == completion.start();
    boolean all = items.stream().allMatch(each -> each.addedImport() != null);
    if (statement < 0 || !(first || all)) {
      return completion;
    }
    String before = code.substring(statement, completion.start());
    if (before.contains("\n") || before.length() > LONGEST) {
      return completion;
    }
    return new Completion(
        statement, completion.end(), items.stream().map(each -> placed(each, before)).toList());
  }

  private static Completion.Item placed(Completion.Item item, String before) {
    return item.addedImport() == null
        ? item
        : new Completion.Item(
            item.addedImport() + "\n" + before + item.label(),
            item.label(),
            item.kind(),
            item.type(),
            item.signature(),
            item.addedImport());
  }

  /** Where the statement of the cell begins that a name stands in; -1 where that is not plain. */
  private static int statement(String code, int name) {
    String java = Magics.blank(code);
    int start = -1;
    int depth = 0;
    Token last = null;
    for (Token token : Lexer.significant(java)) {
      if (token.start() >= name) {
        break;
      }
      if (depth == 0 && isNext(java, last, token.start(), token)) {
        start = token.start();
      }
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      last = token;
    }
    if (depth == 0 && isNext(java, last, name, null)) {
      start = name;
    }
    // The line of a %time is its own.
    return start < 0 || code.substring(code.lastIndexOf('\n', start - 1) + 1, start).contains("%")
        ? -1
        : start;
  }

  /** Whether a new statement begins after a token. */
  private static boolean isNext(String java, @Nullable Token last, int at, @Nullable Token next) {
    if (last == null || last.is(";")) {
      return true;
    }
    boolean word = next == null || next.kind() != Token.Kind.SYMBOL;
    if (!word || (next != null && CONTINUES.contains(next.text()))) {
      return false;
    }
    boolean ended = last.kind() != Token.Kind.SYMBOL || last.closes();
    return last.is("}") || (ended && java.substring(last.end(), at).contains("\n"));
  }
}
