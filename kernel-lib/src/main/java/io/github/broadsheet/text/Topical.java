package io.github.broadsheet.text;

/**
 * Whether a phrase says what papers are about, told by the papers themselves. What a paper is about
 * comes into its title and comes back in its abstract; words of style do neither, however much
 * their use changes. The bounds were found by looking at the phrases of some 5,800 papers.
 */
final class Topical {
  private static final double WORD = 0.03;
  private static final double PLAIN_WORDS = 0.03;
  private static final double TWO_WORDS = 0.011;
  private static final double NUMBERED = 0.003;
  private static final double MORE_WORDS = 0.0015;

  /** A phrase that no abstract says twice may still be in many titles. */
  private static final double LEAST_AGAIN = 0.1;

  private Topical() {}

  /**
   * Whether a phrase is topical.
   *
   * @param papers in how many papers it is
   * @param titles in how many of their titles
   * @param again how many of them have it twice or more
   */
  static boolean of(Words words, int[] phrase, int papers, int titles, int again) {
    double score = (double) titles / papers * Math.max(LEAST_AGAIN, (double) again / papers);
    return score >= bound(words, phrase);
  }

  private static double bound(Words words, int[] phrase) {
    if (phrase.length == 1) {
      return WORD;
    }
    boolean plain = true;
    boolean numbered = false;
    for (int word : phrase) {
      plain &= words.kind(word) != PlainWords.TOPIC;
      numbered |= words.word(word).chars().anyMatch(Character::isDigit);
    }
    if (numbered) {
      return NUMBERED;
    }
    return plain ? PLAIN_WORDS : phrase.length == 2 ? TWO_WORDS : MORE_WORDS;
  }
}
