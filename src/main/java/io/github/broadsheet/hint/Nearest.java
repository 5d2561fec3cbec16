package io.github.broadsheet.hint;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The word with the fewest letters to change, if those are few enough. */
  public static Optional<String> to(String typed, Collection<String> words) {
    return words.stream()
        .filter(word -> EditDistance.between(typed, word) <= most(typed))
        .min(Comparator.comparingInt(word -> EditDistance.between(typed, word)));
  }

  /** How many letters may differ: none of a short name, since every other would be near. */
  static int most(String typed) {
    return typed.length() < 3 ? 0 : Math.max(1, typed.length() / 3);
  }
}
