package io.github.broadsheet;

import io.github.broadsheet.display.Notes;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.source.Announcements;
import io.github.broadsheet.source.Harvest;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.LoadLog;
import io.github.broadsheet.source.PaperDetail;
import io.github.broadsheet.source.PaperFile;
import io.github.broadsheet.source.PaperStream;
import io.github.broadsheet.source.PaperTable;
import io.github.broadsheet.source.ReadTable;
import io.github.broadsheet.source.SemanticScholar;
import io.github.broadsheet.source.Source;
import io.github.broadsheet.source.Sources;
import io.github.broadsheet.source.Submissions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The words of {@link Papers} that go beyond the Daily lists, the searches and the archive: single
 * papers, further services, files. They are typed as {@code Papers.paper(…)}; this class only keeps
 * that one short.
 */
abstract sealed class MorePapers permits Papers {
  private static final int MOST_NOTES = 6;

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
    return shown(new PaperDetail(Client.shared()).of(id));
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
    return table("Papers submitted by " + login, new Submissions(Client.shared()).by(login, n));
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
    return shown(new Announcements(Client.shared()).of(List.of(categories)));
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
    return table(
        "arXiv harvest " + set + " " + from + " to " + to, Harvest.shared().of(set, from, to));
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
    return shown(new SemanticScholar(Client.shared()).citations(papers));
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
    return table(source + " " + query, Sources.find(source, query, n));
  }

  /**
   * Makes a source of one's own known in this session, for {@link #from}. Another of the same name
   * gives way to it. Example: {@code Papers.add(new OpenReview())}
   */
  public static void add(Source source) {
    Sources.add(source);
  }

  /**
   * The papers of a file: JSON of Hugging Face's API, a saved page of huggingface.co/papers, the
   * text copied from it, a saved listing page of arXiv, an arXiv Atom feed, JSON lines (also an
   * arXiv dump), CSV or BibTeX, gzipped or not. What kind it is shows in its content, whatever its
   * name. A record that cannot be read is skipped, counted and named below the cell.
   *
   * <p>A file of {@link #write(Table, String) Papers.write} in CSV or JSON lines comes back as it
   * was; every other one gives the columns of a listing.
   *
   * <p>Example: {@code Papers.read("daily-papers.txt")}
   *
   * @param path of a file; a relative one starts in the folder of the notebook
   * @throws PapersException if there is no such file or it holds no listing, with what was found
   */
  public static Table read(String path) {
    return file(path(path), null);
  }

  /** The papers of a file: see {@link #read(String)}. */
  public static Table read(Path path) {
    return file(path, null);
  }

  /**
   * The papers of a file that was made on this day: see {@link #read(String)}. The day matters
   * where the file does not say it: for the dates without a year in the text copied from a page,
   * and for the list day in Hugging Face's JSON of before March 2025.
   *
   * <p>Example: {@code Papers.read("daily-papers.txt", "2026-06-01")}
   *
   * @param asOf the day, UTC, written year-month-day
   * @throws IllegalArgumentException for a day that does not exist
   * @throws PapersException if there is no such file or it holds no listing, with what was found
   */
  public static Table read(String path, String asOf) {
    return file(path(path), Days.day(asOf));
  }

  /** The papers of a file that was made on this day: see {@link #read(String, String)}. */
  public static Table read(String path, LocalDate asOf) {
    return file(path(path), asOf);
  }

  /** The papers of a file that was made on this day: see {@link #read(String, String)}. */
  public static Table read(Path path, String asOf) {
    return file(path, Days.day(asOf));
  }

  /** The papers of a file that was made on this day: see {@link #read(String, String)}. */
  public static Table read(Path path, LocalDate asOf) {
    return file(path, asOf);
  }

  /**
   * The papers of a large file that a filter chooses, such as those of one category in the snapshot
   * of all of arXiv (<a href="https://www.kaggle.com/datasets/Cornell-University/arxiv">Kaggle</a>,
   * several GB, packed or not). Only what is chosen is held in memory; a bar shows how far it is,
   * and some millions of papers take minutes. Files of other kinds are read whole, then filtered.
   *
   * <p>Example: {@code Papers.read("arxiv-metadata-oai-snapshot.json",
   * in("cs.CL").and(since("2020-01-01")))}
   *
   * @throws PapersException if there is no such file or it holds no listing, with what was found
   */
  public static Table read(String path, Filter filter) {
    return read(path(path), filter);
  }

  /** The papers of a large file that a filter chooses: see {@link #read(String, Filter)}. */
  public static Table read(Path path, Filter filter) {
    return shown(PaperStream.read(path, filter));
  }

  /**
   * Writes a table to a file, in the form its name ends with: {@code .csv}, {@code .jsonl}, {@code
   * .bib} (BibTeX), {@code .ris} (Zotero, EndNote, Mendeley) or {@code .md} (a list to read, with
   * links), packed if {@code .gz} follows. {@link #read(String) Papers.read} gives CSV and JSON
   * lines back equal, ids included. A file that is there is replaced once the new one is whole.
   *
   * <p>Example: {@code Papers.write(papers, "agents.csv")}
   *
   * @throws IllegalArgumentException if the name has another ending
   * @throws PapersException if the file cannot be written; one that was there is then unchanged
   */
  public static void write(Table table, String path) {
    PaperFile.write(table, path(path));
  }

  /** Writes a table to a file: see {@link #write(Table, String)}. */
  public static void write(Table table, Path path) {
    PaperFile.write(table, path);
  }

  private static Table file(Path path, @Nullable LocalDate asOf) {
    return shown(PaperFile.read(path, asOf));
  }

  private static Path path(String path) {
    if (path.startsWith("http://") || path.startsWith("https://")) {
      throw new IllegalArgumentException(
          "This is an address, not a file. Save it first and read the file, or ask for the papers"
              + " themselves: Papers.on(\"2025-10-29\"), Papers.search(\"world model\").");
    }
    return Path.of(path);
  }

  static Table shown(ReadTable read) {
    say(read.notes());
    return noted(read.table());
  }

  static Table table(String name, Listing listing) {
    return shown(new ReadTable(PaperTable.of(name, listing.papers()), listing.notes()));
  }

  static Table noted(Table listing) {
    LoadLog.note(listing);
    return listing;
  }

  static void say(List<String> notes) {
    notes.stream().limit(MOST_NOTES).forEach(Notes::say);
    if (notes.size() > MOST_NOTES) {
      Notes.say("And " + (notes.size() - MOST_NOTES) + " more remarks of this kind.");
    }
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
