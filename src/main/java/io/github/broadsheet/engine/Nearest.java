package io.github.broadsheet.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The word with the fewest letters to change, if those are no more than a third. */
  public static Optional<String> to(String typed, Collection<String> words) {
    return words.stream()
        .filter(
            word ->
                EditDistance.between(typed, word)
                    <= Math.max(1, Math.max(typed.length(), word.length()) / 3))
        .min(Comparator.comparingInt(word -> EditDistance.between(typed, word)));
  }
}
