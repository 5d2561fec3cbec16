package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Answer;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Service;
import io.github.broadsheet.http.Trouble;
import java.util.List;
import java.util.Objects;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What arXiv announced today: its feed (<a href="https://info.arxiv.org/help/rss.html">help</a>),
 * made at midnight in New York and empty on Saturday, Sunday and holidays.
 */
public final class Announcements {
  /** How a paper is announced, as a further column of the table. */
  public static final String TYPE = "announce_type";

  /** No feed holds more. */
  private static final int MOST = 2_000;

  private final Client client;

  public Announcements(Client client) {
    this.client = client;
  }

  /**
   * Today's announcements in these categories, in the order of the feed.
   *
   * @throws IllegalArgumentException if there is no category, or one is none of arXiv's
   */
  public ReadTable of(List<String> asked) {
    List<String> categories = asked.stream().map(ArxivTerms::spelling).toList();
    for (String category : categories) {
      if (!ArxivTerms.isCategory(category)) {
        throw new IllegalArgumentException(
            "arXiv has no category \"" + category + "\". One is written like cs.CL, hep-th or cs.");
      }
    }
    if (categories.isEmpty()) {
      throw new IllegalArgumentException(
          "Name a category, for example Papers.announced(\"cs.CL\").");
    }
    String name = String.join("+", categories);
    AtomFeed feed;
    try (Progress progress = Progress.of("arXiv announcements", -1)) {
      feed =
          new Fetcher(client, progress)
              .read(
                  Service.ARXIV_FEED,
                  "what arXiv announced today in " + name,
                  Announcements::read,
                  "/atom/" + name);
    }
    ReadTable read =
        new ReadTable(
            table("arXiv announcements " + name, feed.listing(), feed.announced()),
            feed.listing().notes());
    if (feed.entries() == 0) {
      return read.noted(
          "arXiv announces nothing in "
              + name
              + " today (feed of "
              + Objects.requireNonNullElse(Clean.day(feed.updated()), "an unknown day")
              + "): there are no announcements on Saturdays, Sundays and holidays."
              + " Papers.arxiv(\"cat:"
              + categories.get(0)
              + "\", 50) gives the newest papers.");
    }
    return feed.entries() < MOST
        ? read
        : read.noted("arXiv's feed ends at " + MOST + " papers. Ask for fewer categories at once.");
  }

  private static AtomFeed read(Answer answer) throws Trouble {
    String xml = Bodies.atom(answer);
    if (xml.contains("<title>Feed error")) {
      throw Trouble.unusable(
          "sent a feed that reports an error", "Check the categories; a good one: cs.CL", null);
    }
    try {
      return AtomFeed.read(xml, answer.fetchedAt());
    } catch (PapersException e) {
      throw Trouble.unusable(
          "sent a feed that cannot be read (" + e.getMessage() + ")",
          "Run this again in a minute.",
          e);
    }
  }

  /** Papers with the way each of them is announced. */
  static Table table(String name, Listing listing, List<String> announced) {
    StringColumn types = StringColumn.create(TYPE);
    for (String type : announced) {
      if (type.isEmpty()) {
        types.appendMissing();
      } else {
        types.append(type);
      }
    }
    return PaperTable.of(name, listing.papers()).addColumns(types);
  }
}
