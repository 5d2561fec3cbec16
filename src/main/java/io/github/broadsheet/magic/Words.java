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

  private static String text(MatchResult word) {
    for (int group = 1; group < 3; group++) {
      if (word.group(group) != null) {
        return word.group(group);
      }
    }
    return word.group();
  }
}
