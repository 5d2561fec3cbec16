package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Ask;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lists of Hugging Face, page by page. A page may hold fewer records than asked for and yet not be
 * the last; only an empty one is.
 */
final class DailyPages {
  static final int LIMIT = 100;

  /** Ten times the largest month so far; a server that never ends must not keep us. */
  private static final int MOST = 100;

  private final Client client;
  private final Progress progress;
  private final boolean ofDays;
  private long done;

  /** The progress counts days where the job is {@code ofDays}, else papers. */
  DailyPages(Client client, Progress progress, boolean ofDays) {
    this.client = client;
    this.progress = progress;
    this.ofDays = ofDays;
  }

  /** One answer: its papers in order, and whether it was empty, every record told its list day. */
  record Page(Listing listing, boolean empty, boolean dated) {}

  /** All pages of one list. */
  record Pages(Listing listing, boolean dated) {}

  /**
   * All pages of the list that {@code name} has under the parameter {@code key}.
   *
   * @param day the day of the list, if it is of one day
   */
  Pages all(String key, String name, @Nullable LocalDate day) {
    Merge merge = new Merge();
    boolean dated = true;
    int stale = 0;
    for (int p = 0; p < MOST; p++) {
      String place = name + " page " + (p + 1);
      Page page =
          page(place, "the Daily Papers of " + name, day, key, name, "limit", LIMIT, "p", p);
      if (page.empty()) {
        return new Pages(merge.listing(), dated);
      }
      dated &= page.dated();
      stale = merge.add(place, page.listing()) == 0 ? stale + 1 : 0;
      if (stale == 2) {
        merge.note(
            "The pages of " + name + " repeat themselves, so more papers may be there than came.");
        return new Pages(merge.listing(), dated);
      }
    }
    merge.note("The list of " + name + " did not end; these are its first " + MOST + " pages.");
    return new Pages(merge.listing(), dated);
  }

  /** One page of {@code /api/daily_papers}; names and values of the query take turns. */
  Page page(String place, String what, @Nullable LocalDate day, Object... query) {
    return ask(place, what, day, "/api/daily_papers", query);
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

  /** These days are dealt with. */
  void passed(LocalDate from, LocalDate to) {
    done += ofDays ? ChronoUnit.DAYS.between(from, to) + 1 : 0;
    progress.step(done, to.toString());
  }

  private static Page read(JsonNode records, @Nullable LocalDate day, Instant fetchedAt) {
    boolean dated = true;
    for (JsonNode record : records) {
      JsonNode paper = record.path("paper");
      dated &= !paper.isObject() || Clean.day(paper.path("submittedOnDailyAt").textValue()) != null;
    }
    return new Page(HfJson.readInOrder(records, day, fetchedAt), records.isEmpty(), dated);
  }
}
