package io.github.broadsheet.source;

import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Answer;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Service;
import io.github.broadsheet.http.Trouble;

/** The Daily Papers that one user of Hugging Face put on the lists. */
public final class Submissions {
  private static final int PAGE = 100;

  private final Client client;

  private record Page(Listing listing, boolean empty) {}

  public Submissions(Client client) {
    this.client = client;
  }

  /** At most so many, in Hugging Face's order; told of page by page. */
  public Listing by(String user, int most, Arrivals arrivals) {
    Merge merge = new Merge();
    int papers = 0;
    try (Progress progress = Progress.of("Papers submitted by " + user, -1)) {
      Fetcher fetcher = new Fetcher(client, progress, arrivals);
      for (int p = 0; papers < most; p++) {
        Page page =
            fetcher.read(
                Service.HUGGING_FACE,
                "the Daily Papers submitted by " + user,
                Submissions::read,
                "/api/daily_papers",
                "submitter",
                user,
                "limit",
                PAGE,
                "p",
                p);
        fetcher.arrived(page.listing());
        int more = merge.add("page " + (p + 1), page.listing());
        // A page may hold fewer records than asked for; only an empty one is the last.
        if (page.empty() || more == 0) {
          break;
        }
        papers += more;
        fetcher.step(papers, "page " + (p + 1));
      }
    }
    Listing all = merge.listing();
    Listing first = new Listing(all.papers().stream().limit(most).toList(), all.notes());
    return first.papers().isEmpty() && first.notes().isEmpty()
        ? first.noted(
            "Nobody called \""
                + user
                + "\" has submitted Daily Papers. The login is wanted, such as \"akhaliq\", not the"
                + " full name.")
        : first;
  }

  private static Page read(Answer answer) throws Trouble {
    var records = Bodies.jsonArray(answer);
    return new Page(HfJson.readInOrder(records, null, answer.fetchedAt()), records.isEmpty());
  }
}
