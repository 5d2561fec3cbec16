package io.github.broadsheet;

import io.github.broadsheet.source.Arxiv;
import io.github.broadsheet.source.Generated;
import io.github.broadsheet.source.HuggingFace;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.Sample;
import java.time.LocalDate;
import java.time.YearMonth;
import tech.tablesaw.api.Table;

/**
 * Listings of papers as Tablesaw tables, one row a paper.
 *
 * <p>Every listing has these columns, in this order:
 *
 * <ul>
 *   <li>{@code id} (String; the arXiv id without version), {@code title}, {@code abstract}, {@code
 *       authors} (names joined with {@code "; "}), {@code author_count} (Integer), {@code
 *       organization}
 *   <li>{@code published} (LocalDate, of the first version) and {@code listed} (LocalDate, the day
 *       of the Daily list), both UTC
 *   <li>{@code upvotes}, {@code comments} (Integer, as of {@code fetched_at})
 *   <li>{@code keywords}, {@code categories} (joined with {@code "; "}), {@code code_url}, {@code
 *       stars} (Integer), {@code project_url}, {@code url}, {@code source}, {@code fetched_at}
 *       (Instant)
 * </ul>
 *
 * What a source does not say is missing, never 0 and never "". What a reader should know of a
 * listing besides (a record that could not be read, a day without a list) is shown as a line below
 * the cell.
 *
 * <pre>{@code
 * Papers.today().first(10)
 * var papers = Papers.between("2025-09-01", "2025-11-30");
 * papers.where(about("agent").and(upvoted(20)))
 * }</pre>
 *
 * <p>A request that takes long shows how far it is; interrupting the cell ends it within a second.
 * One that fails is tried again where that may help, and then throws a {@link PapersException} that
 * says what was asked, what came back, how often it was tried and what to do. An argument that
 * cannot be right (a day that does not exist, one still to come) throws an {@link
 * IllegalArgumentException} before anything is asked.
 *
 * <p>What is fetched is kept in the local archive ({@link #archive()}), with the votes as they were
 * seen. Lists of days that are more than two weeks old are fetched once; from then on they come
 * from there. Should the archive fail (a full disk, a damaged file), the listing comes all the
 * same, and a line below the cell says what happened and what to do.
 *
 * <p>The environment: {@code HF_ENDPOINT} and {@code ARXIV_ENDPOINT} name other servers, {@code
 * HF_TOKEN} doubles the limit of requests, {@code BROADSHEET_HOME} names the folder of the archive,
 * {@code BROADSHEET_OFFLINE=1} keeps the network out of it: lists then come from the archive alone,
 * and a line says what is missing.
 */
public final class Papers extends MorePapers {
  private static final int FOUND = 25;

  private Papers() {}

  /**
   * The newest list of Hugging Face's <a href="https://huggingface.co/papers">Daily Papers</a>,
   * most upvoted first. A line below the cell says so when it is not of today (UTC): lists come out
   * Monday to Friday and grow from the morning on, so the same call gives more papers and more
   * votes in the evening. Some 15 to 60 rows.
   *
   * <p>Example: {@code Papers.today().first(10)}
   *
   * @throws PapersException when the list cannot be had
   */
  public static Table today() {
    return table(Archived.shared().newest());
  }

  /**
   * The Daily Papers of exactly this day, most upvoted first. A day without a list (a weekend, a
   * holiday, one not out yet) gives a table without rows, with all columns, and a line that says
   * why and names the nearest days that have one.
   *
   * <p>Example: {@code Papers.on("2025-10-29")}
   *
   * @param day the day of the list, UTC, written year-month-day; lists begin in May 2023
   * @throws IllegalArgumentException for a day that does not exist or is still to come
   * @throws PapersException when the list cannot be had
   */
  public static Table on(String day) {
    return on(Days.day(day));
  }

  /** The Daily Papers of exactly this day: see {@link #on(String)}. */
  public static Table on(LocalDate day) {
    HuggingFace hub = HuggingFace.shared();
    Days.notAfter(hub.today(), day, day.toString(), "Papers.on(\"" + hub.today() + "\")");
    return table(Archived.shared().on(day));
  }

  /**
   * The Daily Papers of an ISO week, Monday to Sunday, each paper once, most upvoted first.
   *
   * <p>Example: {@code Papers.week("2025-W10")} (3 to 9 March 2025)
   *
   * @param week year and week number; the running week gives the days so far
   * @throws IllegalArgumentException for a week that does not exist or is still to come
   * @throws PapersException when the lists cannot be had
   */
  public static Table week(String week) {
    LocalDate monday = Days.week(week);
    HuggingFace hub = HuggingFace.shared();
    Days.notAfter(hub.today(), monday, "The week " + week.strip(), "Papers.today()");
    return table(Archived.shared().week("Daily Papers " + week.strip(), monday));
  }

  /**
   * The Daily Papers of a month, each paper once, most upvoted first: some 300 to 800 rows in a few
   * requests.
   *
   * <p>Example: {@code Papers.month("2025-03")}
   *
   * @param month written year-month; the running month gives the days so far
   * @throws IllegalArgumentException for a month that does not exist or is still to come
   * @throws PapersException when the lists cannot be had
   */
  public static Table month(String month) {
    YearMonth asked = Days.month(month);
    HuggingFace hub = HuggingFace.shared();
    Days.notAfter(hub.today(), asked.atDay(1), "The month " + asked, "Papers.today()");
    LocalDate end = asked.atEndOfMonth();
    LocalDate last = end.isAfter(hub.today()) ? hub.today() : end;
    return table(Archived.shared().between("Daily Papers " + asked, asked.atDay(1), last));
  }

  /**
   * The Daily Papers from one day to another, both included, each paper once (with the first day it
   * was listed and the newest votes), most upvoted first. Days more than two weeks old come from
   * the local archive once they were fetched; a line below the cell says how many did. The others
   * are fetched, by months where that needs fewer requests; a year is some 70. What has come is
   * kept when the call is interrupted, and the next one goes on from there. Hugging Face takes 500
   * in 5 minutes; past that the call waits and says so (<a
   * href="https://huggingface.co/docs/hub/rate-limits">limits</a>).
   *
   * <p>Example: {@code Papers.between("2025-09-01", "2025-11-30")}
   *
   * @param from the first day, UTC, written year-month-day
   * @param to the last day, today at the latest
   * @throws IllegalArgumentException for a day that does not exist or is still to come, or a range
   *     that ends before it begins
   * @throws PapersException when the lists cannot be had
   */
  public static Table between(String from, String to) {
    return between(Days.day(from), Days.day(to));
  }

  /** The Daily Papers from one day to another: see {@link #between(String, String)}. */
  public static Table between(LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(
          "The range ends (%s) before it begins (%s). Try Papers.between(\"%s\", \"%s\")."
              .formatted(to, from, to, from));
    }
    HuggingFace hub = HuggingFace.shared();
    LocalDate begin = from.isAfter(hub.today()) ? hub.today() : from;
    Days.notAfter(
        hub.today(),
        to,
        to.toString(),
        "Papers.between(\"%s\", \"%s\")".formatted(begin, hub.today()));
    return table(Archived.shared().between("Daily Papers " + from + " to " + to, from, to));
  }

  /**
   * The hundred papers that trend on Hugging Face now, in its own order, which is not that of the
   * upvotes. The papers may be of any day.
   *
   * <p>Example: {@code Papers.trending().first(10)}
   *
   * @throws PapersException when the list cannot be had
   */
  public static Table trending() {
    return recorded("Trending papers", HuggingFace.shared().trending());
  }

  /**
   * The 25 papers Hugging Face's search finds first: see {@link #search(String, int)}.
   *
   * <p>Example: {@code Papers.search("world model")}
   */
  public static Table search(String query) {
    return search(query, FOUND);
  }

  /**
   * What Hugging Face's search finds among all Daily Papers, in its order of relevance.
   *
   * <p>Example: {@code Papers.search("attention sinks", 10)}
   *
   * @param query some words, or an arXiv id
   * @param n at most so many rows; the search gives no more than 120
   * @throws IllegalArgumentException if the query has no words or n is less than 1
   * @throws PapersException when the search cannot be had
   */
  public static Table search(String query, int n) {
    String words = words("search", query, "\"world model\"");
    atLeastOne(n);
    return recorded("Papers about " + words, HuggingFace.shared().search(words, n));
  }

  /**
   * Papers of arXiv that match a query, newest first, of all years and fields. arXiv has no upvotes
   * and no list day: those columns are missing.
   *
   * <p>Example: {@code Papers.arxiv("cat:cs.CL AND ti:\"chain of thought\"", 50)}
   *
   * @param query in arXiv's <a
   *     href="https://info.arxiv.org/help/api/user-manual.html#query_details">language</a>: {@code
   *     ti: au: abs: cat: all:} with AND, OR, ANDNOT and quotes, {@code submittedDate:[202506010000
   *     TO 202506302359]} (GMT). Put parentheses: arXiv reads {@code a AND b OR c} as {@code a AND
   *     (b OR c)}
   * @param n at most so many rows. arXiv gives at most 30,000 of one query, and takes one request
   *     of 1,000 papers in 3 seconds; past that the call waits and says so
   * @throws IllegalArgumentException if the query has no words, or n is less than 1 or more than
   *     30,000
   * @throws PapersException when the papers cannot be had
   */
  public static Table arxiv(String query, int n) {
    String words = words("arxiv", query, "\"cat:cs.CL AND ti:agent\", 50");
    atLeastOne(n);
    if (n > Arxiv.MOST) {
      throw new IllegalArgumentException(
          "arXiv gives at most 30000 papers of one query, asked were "
              + n
              + ". Split it by time: add AND submittedDate:[202501010000 TO 202503312359], then the"
              + " next quarter.");
    }
    String name = "arXiv " + words;
    return table(name, Recorded.shared().parts(name, told -> Arxiv.shared().query(words, n, told)));
  }

  /**
   * 41 real papers that come with the library, to try things without a network: what a search page
   * of the Daily Papers showed on 1 June 2026, with a sentence or two of our own as the abstract.
   * Author names and upvotes are missing; the numbers of authors are there.
   *
   * <p>Example: {@code Papers.sample().where(about("attention"))}
   */
  public static Table sample() {
    return table("Sample of Daily Papers", Sample.listing());
  }

  /**
   * Invented papers whose trends are known, to try an analysis and to see that it finds what is
   * there: 24 months up to December 2025, by day, with made-up words. Twenty phrases rise from 1 %
   * of the papers to 4 % ({@code world model}, {@code tool use}, …), ten fall from 4 % to 1 %
   * ({@code word embedding}, …), ten stay at 2 % ({@code diffusion model}, …); {@code
   * Generated.of(n, seed).planted()} of the package {@code source} has them all. A thousand papers
   * take 2 MB; the same numbers give the same papers everywhere.
   *
   * <p>Example: {@code Trend.of(Papers.generated(20_000, 1), "world model", "word embedding")}
   *
   * @param n how many rows
   * @param seed other papers for another number
   * @throws IllegalArgumentException if n is less than 1
   */
  public static Table generated(int n, long seed) {
    atLeastOne(n);
    return table("Generated papers", Listing.of(Generated.of(n, seed).papers().toList()));
  }

  private static Table recorded(String name, Listing listing) {
    return table(name, Recorded.shared().once(listing));
  }
}
