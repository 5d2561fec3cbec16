package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On which days there are lists: Monday to Friday, but for holidays, as far as was ever seen. */
final class ListDays {
  /** Nothing was listed before. */
  static final LocalDate FIRST = LocalDate.of(2023, 5, 3);

  /** How many neighbours of a day are asked in each direction. */
  private static final int NEIGHBOURS = 4;

  private final DailyPages pages;
  private final LocalDate today;
  private final ListKeeper keeper;

  ListDays(DailyPages pages, LocalDate today, ListKeeper keeper) {
    this.pages = pages;
    this.today = today;
    this.keeper = keeper;
  }

  /** The newest day with a list: the answer without a date shows it, else the days before do. */
  Optional<LocalDate> newest() {
    Optional<LocalDate> shown =
        pages
            .page(
                "the newest list",
                "the newest Daily Papers",
                null,
                "limit",
                DailyPages.LIMIT,
                "p",
                0)
            .listing()
            .papers()
            .stream()
            .flatMap(paper -> Stream.ofNullable(paper.listed()))
            .filter(day -> !day.isAfter(today))
            .max(Comparator.naturalOrder());
    return shown.or(() -> nearest(today, -1));
  }

  /** Why today's list is not there, and which one is given in its place. */
  String insteadOfToday(LocalDate newest) {
    String why =
        isWeekend(today)
            ? "No list for today, %s (UTC): lists come out Monday to Friday."
            : "No list yet for today, %s (UTC): it grows from the morning on.";
    return why.formatted(named(today)) + " This is the newest, of " + named(newest) + ".";
  }

  /** Why a day has no list, and which days near it have one. */
  String whyEmpty(LocalDate day) {
    String nothing = "No Daily Papers on " + named(day);
    if (day.isBefore(FIRST)) {
      return nothing + ": the first list is of May 2023.";
    }
    if (isWeekend(day)) {
      nothing += ": lists come out Monday to Friday.";
    } else if (day.equals(today)) {
      nothing += " yet: the list of a day grows from the morning on (UTC).";
    } else {
      nothing += ": no list came out that day, perhaps a holiday.";
    }
    List<String> near = near(day);
    return switch (near.size()) {
      case 0 -> nothing;
      case 1 -> nothing + " The nearest list is of " + near.get(0) + ".";
      default ->
          nothing
              + near.stream()
                  .collect(Collectors.joining(" and ", " The nearest lists are of ", "."));
    };
  }

  /** What to say of a range without lists. */
  static String whyEmpty(LocalDate from, LocalDate to) {
    return "No Daily Papers from %s to %s: lists come out Monday to Friday, since May 2023."
        .formatted(from, to);
  }

  private List<String> near(LocalDate day) {
    try {
      return Stream.of(nearest(day, -1), nearest(day, 1))
          .flatMap(Optional::stream)
          .map(ListDays::named)
          .toList();
    } catch (PapersException e) {
      // The answer to what was asked is known; what is near is a courtesy.
      return List.of();
    }
  }

  /** The nearest weekday with a list in one direction, if it is not far. */
  private Optional<LocalDate> nearest(LocalDate day, int step) {
    return Stream.iterate(day.plusDays(step), next -> next.plusDays(step))
        .takeWhile(next -> !next.isAfter(today) && !next.isBefore(FIRST))
        .filter(next -> !isWeekend(next))
        .limit(NEIGHBOURS)
        .filter(this::hasList)
        .findFirst();
  }

  private boolean hasList(LocalDate day) {
    return keeper.listed(day).orElseGet(() -> askForList(day));
  }

  private boolean askForList(LocalDate day) {
    return pages
        .page(day.toString(), "the Daily Papers of " + day, day, "date", day, "limit", 1, "p", 0)
        .listing()
        .papers()
        .stream()
        .anyMatch(paper -> Objects.equals(day, paper.listed()));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  private static String named(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day;
  }
}
