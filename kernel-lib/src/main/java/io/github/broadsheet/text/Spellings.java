package io.github.broadsheet.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ways to write a phrase that count as the same. */
final class Spellings {
  private static final int MOST_JOINTS = 5;

  private Spellings() {}

  /**
   * Folded, the phrase itself first. A hyphen between two words is a space, or nothing: {@code
   * few-shot} is also {@code few shot} and {@code fewshot}. A space stays a space, since two words
   * run together may be a third. The last word may have a plural: {@code s}, {@code es}, {@code
   * ies} for {@code y}.
   *
   * @throws IllegalArgumentException if the phrase is empty
   */
  static Set<String> of(String phrase) {
    String marked = Letters.foldMarking(phrase);
    if (marked.isEmpty()) {
      throw new IllegalArgumentException("The phrase \"" + phrase + "\" is empty.");
    }
    Set<String> spellings = new LinkedHashSet<>();
    for (String singular : joined(marked)) {
      spellings.add(singular);
    }
    for (String singular : List.copyOf(spellings)) {
      int last = singular.codePointBefore(singular.length());
      if (Character.isLetter(last) && Letters.kind(last) == Letters.WORD) {
        spellings.add(singular + "s");
        spellings.add(singular + "es");
        if (last == 'y') {
          spellings.add(singular.substring(0, singular.length() - 1) + "ies");
        }
      }
    }
    return spellings;
  }

  /** With each hyphen as a space and as nothing; of very many, all the same way. */
  private static List<String> joined(String marked) {
    if (marked.chars().filter(c -> c == Letters.HYPHEN).count() > MOST_JOINTS) {
      return List.of(
          marked.replace(Letters.HYPHEN, ' '), marked.replace(String.valueOf(Letters.HYPHEN), ""));
    }
    List<String> spellings = new ArrayList<>();
    int hyphen = marked.indexOf(Letters.HYPHEN);
    if (hyphen < 0) {
      return List.of(marked);
    }
    String before = marked.substring(0, hyphen);
    for (String after : joined(marked.substring(hyphen + 1))) {
      spellings.add(before + " " + after);
    }
    for (String after : joined(marked.substring(hyphen + 1))) {
      spellings.add(before + after);
    }
    return spellings;
  }
}
