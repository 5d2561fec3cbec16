package io.github.broadsheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was counted for a trend, and what a reader must know of it.
 *
 * @param texts the columns looked in
 * @param dated what the days are: {@code listed}, {@code published}
 * @param sources where the papers come from
 * @param seen the day on which the newest of the papers was fetched, else today
 * @param told whether the papers tell when they were fetched
 * @param notes which papers are not counted, and why
 */
record TrendCounts(
    TrendQuestion question,
    DayCounts days,
    List<String> texts,
    String dated,
    Set<String> sources,
    LocalDate seen,
    boolean told,
    List<String> notes) {

  TrendCounts {
    texts = List.copyOf(texts);
    notes = List.copyOf(notes);
  }

  /** Says that some papers have but a title to look in. */
  static void noteTitles(List<String> notes, List<String> texts, DayCounts.Counts all) {
    int summary = texts.indexOf("abstract");
    int titled = summary < 1 ? 0 : all.papers - all.texts[summary];
    if (titled < all.papers) {
      Plural.note(
          notes,
          titled,
          String.format(
              Locale.ROOT,
              "# of %,d papers {has|have} no abstract: only {its|their} title was searched, so {it mentions|they mention} less.",
              all.papers));
    }
  }
}
