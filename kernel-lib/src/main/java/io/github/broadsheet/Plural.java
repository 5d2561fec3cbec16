package io.github.broadsheet;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sentences that count, in the singular where it is one. */
final class Plural {
  private static final Pattern CHOICE = Pattern.compile("\\{([^|{}]*)\\|([^|{}]*)\\}");

  private Plural() {}

  /**
   * The sentence with the number in it: {@code "# {paper has|papers have} no day"}.
   *
   * @param sentence with # for the number, and the words for one and for many in braces
   */
  static String of(String sentence, int number) {
    String words = CHOICE.matcher(sentence).replaceAll(number == 1 ? "$1" : "$2");
    return words.replaceFirst("#", String.format(Locale.ROOT, "%,d", number));
  }

  /** Adds the sentence to some notes, unless the number is none. */
  static void note(List<String> notes, int number, String sentence) {
    if (number > 0) {
      notes.add(of(sentence, number));
    }
  }
}
