package io.github.broadsheet;

import io.github.broadsheet.http.Client;
import io.github.broadsheet.source.Announcements;
import io.github.broadsheet.source.Harvest;
import io.github.broadsheet.source.PaperDetail;
import io.github.broadsheet.source.Source;
import io.github.broadsheet.source.Sources;
import io.github.broadsheet.source.Submissions;
import java.time.LocalDate;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * The words of {@link Papers} that go beyond the Daily lists and the searches: single papers,
 * further services, sources of one's own. They are typed as {@code Papers.paper(…)}; this class
 * only keeps that one short.
 */
abstract sealed class MorePapers extends KeptPapers permits Papers {
  MorePapers() {}

  /**
   * One paper as Hugging Face knows it now: a table of one row with the columns of a listing and
   * {@code models}, {@code datasets}, {@code spaces} (Integer: how many there refer to it). The
   * number of comments is missing: only lists tell it.
   *
   * <p>Example: {@code Papers.paper("2405.17430")}
   *
   * @param id the arXiv id, in quotes, or an address with it
   * @throws IllegalArgumentException if that is no arXiv id
   * @throws PapersException if Hugging Face does not know the paper, or cannot be asked
   */
  public static Table paper(String id) {
    return shown(Recorded.shared().once(new PaperDetail(Client.shared()).of(id)));
  }

  /**
   * The Daily Papers that one user of Hugging Face put on the lists, in its order, which is newest
   * first; 100 a request.
   *
   * <p>Example: {@code Papers.submittedBy("akhaliq", 200)}
   *
   * @param user the login, not the full name
   * @param n at most so many rows
   * @throws PapersException when they cannot be had
   */
  public static Table submittedBy(String user, int n) {
    String login = words("submittedBy", user, "\"akhaliq\", 200");
    atLeastOne(n);
    String name = "Papers submitted by " + login;
    Submissions submissions = new Submissions(Client.shared());
    return table(name, Recorded.shared().parts(name, told -> submissions.by(login, n, told)));
  }

  /**
   * What arXiv announced today, from its <a href="https://info.arxiv.org/help/rss.html">feed</a>:
   * the columns of a listing and {@code announce_type} (String: {@code new}, {@code cross}, {@code
   * replace}, {@code replace-cross}), new ones first. The feed is made at midnight in New York,
   * empty on Saturdays, Sundays and holidays, and holds at most 2,000 papers. Asked again the same
   * day, it costs no request.
   *
   * <p>Example: {@code Papers.announced("cs.CL", "cs.LG").where(t ->
   * t.stringColumn("announce_type").isEqualTo("new"))}
   *
   * @param categories one or more, such as {@code "cs.CL"} or {@code "cs"}
   * @throws IllegalArgumentException if one is no category of arXiv
   * @throws PapersException when the feed cannot be had
   */
  public static Table announced(String... categories) {
    return shown(
        Recorded.shared().once(new Announcements(Client.shared()).of(List.of(categories))));
  }

  /**
   * All papers of a category that were new or changed at arXiv in these days, each once, copied by
   * <a href="https://info.arxiv.org/help/oa/index.html">OAI-PMH</a>: the way for long histories,
   * some 1,000 papers every 3 seconds. It goes by the day of the last change: {@code published} is
   * the day of the first version and may be years before.
   *
   * <p>What has arrived is kept in the folder {@code BROADSHEET_HOME} names: after an interrupt the
   * same call goes on where it was, and months that are over are not asked for again. Needs the
   * network.
   *
   * <p>Example: {@code Papers.harvest("cs.CL", "2025-01-01", "2025-12-31")}
   *
   * @param set a category or archive, such as {@code "cs.CL"}, {@code "cs"} or {@code "hep-th"}
   * @param from the first day, UTC, written year-month-day
   * @param to the last day
   * @throws IllegalArgumentException for a set or a day that does not exist
   * @throws PapersException when it cannot be had; what has arrived is kept
   */
  public static Table harvest(String set, String from, String to) {
    return harvest(set, Days.day(from), Days.day(to));
  }

  /** All papers of a category in these days: see {@link #harvest(String, String, String)}. */
  public static Table harvest(String set, LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(
          "The range ends (%s) before it begins (%s). Try Papers.harvest(\"%s\", \"%s\", \"%s\")."
              .formatted(to, from, set, to, from));
    }
    String name = "arXiv harvest " + set + " " + from + " to " + to;
    return table(
        name, Recorded.shared().parts(name, told -> Harvest.shared().of(set, from, to, told)));
  }

  /**
   * A copy of a table with the columns {@code citations} and {@code influential_citations}
   * (Integer), as <a href="https://www.semanticscholar.org/product/api">Semantic Scholar</a> counts
   * them now, by arXiv id; the rows stay in their order. A paper it does not know has none. 500
   * papers a request; without a key in {@code S2_API_KEY} the service is often busy, and the call
   * waits and says so. Needs the network.
   *
   * <p>Example: {@code Papers.citations(papers).sortDescendingOn("citations")}
   *
   * @throws IllegalArgumentException if the table has no text column {@code id}
   * @throws PapersException when nothing can be had
   */
  public static Table citations(Table papers) {
    return shown(Recorded.shared().citations(papers));
  }

  /**
   * What a source of one's own finds, made known with {@link #add} or found on the class path.
   *
   * <p>Example: {@code Papers.from("openreview", "ICLR.cc/2026/Conference", 100)}
   *
   * @param source its name
   * @param query in its own language
   * @param n at most so many rows
   * @throws IllegalArgumentException if there is no such source, with the names there are
   * @throws PapersException when the papers cannot be had
   */
  public static Table from(String source, String query, int n) {
    atLeastOne(n);
    String name = source + " " + query;
    return table(name, Recorded.shared().parts(name, told -> Sources.find(source, query, n, told)));
  }

  /**
   * Makes a source of one's own known in this session, for {@link #from}. Another of the same name
   * gives way to it. Example: {@code Papers.add(new OpenReview())}
   */
  public static void add(Source source) {
    Sources.add(source);
  }

  static String words(String call, String query, String example) {
    String words = query.strip().replaceAll("\\s+", " ");
    if (words.isEmpty()) {
      throw new IllegalArgumentException(
          "The query has no words. Try Papers." + call + "(" + example + ").");
    }
    return words;
  }

  static void atLeastOne(int n) {
    if (n < 1) {
      throw new IllegalArgumentException(
          "The number of papers must be at least 1, asked were " + n + ".");
    }
  }
}
