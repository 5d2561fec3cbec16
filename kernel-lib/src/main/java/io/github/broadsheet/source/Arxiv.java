package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Answer;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Service;
import io.github.broadsheet.http.Trouble;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * arXiv's API (<a href="https://info.arxiv.org/help/api/user-manual.html">manual</a>): one request
 * in 3 seconds, slices of a query one after the other.
 */
public final class Arxiv {
  /** Of one query, by arXiv's rules. */
  public static final int MOST = 30_000;

  /** arXiv allows 2,000; a slice of that size often takes longer than it waits itself. */
  private static final int SLICE = 1_000;

  private static final Pattern OPERATOR = Pattern.compile("\\b(AND|OR|ANDNOT)\\b");

  private final Client client;

  public Arxiv(Client client) {
    this.client = client;
  }

  /** Over the client of this process. */
  public static Arxiv shared() {
    return new Arxiv(Client.shared());
  }

  /** The newest papers that match: see {@link #query(String, int, Arrivals)}. */
  public Listing query(String query, int most) {
    return query(query, most, Arrivals.NOBODY);
  }

  /** The newest papers that match, at most so many, newest first; told of slice by slice. */
  public Listing query(String query, int most, Arrivals arrivals) {
    Merge merge = new Merge();
    if (isAmbiguous(query)) {
      merge.note(
          "arXiv reads a AND b OR c as a AND (b OR c): put parentheses to say which you mean.");
    }
    try (Progress progress = Progress.of("arXiv", most > SLICE ? most : -1)) {
      Fetcher fetcher = new Fetcher(client, progress, arrivals);
      int start = 0;
      int total = most;
      while (start < Math.min(most, total)) {
        int size = Math.min(SLICE, most - start);
        progress.step(start, "papers from " + (start + 1) + " on");
        AtomFeed feed = slice(query, start, size, fetcher);
        total = feed.total() == null ? most : feed.total();
        if (feed.entries() == 0) {
          break;
        }
        merge.add("Papers from " + (start + 1) + " on", feed.listing());
        fetcher.arrived(feed.listing());
        start += feed.entries();
        progress.step(start, "");
      }
      if (start == 0) {
        merge.note("arXiv found nothing for \"" + query + "\".");
      }
    }
    Listing listing = merge.listing();
    return new Listing(listing.papers().stream().limit(most).toList(), listing.notes());
  }

  private static boolean isAmbiguous(String query) {
    List<String> operators = OPERATOR.matcher(query).results().map(MatchResult::group).toList();
    Set<String> kinds = Set.copyOf(operators);
    boolean plain = kinds.equals(Set.of("AND")) || kinds.equals(Set.of("OR"));
    return operators.size() > 1 && !plain && !query.contains("(");
  }

  private AtomFeed slice(String query, int start, int size, Fetcher fetcher) {
    return fetcher.read(
        Service.ARXIV,
        "the arXiv papers for \"" + query + "\"",
        answer -> read(answer, start),
        "/api/query",
        "search_query",
        query,
        "start",
        start,
        "max_results",
        size,
        "sortBy",
        "submittedDate",
        "sortOrder",
        "descending");
  }

  private static AtomFeed read(Answer answer, int start) throws Trouble {
    String xml = Bodies.atom(answer);
    AtomFeed feed;
    try {
      feed = AtomFeed.read(xml, answer.fetchedAt());
    } catch (PapersException e) {
      throw Trouble.unusable(
          "sent a feed that cannot be read (" + e.getMessage() + ")",
          "Run this again in a minute.",
          e);
    }
    if (feed.entries() == 0 && feed.total() != null && start < feed.total()) {
      throw Trouble.unusable(
          "sent an empty page where " + (feed.total() - start) + " papers are left",
          "arXiv does so now and then: run this again in a minute, or ask for fewer papers.",
          null);
    }
    return feed;
  }
}
