package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Client;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The Daily Papers of Hugging Face, through its API. Days are UTC. Lists come most upvoted first. A
 * list grows during its day, and votes for weeks after it: what is kept of it, and so not asked
 * again, is up to its {@link ListKeeper}.
 */
public final class HuggingFace {
  /** How many papers the search gives at most. */
  public static final int MOST_FOUND = 120;

  private final Client client;
  private final Clock clock;
  private final ListKeeper keeper;

  /** A list and its day. */
  public record DayList(LocalDate day, Listing listing) {}

  public HuggingFace(Client client, Clock clock) {
    this(client, clock, ListKeeper.NONE);
  }

  private HuggingFace(Client client, Clock clock, ListKeeper keeper) {
    this.client = client;
    this.clock = clock;
    this.keeper = keeper;
  }

  /** Over the client of this process. */
  public static HuggingFace shared() {
    return new HuggingFace(Client.shared(), Clock.systemUTC());
  }

  /** The same, but what the keeper has is not asked, and what comes is given to it. */
  public HuggingFace keeping(ListKeeper keeper) {
    return new HuggingFace(client, clock, keeper);
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
          DailyLists lists = new DailyLists(pages, clock, keeper);
          Listing todays = todays(lists, today);
          if (!isMissing(todays)) {
            return new DayList(today, todays);
          }
          ListDays days = new ListDays(pages, today, keeper);
          Optional<LocalDate> newest = days.newest();
          return newest.isEmpty()
              ? new DayList(today, todays.noted(days.whyEmpty(today)))
              : new DayList(
                  newest.get(), lists.day(newest.get()).noted(days.insteadOfToday(newest.get())));
        });
  }

  /** Exactly the list of this day; a day without one is empty, and a note says why. */
  public Listing day(LocalDate day) {
    return watched(
        "Daily Papers " + day,
        0,
        pages -> {
          Listing listing =
              day.isBefore(ListDays.FIRST)
                  ? Listing.of(List.of())
                  : new DailyLists(pages, clock, keeper).day(day);
          return isMissing(listing)
              ? listing.noted(new ListDays(pages, today(), keeper).whyEmpty(day))
              : listing;
        });
  }

  /** Why this day has no list, and the nearest days that have one. */
  public String whyEmpty(LocalDate day) {
    return watched(
        "Daily Papers " + day, 0, pages -> new ListDays(pages, today(), keeper).whyEmpty(day));
  }

  /** What to say of a range without lists. */
  public static String whyEmpty(LocalDate from, LocalDate to) {
    return ListDays.whyEmpty(from, to);
  }

  /** The days of a range on which there may be a list: none to come, none before the first. */
  public List<LocalDate> days(LocalDate from, LocalDate to) {
    LocalDate first = from.isBefore(ListDays.FIRST) ? ListDays.FIRST : from;
    LocalDate last = to.isAfter(today()) ? today() : to;
    return first.isAfter(last) ? List.of() : first.datesUntil(last.plusDays(1)).toList();
  }

  /** The lists of the week that starts on this Monday, but for what the keeper has or took. */
  public Listing week(LocalDate monday) {
    LocalDate sunday = monday.plusDays(6);
    return range(monday, sunday, (lists, wanted) -> lists.byWeek(monday, wanted));
  }

  /** The lists from one day to another, both included, but for what the keeper has or took. */
  public Listing between(LocalDate from, LocalDate to) {
    return range(from, to, DailyLists::byMonth);
  }

  private Listing range(
      LocalDate from, LocalDate to, BiFunction<DailyLists, List<LocalDate>, Listing> job) {
    List<LocalDate> wanted = days(from, to).stream().filter(day -> !keeper.has(day)).toList();
    if (wanted.isEmpty()) {
      return Listing.of(List.of());
    }
    Listing fetched =
        watched(
            "Daily Papers " + from + " to " + to,
            wanted.size(),
            pages -> job.apply(new DailyLists(pages, clock, keeper), wanted));
    // A month was asked for the sake of some of its days.
    List<Paper> within =
        fetched.papers().stream()
            .filter(paper -> DailyLists.isWithin(paper.listed(), from, to))
            .toList();
    return new Listing(within, fetched.notes()).mostUpvotedFirst();
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

  private static Listing todays(DailyLists lists, LocalDate today) {
    try {
      return lists.day(today);
    } catch (PapersException e) {
      // Our clock may be ahead of theirs, and a day to come is refused.
      if (e.status() == 400) {
        return Listing.of(List.of());
      }
      throw e;
    }
  }

  /** Whether there is no list, which is not one whose records could not be read. */
  private static boolean isMissing(Listing listing) {
    return listing.papers().isEmpty() && listing.notes().isEmpty();
  }
}
