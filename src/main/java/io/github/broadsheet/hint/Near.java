package io.github.broadsheet.hint;

import java.util.List;
import java.util.stream.Stream;

/**
 * The words that are nearest to a typed one.
 *
 * @param distance how many letters they differ in
 * @param names a few, in alphabetical order; empty if none is near
 */
record Near(int distance, List<String> names) {
  private static final int MOST = 3;

  static Near to(String typed, Stream<String> words) {
    List<String> others =
        words.filter(each -> !each.isEmpty() && !each.equals(typed)).distinct().sorted().toList();
    for (int distance = 0; distance <= Nearest.most(typed); distance++) {
      int wanted = distance;
      List<String> found =
          others.stream().filter(each -> EditDistance.between(typed, each) == wanted).toList();
      if (!found.isEmpty()) {
        return new Near(distance, likely(typed, found));
      }
    }
    return new Near(Integer.MAX_VALUE, List.of());
  }

  /** A variable rather than a type where one is typed, and the other way round. */
  private static List<String> likely(String typed, List<String> found) {
    boolean upper = Character.isUpperCase(typed.charAt(0));
    List<String> same =
        found.stream().filter(each -> Character.isUpperCase(each.charAt(0)) == upper).toList();
    List<String> likely = same.isEmpty() ? found : same;
    return likely.subList(0, Math.min(MOST, likely.size()));
  }
}
