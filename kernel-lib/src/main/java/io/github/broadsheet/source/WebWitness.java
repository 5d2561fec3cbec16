package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.Answer;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Service;
import io.github.broadsheet.http.Trouble;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page for people says of days of which the API has nothing: a service in trouble says so,
 * too, and a day that is believed to have no list is never asked for again. The page of a day
 * without a list shows the newest one before it, so that it tells of a whole stretch of days.
 */
final class WebWitness {
  /** A server that has no pages for people says no more than its API. */
  private static final Listing NO_PAGES = Listing.of(List.of());

  private final Fetcher fetcher;

  /** Whether the pages are in trouble, too. */
  private boolean silent;

  WebWitness(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** Whether there is surely no list on these days. */
  boolean seesNothing(LocalDate from, LocalDate to) {
    Listing shown = shown(from, to);
    return shown != null && shown.papers().isEmpty();
  }

  /** What there is of a day, with a note; nothing and no note if there is surely no list. */
  Listing of(LocalDate day) {
    Listing shown = shown(day, day);
    if (shown != null && shown.papers().isEmpty()) {
      return Listing.of(List.of());
    }
    String nothing = "Hugging Face's API gave no papers for " + day + ", a working day";
    return shown == null
        ? Listing.of(List.of())
            .noted(nothing + ", and its web page does not tell: run this again later.")
        : shown.mostUpvotedFirst().noted(nothing + ": these are from its web page.");
  }

  /** What the page shows of these days; null if nobody can tell. */
  private @Nullable Listing shown(LocalDate from, LocalDate to) {
    if (silent) {
      return null;
    }
    try {
      Optional<Listing> page =
          fetcher.read(
              Service.HUGGING_FACE,
              "the Daily Papers of " + to + " as a web page",
              WebWitness::page,
              "/papers/date/" + to);
      if (page.isEmpty()) {
        return NO_PAGES;
      }
      List<Paper> within =
          page.get().papers().stream()
              .filter(paper -> DailyLists.isWithin(paper.listed(), from, to))
              .toList();
      return page.get().papers().isEmpty() ? null : new Listing(within, page.get().notes());
    } catch (PapersException e) {
      silent = e.status() != 404;
      return silent ? null : NO_PAGES;
    }
  }

  /** Nothing where the answer is no page at all. */
  private static Optional<Listing> page(Answer answer) throws Trouble {
    return SavedPage.fits(Bodies.text(answer))
        ? Optional.of(WebPage.read(answer))
        : Optional.empty();
  }
}
