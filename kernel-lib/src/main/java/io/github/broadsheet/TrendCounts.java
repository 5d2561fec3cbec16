package io.github.broadsheet;

import java.time.LocalDate;
import java.util.List;
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
}
