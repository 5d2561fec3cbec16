package io.github.broadsheet.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented papers whose trends are known, to try an analysis on, to measure it, and to see whether
 * it finds what is there and nothing else.
 *
 * <p>The words are made up, with the frequencies of language: some few are everywhere, 5,000
 * two-word phrases turn up at a steady rate each. {@link Planted} phrases are mentioned by a known
 * share of the papers that moves evenly from the first month to the last. There are more papers in
 * the later months (twice as many in the last as in the first), as in life, so that counts mislead.
 *
 * <p>The same numbers give the same papers on every machine, and paper {@code i} does not depend on
 * the others. An abstract has some 190 words. There is no list day, and no two ids are equal.
 *
 * @param size how many papers
 * @param seed other papers for another seed
 * @param months calendar months, the last of them December 2025
 * @param planted phrases of known share, in no other paper
 */
public record Generated(int size, long seed, int months, List<Planted> planted) {
  private static final LocalDate END = LocalDate.of(2026, 1, 1);
  private static final Instant FETCHED = Instant.parse("2026-01-02T00:00:00Z");
  private static final int SENTENCES = 11;
  private static final List<String> CATEGORIES =
      List.of("cs.CL", "cs.CV", "cs.LG", "cs.AI", "cs.RO", "stat.ML");

  /**
   * A phrase, and the share of papers (0 to 1) that mention it in the first and in the last month.
   */
  public record Planted(String phrase, double first, double last) {
    /** The share in a month, from 0 on. */
    public double share(int month, int months) {
      return months == 1 ? last : first + (last - first) * month / (months - 1);
    }
  }

  public Generated {
    if (size < 0 || months < 1) {
      throw new IllegalArgumentException(
          "The papers must be at least 0 and the months at least 1; got %d and %d."
              .formatted(size, months));
    }
    planted = List.copyOf(planted);
  }

  /**
   * Papers of 24 months with 20 phrases that rise (from 1 % to 4 % of the papers), ten that fall
   * (from 4 % to 1 %) and ten that stay at 2 %.
   */
  public static Generated of(int size, long seed) {
    List<Planted> planted = new ArrayList<>();
    GeneratedWords.RISING.forEach(phrase -> planted.add(new Planted(phrase, 0.01, 0.04)));
    GeneratedWords.FALLING.forEach(phrase -> planted.add(new Planted(phrase, 0.04, 0.01)));
    GeneratedWords.STEADY.forEach(phrase -> planted.add(new Planted(phrase, 0.02, 0.02)));
    return new Generated(size, seed, 24, planted);
  }

  /** The same with other phrases planted, or with none. */
  public Generated planting(List<Planted> others) {
    return new Generated(size, seed, months, others);
  }

  /** The papers by day, made one by one as they are asked for. */
  public Stream<Paper> papers() {
    return IntStream.range(0, size).mapToObj(this::paper);
  }

  /** One of the papers, from 0 on. */
  public Paper paper(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("Paper " + index + " of " + size);
    }
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + index);
    // Density grows evenly from 1 to 2 over the span: the inverse of its distribution.
    double place = Math.sqrt(1 + 3 * (index + random.nextDouble()) / size) - 1;
    LocalDate start = END.minusMonths(months);
    long days = ChronoUnit.DAYS.between(start, END);
    LocalDate day = start.plusDays(Math.min(days - 1, (long) (place * days)));
    int month = (int) ChronoUnit.MONTHS.between(start, day);

    List<String> phrases = mentioned(random, month);
    Paper.Draft draft =
        Paper.draft(String.format(Locale.ROOT, "gen:%07d", index + 1), title(random), "generated");
    draft.abstractText = text(random, phrases);
    draft.authors =
        IntStream.range(0, 1 + random.nextInt(6))
            .mapToObj(i -> GeneratedWords.name(random))
            .toList();
    draft.organization = GeneratedWords.ORGANIZATIONS.get(skewed(random, 8));
    draft.categories = List.of(CATEGORIES.get(skewed(random, CATEGORIES.size())));
    draft.published = day;
    draft.upvotes = (int) Math.min(900, 4 / StrictMath.pow(1 - random.nextDouble(), 0.8));
    draft.comments = random.nextInt(4);
    draft.fetchedAt = FETCHED;
    return draft.paper();
  }

  private List<String> mentioned(SplittableRandom random, int month) {
    List<String> phrases = new ArrayList<>();
    for (Planted one : planted) {
      if (random.nextDouble() < one.share(month, months)) {
        phrases.add(one.phrase());
      }
    }
    for (int i = 0; i < 8; i++) {
      phrases.add(GeneratedWords.phrase(random));
    }
    return phrases;
  }

  private static String title(SplittableRandom random) {
    StringBuilder title = new StringBuilder();
    int words = 5 + random.nextInt(5);
    for (int i = 0; i < words; i++) {
      if (i > 0) {
        title.append(' ');
      }
      append(title, GeneratedWords.word(random, i > 0 && i < words - 1), true);
    }
    return title.toString();
  }

  /** Each phrase is in one sentence or in two, at any place, as it is or as a plural. */
  private static String text(SplittableRandom random, List<String> phrases) {
    List<List<String>> sentences = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      sentences.add(new ArrayList<>());
    }
    for (String phrase : phrases) {
      for (int times = 1 + random.nextInt(2); times > 0; times--) {
        sentences.get(random.nextInt(SENTENCES)).add(phrase);
      }
    }
    StringBuilder text = new StringBuilder(1600);
    for (List<String> inside : sentences) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      int words = 12 + random.nextInt(10);
      for (int i = 0; i < words; i++) {
        append(text, GeneratedWords.word(random, i < words - 1), i == 0);
        text.append(i == words - 1 ? "." : " ");
        int places = words - 1 - i;
        while (!inside.isEmpty()
            && places > 0
            && (places == 1 || random.nextInt(places) < inside.size())) {
          String phrase = inside.remove(inside.size() - 1);
          boolean plural = random.nextInt(4) == 0 && !phrase.endsWith("s");
          text.append(plural ? phrase + "s" : phrase).append(' ');
        }
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String word, boolean capital) {
    if (capital) {
      text.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
    } else {
      text.append(word);
    }
  }

  /** A place below {@code n}, the first ones more often. */
  private static int skewed(SplittableRandom random, int n) {
    double uniform = random.nextDouble();
    return (int) (n * uniform * uniform);
  }
}
