package io.github.broadsheet.magic;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The arguments of a magic: words between spaces, in quotes if they contain some. */
final class Words {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  private Words() {}

  static List<String> of(String arguments) {
    return WORD.matcher(arguments).results().map(Words::text).toList();
  }

  /** Where the word that ends at a cursor begins, a quote before it left out. */
  static int start(String code, int from, int cursor) {
    int start = cursor;
    char quote = 0;
    for (int i = from; i < cursor; i++) {
      char c = code.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
        start = quote == 0 ? cursor : start;
      } else if (c == '"' || c == '\'') {
        quote = c;
        start = i + 1;
      } else if (Character.isWhitespace(c)) {
        start = i + 1;
      } else if (start == cursor) {
        start = i;
      }
    }
    return start;
  }

  private static String text(MatchResult word) {
    for (int group = 1; group < 3; group++) {
      if (word.group(group) != null) {
        return word.group(group);
      }
    }
    return word.group();
  }
}
