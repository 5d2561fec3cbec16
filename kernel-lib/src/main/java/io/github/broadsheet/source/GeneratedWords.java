package io.github.broadsheet.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/** The language of {@link Generated} papers. */
final class GeneratedWords {
  static final List<String> RISING =
      List.of(
          "tool use",
          "world model",
          "test-time compute",
          "agentic workflow",
          "reward hacking",
          "state space model",
          "flow matching",
          "speculative decoding",
          "mixture of experts",
          "computer use",
          "chain of thought",
          "synthetic data",
          "sparse autoencoder",
          "video generation",
          "verifiable reward",
          "process supervision",
          "long context",
          "visual grounding",
          "robot policy",
          "context engineering");
  static final List<String> FALLING =
      List.of(
          "adversarial network",
          "word embedding",
          "recurrent network",
          "capsule network",
          "support vector machine",
          "topic model",
          "style transfer",
          "hidden markov model",
          "neural architecture search",
          "bag of words");
  static final List<String> STEADY =
      List.of(
          "diffusion model",
          "gradient descent",
          "knowledge graph",
          "machine translation",
          "speech recognition",
          "federated learning",
          "object detection",
          "bayesian inference",
          "transfer learning",
          "time series");
  static final List<String> ORGANIZATIONS =
      List.of(
          "Aldermoor Lab",
          "Brindle University",
          "Corvane Research",
          "Dunmere Institute",
          "Eastholm AI",
          "Fenwick Systems",
          "Garrow College",
          "Hollins Group");

  private static final List<String> COMMON =
      List.of(
          ("the of and to a in we is that for on with as by this are our it from can be an which"
                  + " at has have these show than results also not or such their propose both more"
                  + " while between using based over through into each when its across under how but"
                  + " however without all two only new they most then where was")
              .split(" "));
  private static final int WORDS = 4000;
  private static final int PHRASES = 5000;
  private static final List<String> RARER = words();
  private static final List<String> PHRASE = phrases();
  private static final int[] COMMON_RANK = ranks(COMMON.size(), 2);
  private static final int[] RARER_RANK = ranks(WORDS, 20);

  private GeneratedWords() {}

  /** A word of running text; not every word can stand where a sentence ends. */
  static String word(SplittableRandom random, boolean inside) {
    if (inside && random.nextInt(100) < 45) {
      return COMMON.get(COMMON_RANK[random.nextInt(COMMON_RANK.length)]);
    }
    return RARER.get(RARER_RANK[random.nextInt(RARER_RANK.length)]);
  }

  /**
   * One of 5,000 phrases; of eight, the first is in every ninth paper, the last in one of 1,250.
   */
  static String phrase(SplittableRandom random) {
    double uniform = random.nextDouble();
    return PHRASE.get((int) (PHRASES * uniform * uniform));
  }

  static String name(SplittableRandom random) {
    return capital(RARER.get(random.nextInt(400)))
        + " "
        + capital(RARER.get(random.nextInt(WORDS)));
  }

  /**
   * Ranks below {@code n}, each about as often as one over it and an offset (the law of Zipf and
   * Mandelbrot); the same on every machine.
   */
  private static int[] ranks(int n, int offset) {
    double span = StrictMath.log((double) (n + offset) / offset);
    int[] ranks = new int[1 << 16];
    for (int i = 0; i < ranks.length; i++) {
      double place = offset * StrictMath.exp((i + 0.5) / ranks.length * span) - offset;
      ranks[i] = Math.min(n - 1, (int) place);
    }
    return ranks;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Words of two or three syllables; none is a word of a planted phrase. */
  private static List<String> words() {
    String[] onsets = "b br c ch d dr f fl g gr h l m n p pl pr qu r s sc st t tr v w".split(" ");
    String[] cores = "a e i o u ai ea io ou".split(" ");
    String[] codas = {"n", "r", "l", "t", "m", "x", "nt", "st", "", ""};
    Random random = new Random(41);
    Set<String> words = new LinkedHashSet<>();
    while (words.size() < WORDS) {
      StringBuilder word = new StringBuilder();
      for (int i = 2 + random.nextInt(2); i > 0; i--) {
        word.append(onsets[random.nextInt(onsets.length)]);
        word.append(cores[random.nextInt(cores.length)]);
      }
      words.add(word.append(codas[random.nextInt(codas.length)]).toString());
      words.removeAll(COMMON);
    }
    for (List<String> planted : List.of(RISING, FALLING, STEADY)) {
      planted.forEach(phrase -> words.removeAll(List.of(phrase.split("[ -]"))));
    }
    return List.copyOf(words);
  }

  private static List<String> phrases() {
    Random random = new Random(42);
    Set<String> phrases = new LinkedHashSet<>();
    while (phrases.size() < PHRASES) {
      phrases.add(
          RARER.get(random.nextInt(RARER.size())) + " " + RARER.get(random.nextInt(RARER.size())));
    }
    return List.copyOf(phrases);
  }
}
