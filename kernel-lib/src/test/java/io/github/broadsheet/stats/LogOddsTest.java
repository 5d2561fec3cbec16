package io.github.broadsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Against the example in the README of the Python package fightin_words: prior 0.05 a word. */
class LogOddsTest {
  private static final String ONE = "the quick brown fox jumps over the lazy pig";
  private static final String OTHER = "the lazy purple pig jumps over the lazier donkey";

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new TreeMap<>();
    for (String word : text.split(" ")) {
      words.merge(word, 1, Integer::sum);
    }
    return words;
  }

  private static double z(String word) {
    Map<String, Integer> all = words(ONE + " " + OTHER);
    double prior = 0.05;
    return LogOdds.z(
        words(ONE).getOrDefault(word, 0),
        9,
        words(OTHER).getOrDefault(word, 0),
        9,
        prior,
        prior * all.size());
  }

  @Test
  void equalsThePublishedExample() {
    assertThat(z("brown")).isCloseTo(0.6894227886807968, within(1e-12));
    assertThat(z("donkey")).isCloseTo(-0.6894227886807968, within(1e-12));
    assertThat(z("jumps")).isZero();
    assertThat(z("the")).isZero();
    assertThat(z("lazy")).isZero();
  }
}
