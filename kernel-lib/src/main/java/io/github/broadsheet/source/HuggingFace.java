package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Client;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Daily Papers of Hugging Face, through its API. Days are UTC. Lists come most upvoted first.
 * Nothing is kept: a list grows during its day, and votes for weeks after it.
 */
public final class HuggingFace {
  /** How many papers the search gives at most. */
  public static final int MOST_FOUND = 120;

  /** Up to here single days are cheaper than their month. */
  private static final int FEW_DAYS = 4;

  private final Client client;
  private final Clock clock;

  /** A list and its day. */
  public record DayList(LocalDate day, Listing listing) {}

  public HuggingFace(Client client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** Over the client of this process. */
  public static HuggingFace shared() {
    return new HuggingFace(Client.shared(), Clock.systemUTC());
  }

  /** The day it is, UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** The newest list there is; a note says so when it is not today's. */
  public DayList newest() {
    return watched(
        "Daily Papers",
        0,
        pages -> {
          LocalDate today = today();
          Listing todays = todays(pages, today);
          if (!isMissing(todays)) {
            return new DayList(today, todays);
          }
          ListDays days = new ListDays(pages, today);
          Optional<LocalDate> newest = days.newest();
          return newest.isEmpty()
              ? new DayList(today, todays.noted(days.whyEmpty(today)))
              : new DayList(
                  newest.get(), day(pages, newest.get()).noted(days.insteadOfToday(newest.get())));
        });
  }

  /** Exactly the list of this day; a day without one is empty, and a note says why. */
  public Listing day(LocalDate day) {
    return watched(
        "Daily Papers " + day,
        0,
        pages -> {
          Listing listing = day.isBefore(ListDays.FIRST) ? Listing.of(List.of()) : day(pages, day);
          return isMissing(listing)
              ? listing.noted(new ListDays(pages, today()).whyEmpty(day))
              : listing;
        });
  }

  /** The lists of the week that starts on this Monday. */
  public Listing week(LocalDate monday) {
    LocalDate sunday = monday.plusDays(6);
    if (sunday.isBefore(ListDays.FIRST)) {
      return between(monday, sunday);
    }
    int number = monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    String name = "%d-W%02d".formatted(monday.get(IsoFields.WEEK_BASED_YEAR), number);
    return watched(
        "Daily Papers " + name,
        7,
        pages -> {
          // The API is said to know W01 to W52 only; 2026 has 53.
          Listing whole = number == 53 ? null : span(pages, "week", name, monday, sunday);
          return ListDays.explained(
              whole == null ? days(pages, monday, sunday) : whole, monday, sunday);
        });
  }

  /** The lists from one day to another, both included. */
  public Listing between(LocalDate from, LocalDate to) {
    LocalDate first = from.isBefore(ListDays.FIRST) ? ListDays.FIRST : from;
    return watched(
        "Daily Papers " + from + " to " + to,
        ChronoUnit.DAYS.between(first, to) + 1,
        pages -> {
          Merge merge = new Merge();
          for (LocalDate start = first; !start.isAfter(to); ) {
            YearMonth month = YearMonth.from(start);
            LocalDate end = month.atEndOfMonth().isBefore(to) ? month.atEndOfMonth() : to;
            boolean few = start.plusDays(FEW_DAYS).isAfter(end);
            Listing whole = few ? null : span(pages, "month", month.toString(), start, end);
            merge.add(whole == null ? days(pages, start, end) : whole);
            start = end.plusDays(1);
          }
          return ListDays.explained(merge.listing(), from, to);
        });
  }

  /** The hundred papers that trend now, in Hugging Face's order. */
  public Listing trending() {
    return watched(
        "Trending papers",
        0,
        pages ->
            once(
                pages.page(
                    "the first hundred",
                    "the trending papers",
                    null,
                    "sort",
                    "trending",
                    "limit",
                    DailyPages.LIMIT,
                    "p",
                    0)));
  }

  /** What Hugging Face's search finds, in its order of relevance. */
  public Listing search(String query, int most) {
    int limit = Math.min(most, MOST_FOUND);
    String what = "the papers about \"" + query + "\"";
    Listing found =
        watched(
            "Search",
            0,
            pages ->
                once(
                    pages.ask(
                        "asking Hugging Face",
                        what,
                        null,
                        "/api/papers/search",
                        "q",
                        query,
                        "limit",
                        limit)));
    Listing first = new Listing(found.papers().stream().limit(limit).toList(), found.notes());
    if (found.papers().isEmpty()) {
      return first.noted(
          "Hugging Face found nothing for \"" + query + "\". Try fewer or other words.");
    }
    return most > MOST_FOUND
        ? first.noted("Hugging Face's search gives at most " + MOST_FOUND + " papers.")
        : first;
  }

  /** Does a job under a bar that counts the days; none of them means the papers are counted. */
  private <T> T watched(String what, long days, Function<DailyPages, T> job) {
    try (Progress progress = Progress.of(what, days > 0 ? days : -1)) {
      return job.apply(new DailyPages(client, progress, days > 0));
    }
  }

  private static Listing once(DailyPages.Page page) {
    Merge merge = new Merge();
    merge.add(page.listing());
    return merge.listing();
  }

  private static Listing todays(DailyPages pages, LocalDate today) {
    try {
      return day(pages, today);
    } catch (PapersException e) {
      // Our clock may be ahead of theirs, and a day to come is refused.
      if (e.status() == 400) {
        return Listing.of(List.of());
      }
      throw e;
    }
  }

  private static Listing day(DailyPages pages, LocalDate day) {
    Listing listing = pages.all("date", day.toString(), day).listing().mostUpvotedFirst();
    // An empty day of the web page shows the list before it; should the API ever do so, too:
    boolean copy =
        !listing.papers().isEmpty()
            && listing.papers().stream().noneMatch(paper -> day.equals(paper.listed()));
    return copy ? Listing.of(List.of()) : listing;
  }

  /** Whether there is no list, which is not one whose records could not be read. */
  private static boolean isMissing(Listing listing) {
    return listing.papers().isEmpty() && listing.notes().isEmpty();
  }

  private Listing days(DailyPages pages, LocalDate from, LocalDate to) {
    LocalDate last = to.isAfter(today()) ? today() : to;
    Merge merge = new Merge();
    for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
      merge.add(day(pages, day));
      pages.passed(day, day);
    }
    return merge.listing();
  }

  /**
   * The list of a week or a month, cut to these days; null if the API refuses it or does not tell
   * the list day of each paper, so that the days must be asked one by one.
   */
  private static @Nullable Listing span(
      DailyPages pages, String key, String name, LocalDate from, LocalDate to) {
    try {
      DailyPages.Pages whole = pages.all(key, name, null);
      if (!whole.dated()) {
        return null;
      }
      pages.passed(from, to);
      return new Listing(
          whole.listing().papers().stream()
              .filter(paper -> isWithin(paper.listed(), from, to))
              .toList(),
          whole.listing().notes());
    } catch (PapersException e) {
      if (e.status() == 400) {
        return null;
      }
      throw e;
    }
  }

  private static boolean isWithin(@Nullable LocalDate day, LocalDate from, LocalDate to) {
    return day != null && !day.isBefore(from) && !day.isAfter(to);
  }
}
