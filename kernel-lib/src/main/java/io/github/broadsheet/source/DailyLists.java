package io.github.broadsheet.source;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.source.ListKeeper.Extent;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private final WebWitness witness;
  private final Clock clock;
  private final ListKeeper keeper;
  private final Merge rest = new Merge();

  DailyLists(DailyPages pages, Clock clock, ListKeeper keeper) {
    this.pages = pages;
    this.witness = pages.witness();
    this.clock = clock;
    this.keeper = keeper;
  }

  /** The list of one day, most upvoted first, kept or not. */
  Listing day(LocalDate day) {
    Instant asked = clock.instant();
    DailyPages.Pages all = pages.all("date", day.toString(), day, hasSurelyList(day), true);
    Listing own = ofDay(day, all.listing());
    boolean whole = all.whole();
    if (all.doubtful() && own.equals(Listing.of(List.of()))) {
      own = witness.of(day);
      whole = own.notes().isEmpty();
    }
    add(new ListKeeper.Lists(day, day, own, Extent.of(whole), asked));
    return own;
  }

  private static Listing ofDay(LocalDate day, Listing listing) {
    // An empty day of the web page shows the list before it; should the API ever do so, too:
    boolean copy = listing.papers().stream().noneMatch(paper -> day.equals(paper.listed()));
    return copy && !listing.papers().isEmpty() ? Listing.of(List.of()) : listing.mostUpvotedFirst();
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
    LocalDate end = to.isAfter(today()) ? today() : to;
    boolean all = days.containsAll(workingDays(from, end));
    Span span = name == null || days.size() <= FEW_DAYS ? null : span(key, name, from, end, all);
    if (span != null && span.dated()) {
      add(span.lists());
      pages.passed(days.size(), end.toString());
    } else if (span != null && all && span.lists().whole()) {
      together(days, span.lists());
    } else {
      days.forEach(this::passDay);
    }
  }

  private void passDay(LocalDate day) {
    try {
      day(day);
    } catch (PapersException e) {
      // Our clock may be ahead of theirs, and a day to come is refused.
      if (e.status() != 400 || day.isBefore(today())) {
        throw e;
      }
    }
    pages.passed(1, day.toString());
  }

  /** The lists of a week or a month, and whether each paper told its day among them. */
  private record Span(ListKeeper.Lists lists, boolean dated) {}

  /**
   * The lists of a week or a month; null if the API refuses it, or may have kept some of it back,
   * so that the days must be asked one by one.
   *
   * @param undated whether the papers are wanted even if they do not tell their days
   */
  private @Nullable Span span(
      String key, String name, LocalDate from, LocalDate to, boolean undated) {
    Instant asked = clock.instant();
    try {
      boolean surely = workingDays(from, to).stream().anyMatch(this::hasSurelyList);
      DailyPages.Pages all = pages.all(key, name, null, surely, undated);
      List<Paper> within =
          all.listing().papers().stream()
              .filter(paper -> !all.dated() || isWithin(paper.listed(), from, to))
              .toList();
      Listing listing = new Listing(within, all.listing().notes());
      boolean nothing =
          all.doubtful() && listing.equals(Listing.of(List.of())) && witness.seesNothing(from, to);
      if (all.doubtful() && !nothing) {
        return null;
      }
      return new Span(
          new ListKeeper.Lists(from, to, listing, Extent.of(all.whole() || nothing), asked),
          all.dated());
    } catch (PapersException e) {
      // What is refused, or cannot be told now, the days may still tell one by one.
      if (e.status() == 400 || WebPage.mayHelp(e)) {
        return null;
      }
      throw e;
    }
  }

  /**
   * The lists of days of which is known what papers they have together, but not on which of them.
   * The first page of each working day is then enough, if these papers are on those pages and no
   * others: nothing is on a second page, and nothing on a weekend. If not, the days whose page
   * looks least like a whole list are asked in full, until nothing is missing.
   */
  private void together(List<LocalDate> days, ListKeeper.Lists all) {
    Set<String> expected = ids(all.listing());
    Set<String> found = new HashSet<>();
    List<ListKeeper.Lists> firstPages = new ArrayList<>();
    for (LocalDate day : days) {
      if (isWorkingDay(day)) {
        Instant asked = clock.instant();
        Listing page = ofDay(day, pages.first(day).listing());
        found.addAll(ids(page));
        // Safe at once, and called whole when that is sure.
        Listing papers = new Listing(page.papers(), List.of());
        add(new ListKeeper.Lists(day, day, papers, Extent.BEGUN, asked));
        firstPages.add(new ListKeeper.Lists(day, day, page, Extent.WHOLE, asked));
        pages.passed(1, day.toString());
      }
    }
    firstPages.sort(comparing(page -> !looksCut(page.listing())));
    for (ListKeeper.Lists page : List.copyOf(firstPages)) {
      if (!found.equals(expected)) {
        found.addAll(ids(day(page.from())));
        firstPages.remove(page);
      }
    }
    boolean settled = found.equals(expected);
    firstPages.forEach(this::add);
    for (LocalDate day : days) {
      if (!isWorkingDay(day) && settled) {
        add(new ListKeeper.Lists(day, day, Listing.of(List.of()), Extent.WHOLE, all.asked()));
        pages.passed(1, day.toString());
      } else if (!isWorkingDay(day)) {
        passDay(day);
      }
    }
  }

  private static boolean looksCut(Listing page) {
    return page.papers().isEmpty()
        || !page.notes().isEmpty()
        || page.papers().size() >= DailyPages.LIMIT;
  }

  private static Set<String> ids(Listing listing) {
    return listing.papers().stream().map(Paper::id).collect(toSet());
  }

  private void add(ListKeeper.Lists lists) {
    boolean kept = keeper.keep(lists);
    rest.add(kept ? new Listing(List.of(), lists.listing().notes()) : lists.listing());
  }

  /** Whether it would be strange to find no list: a working day that is over. */
  private boolean hasSurelyList(LocalDate day) {
    return isWorkingDay(day) && day.isBefore(today());
  }

  private static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  private static List<LocalDate> workingDays(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .filter(day -> isWorkingDay(day) && !day.isBefore(ListDays.FIRST))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  static boolean isWithin(@Nullable LocalDate day, LocalDate from, LocalDate to) {
    return day != null && !day.isBefore(from) && !day.isAfter(to);
  }
}
