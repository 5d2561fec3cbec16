package io.github.broadsheet;

import io.github.broadsheet.display.Bundles;
import io.github.broadsheet.display.MimeBundle;
import io.github.broadsheet.text.KeyWords;
import io.github.broadsheet.text.KeyWords.Key;
import io.github.broadsheet.text.PhraseIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * The phrases that say best what a text, or a set of papers, is about. As the value of a cell it
 * shows its table.
 *
 * <pre>{@code
 * KeyPhrases.of("Attention sinks in language models. Attention to the first token …")
 * KeyPhrases.of(papers)
 * KeyPhrases.of(papers, 50).list()
 * }</pre>
 */
public final class KeyPhrases implements MimeBundle {
  private static final int MOST = 20;
  private static final int MOST_OF_A_TEXT = 10;
  private static final double SAME = 0.6;

  private final Table table;
  private final List<String> notes;

  private KeyPhrases(Table table, List<String> notes) {
    this.table = table;
    this.notes = List.copyOf(notes);
  }

  /**
   * The ten best phrases of one text, of up to three words, by the text alone (after YAKE: words
   * that come early, often, in many sentences, with a capital, and not next to everything).
   *
   * <p>{@link #table} has {@code phrase} (String), {@code count} (Integer, how often it is there),
   * {@code score} (Double, less is better). A text without words gives no rows.
   */
  public static KeyPhrases of(String text) {
    Table table =
        Columns.of(KeyWords.of(text, MOST_OF_A_TEXT))
            .text("phrase", Key::phrase)
            .count("count", Key::count)
            .number("score", "0.000", Key::score)
            .table("Key phrases");
    return new KeyPhrases(table, List.of());
  }

  /** The twenty best phrases of a set of papers: see {@link #of(Table, int)}. */
  public static KeyPhrases of(Table papers) {
    return of(papers, MOST);
  }

  /**
   * The best phrases of a set of papers, of up to four words: those that many papers are about, and
   * for which no longer phrase stands (C-value: Frantzi, Ananiadou and Mima, International Journal
   * on Digital Libraries 3 (2000) 115).
   *
   * <p>{@link #table} has {@code phrase} (String), {@code papers} (Integer, that mention it),
   * {@code share} (Double, of the papers, 0 to 1), {@code titles} (Integer, that have it), {@code
   * score} (Double, more is better).
   *
   * @param n at most so many
   * @throws IllegalArgumentException if the table has no title and no abstract, or n is less than 1
   */
  public static KeyPhrases of(Table papers, int n) {
    if (n < 1) {
      throw new IllegalArgumentException(
          "KeyPhrases.of(papers, n) needs how many phrases, at least 1; got %d.".formatted(n));
    }
    PaperPhrases read = PaperPhrases.of(papers, "KeyPhrases.of(…)");
    PhraseIndex index = read.index();
    int[] counts = new Contrast.Counts(index, new BitSet(), read.counted()).more;
    double[] scores = scores(index, counts);
    List<Integer> best = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        best.add(i);
      }
    }
    best.sort(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i));
    List<Integer> shown = distinct(index, counts, best, n);
    List<BitSet> with = index.papersWith(shown);
    Table table =
        Columns.of(shown)
            .text("phrase", i -> read.written(i, with.get(shown.indexOf(i))))
            .count("papers", i -> counts[i])
            .share("share", i -> (double) counts[i] / read.counted().cardinality())
            .count("titles", index::titles)
            .number("score", "0.0", i -> scores[i])
            .table("Key phrases");
    List<String> notes = new ArrayList<>(read.notes());
    if (shown.isEmpty()) {
      notes.add(
          "No phrase is in %d papers or more.".formatted(PhraseIndex.least(papers.rowCount())));
    }
    return new KeyPhrases(table, notes);
  }

  /** Without what says the same as a better one: an abbreviation, or a part seldom without it. */
  private static List<Integer> distinct(
      PhraseIndex index, int[] counts, List<Integer> best, int n) {
    List<Integer> chosen = new ArrayList<>();
    for (int next : best) {
      boolean told =
          chosen.stream()
              .anyMatch(
                  one ->
                      index.abbreviates(one, next)
                          || index.abbreviates(next, one)
                          || ((index.within(one, next) || index.within(next, one))
                              && Math.min(counts[one], counts[next])
                                  >= SAME * Math.max(counts[one], counts[next])));
      if (!told && chosen.size() < n) {
        chosen.add(next);
      }
    }
    return chosen;
  }

  /** Papers that mention it, less the mean of the longer phrases it is in; titles count double. */
  private static double[] scores(PhraseIndex index, int[] counts) {
    double[] longer = new double[counts.length];
    int[] in = new int[counts.length];
    index.parts(
        (part, whole) -> {
          longer[part] += counts[whole];
          in[part]++;
        });
    double[] scores = new double[counts.length];
    for (int i = 0; i < scores.length; i++) {
      double alone = counts[i] - (in[i] == 0 ? 0 : longer[i] / in[i]);
      double words = Math.log(1 + index.words(i)) / Math.log(2);
      scores[i] = words * (alone + index.titles(i));
    }
    return scores;
  }

  /** The phrases alone, the best first. */
  public List<String> list() {
    return table.stringColumn("phrase").asList();
  }

  /** The phrases with their numbers; the columns are named where they are made. */
  public Table table() {
    return table.copy();
  }

  /** What a reader should know: papers left out, and why. */
  public List<String> notes() {
    return notes;
  }

  @Override
  public Map<String, Object> mimeBundle() {
    return notes.isEmpty() ? Bundles.of(table) : NotedTable.of(table, notes);
  }

  @Override
  public String toString() {
    return NotedTable.text(table, notes);
  }
}
