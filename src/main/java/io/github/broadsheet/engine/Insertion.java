package io.github.broadsheet.engine;

import java.util.Comparator;
import java.util.List;

/**
 * A word that JShell needs and the reader was right to leave out.
 *
 * @param at before which character of the reader's source it stands
 */
record Insertion(int at, String text) {
  /** In the order of the source. */
  static List<Insertion> sorted(List<Insertion> insertions) {
    return insertions.stream().sorted(Comparator.comparingInt(Insertion::at)).toList();
  }

  /** The source with them. */
  static String into(String source, List<Insertion> sorted) {
    StringBuilder whole = new StringBuilder(source);
    for (int i = sorted.size() - 1; i >= 0; i--) {
      whole.insert(sorted.get(i).at, sorted.get(i).text);
    }
    return whole.toString();
  }

  /** Where a position of the source with them is in the reader's. */
  static long before(long position, List<Insertion> sorted) {
    long before = position;
    for (Insertion each : sorted) {
      if (before > each.at) {
        before = Math.max(each.at, before - each.text.length());
      }
    }
    return before;
  }
}
