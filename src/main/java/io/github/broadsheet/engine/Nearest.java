package io.github.broadsheet.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant. */
final class Nearest {
  private Nearest() {}

  /** The word with the fewest letters to change, if those are no more than a third. */
  static Optional<String> to(String typed, Collection<String> words) {
    return words.stream()
        .filter(
            word ->
                distance(typed, word) <= Math.max(1, Math.max(typed.length(), word.length()) / 3))
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  // Levenshtein's, row by row.
  private static int distance(String typed, String word) {
    String a = typed.toLowerCase(Locale.ROOT);
    String b = word.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
