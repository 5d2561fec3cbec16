package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Ask;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists of Hugging Face, page by page. A page may hold fewer records than asked for and yet not be
 * the last; only an empty one is.
 */
final class DailyPages {
  static final int LIMIT = 100;

  /** Ten times the largest month so far; a server that never ends must not keep us. */
  private static final int MOST = 100;

  /** How often an empty page is asked again that should not be one. */
  private static final int DOUBTS = 2;

  private static final Page NO_MORE = new Page(Listing.of(List.of()), 0, true);

  private final Client client;
  private final Progress progress;
  private final boolean ofDays;
  private long done;

  /** What went wrong with the API, once pages for people are read in its place. */
  private @Nullable PapersException failure;

  /** The progress counts days where the job is {@code ofDays}, else papers. */
  DailyPages(Client client, Progress progress, boolean ofDays) {
    this.client = client;
    this.progress = progress;
    this.ofDays = ofDays;
  }

  /**
   * One answer: its papers in order, how many records it had, and whether each of them told its
   * list day.
   */
  record Page(Listing listing, int records, boolean dated) {
    boolean empty() {
      return records == 0;
    }

    boolean isUnreadable() {
      return records > 0 && listing.papers().isEmpty();
    }
  }

  /**
   * All pages of one list.
   *
   * @param dated whether each record told its list day; if not, and nobody wanted them all the
   *     same, the first page alone is here
   * @param whole whether the list was read to its end and each record could be read
   * @param doubtful whether the API said that there is no more where more was to be expected
   */
  record Pages(Listing listing, boolean dated, boolean whole, boolean doubtful) {
    Pages(Listing listing, boolean dated, boolean whole) {
      this(listing, dated, whole, false);
    }
  }

  /**
   * All pages of the list that {@code name} has under the parameter {@code key}.
   *
   * @param day the day of the list, if it is of one day
   * @param surely whether it would be strange if the list had no papers
   * @param undated whether the papers are wanted even if they do not tell their days
   */
  Pages all(String key, String name, @Nullable LocalDate day, boolean surely, boolean undated) {
    Merge merge = new Merge();
    boolean dated = true;
    boolean whole = true;
    int stale = 0;
    int last = surely ? LIMIT : 0;
    int doubts = 0;
    for (int p = 0; p < MOST; p++) {
      String place = name + " page " + (p + 1);
      Page page =
          page(place, "the Daily Papers of " + name, day, key, name, "limit", LIMIT, "p", p);
      if (page.empty()) {
        // After a full page there is nearly always another: a service in trouble says [] as well.
        if (last < LIMIT || doubts++ == DOUBTS) {
          // What pages for people show is never sure to be all, nor is an empty one of them.
          boolean doubtful = last >= LIMIT && failure == null;
          return new Pages(merge.listing(), dated, whole && failure == null && !doubtful, doubtful);
        }
        p--;
        continue;
      }
      last = page.records();
      doubts = 0;
      dated &= page.dated();
      whole &= page.listing().papers().size() == page.records();
      stale = merge.add(place, page.listing()) == 0 ? stale + 1 : 0;
      if (!dated && !undated) {
        return new Pages(merge.listing(), false, false);
      }
      if (stale == 2) {
        merge.note(
            "The pages of " + name + " repeat themselves, so more papers may be there than came.");
        return new Pages(merge.listing(), dated, false);
      }
    }
    merge.note("The list of " + name + " did not end; these are its first " + MOST + " pages.");
    return new Pages(merge.listing(), dated, false);
  }

  /**
   * One page of {@code /api/daily_papers}; names and values of the query take turns. When the API
   * is in trouble the page for people takes its place, for the rest of the job.
   */
  Page page(String place, String what, @Nullable LocalDate day, Object... query) {
    String web = webPath(query);
    if (web == null) {
      // There is no page with the same: ask again, the trouble may be over.
      Page page = ask(place, what, day, "/api/daily_papers", query);
      failure = null;
      return page;
    }
    if (failure != null && !isFirst(query)) {
      return NO_MORE;
    }
    try {
      if (failure == null) {
        Page page = ask(place, what, day, "/api/daily_papers", query);
        return page.isUnreadable() ? orElse(page, what, web) : page;
      }
    } catch (PapersException e) {
      Page page = web(what, web, e);
      failure = e;
      return page;
    }
    return web(what, web, failure);
  }

  /** Who tells of days of which the API has nothing. */
  WebWitness witness() {
    return new WebWitness(new Fetcher(client, progress));
  }

  private Page orElse(Page unreadable, String what, String path) {
    PapersException why = new PapersException("No record could be read.", null, 200, 1, null);
    try {
      Page page = web(what, path, why);
      failure = page.listing().papers().isEmpty() ? null : why;
      return failure == null ? unreadable : page;
    } catch (PapersException e) {
      return unreadable;
    }
  }

  private Page web(String what, String path, PapersException why) {
    WebPage page = WebPage.of(new Fetcher(client, progress), what, path, why);
    List<Paper> papers = page.listing().papers();
    // One record more than came: nobody knows whether the page shows all, and so it is not whole.
    return papers.isEmpty()
        ? NO_MORE
        : new Page(page.listing().noted(page.why()), papers.size() + 1, true);
  }

  private static boolean isFirst(Object... query) {
    return Integer.valueOf(0).equals(query[query.length - 1]);
  }

  /** The page for people with the same papers; null for a week or a month, which it cuts. */
  private static @Nullable String webPath(Object... query) {
    return switch (String.valueOf(query[0])) {
      case "date" -> "/papers/date/" + query[1];
      case "sort" -> "/papers/trending";
      case "limit" -> "/papers";
      default -> null;
    };
  }

  /** The first page of the list of a day. */
  Page first(LocalDate day) {
    String what = "the Daily Papers of " + day;
    return page(day.toString(), what, day, "date", day, "limit", LIMIT, "p", 0);
  }

  /** One answer of the API; {@code place} is what the progress shows. */
  Page ask(String place, String what, @Nullable LocalDate day, String path, Object... query) {
    Service hub = Service.HUGGING_FACE;
    progress.step(done, place);
    Ask ask = new Ask(hub, what, client.settings().address(hub, path, query));
    Page page =
        client.get(
            ask,
            answer -> read(Bodies.jsonArray(answer), day, answer.fetchedAt()),
            progress::pause);
    done += ofDays ? 0 : page.listing().papers().size();
    progress.step(done, place);
    return page;
  }

  /** So many days are dealt with. */
  void passed(int days, String place) {
    done += ofDays ? days : 0;
    progress.step(done, place);
  }

  private static Page read(JsonNode records, @Nullable LocalDate day, Instant fetchedAt) {
    boolean dated = true;
    for (JsonNode record : records) {
      JsonNode paper = record.path("paper");
      dated &= !paper.isObject() || Clean.day(paper.path("submittedOnDailyAt").textValue()) != null;
    }
    return new Page(HfJson.readInOrder(records, day, fetchedAt), records.size(), dated);
  }
}
