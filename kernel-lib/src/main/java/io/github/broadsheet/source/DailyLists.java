package io.github.broadsheet.source;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.broadsheet.PapersException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks for lists by their days, in as few requests as that takes, and gives each answer to the
 * keeper as soon as it has come.
 */
final class DailyLists {
  /** Up to here single days are cheaper than their month. */
  private static final int FEW_DAYS = 4;

  private final DailyPages pages;
  private final Clock clock;
  private final ListKeeper keeper;
  private final Merge rest = new Merge();

  DailyLists(DailyPages pages, Clock clock, ListKeeper keeper) {
    this.pages = pages;
    this.clock = clock;
    this.keeper = keeper;
  }

  /** The list of one day, most upvoted first, kept or not. */
  Listing day(LocalDate day) {
    Instant asked = clock.instant();
    DailyPages.Pages all = pages.all("date", day.toString(), day, hasSurelyList(day));
    Listing listing = all.listing().mostUpvotedFirst();
    // An empty day of the web page shows the list before it; should the API ever do so, too:
    boolean copy =
        !listing.papers().isEmpty()
            && listing.papers().stream().noneMatch(paper -> day.equals(paper.listed()));
    Listing own = copy ? Listing.of(List.of()) : listing;
    add(new ListKeeper.Lists(day, day, own, all.whole(), asked));
    return own;
  }

  /** The lists of these days, by months where that is cheaper: what the keeper did not take. */
  Listing byMonth(List<LocalDate> wanted) {
    wanted.stream()
        .collect(groupingBy(YearMonth::from, TreeMap::new, toList()))
        .forEach(
            (month, days) ->
                fetch(days, "month", month.toString(), month.atDay(1), month.atEndOfMonth()));
    return rest.listing();
  }

  /** The same for days of the week of this Monday. */
  Listing byWeek(LocalDate monday, List<LocalDate> wanted) {
    int number = monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    // The API is said to know W01 to W52 only; 2026 has 53.
    String name =
        number == 53 ? null : "%d-W%02d".formatted(monday.get(IsoFields.WEEK_BASED_YEAR), number);
    fetch(wanted, "week", name, monday, monday.plusDays(6));
    return rest.listing();
  }

  private void fetch(
      List<LocalDate> days, String key, @Nullable String name, LocalDate from, LocalDate to) {
    LocalDate today = today();
    ListKeeper.Lists span =
        name == null || days.size() <= FEW_DAYS
            ? null
            : span(key, name, from, to.isAfter(today) ? today : to);
    if (span != null) {
      add(span);
      pages.passed(days.size(), span.to().toString());
      return;
    }
    for (LocalDate day : days) {
      day(day);
      pages.passed(1, day.toString());
    }
  }

  /**
   * The lists of a week or a month; null if the API refuses it or does not tell the list day of
   * each paper, so that the days must be asked one by one.
   */
  private ListKeeper.@Nullable Lists span(String key, String name, LocalDate from, LocalDate to) {
    Instant asked = clock.instant();
    try {
      DailyPages.Pages all = pages.all(key, name, null, hasSurelyList(from) || hasSurelyList(to));
      if (!all.dated()) {
        return null;
      }
      List<Paper> within =
          all.listing().papers().stream()
              .filter(paper -> isWithin(paper.listed(), from, to))
              .toList();
      Listing listing = new Listing(within, all.listing().notes());
      return new ListKeeper.Lists(from, to, listing, all.whole(), asked);
    } catch (PapersException e) {
      // What is refused, or cannot be told now, the days may still tell one by one.
      if (e.status() == 400 || WebPage.mayHelp(e)) {
        return null;
      }
      throw e;
    }
  }

  private void add(ListKeeper.Lists lists) {
    boolean kept = keeper.keep(lists);
    rest.add(kept ? new Listing(List.of(), lists.listing().notes()) : lists.listing());
  }

  /** Whether it would be strange to find no list: a working day that is over. */
  private boolean hasSurelyList(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && day.isBefore(today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  static boolean isWithin(@Nullable LocalDate day, LocalDate from, LocalDate to) {
    return day != null && !day.isBefore(from) && !day.isAfter(to);
  }
}
