package io.github.broadsheet;

import io.github.broadsheet.display.Notes;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.LoadLog;
import io.github.broadsheet.source.PaperFile;
import io.github.broadsheet.source.PaperStream;
import io.github.broadsheet.source.PaperTable;
import io.github.broadsheet.source.ReadTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The words of {@link Papers} for what is kept: in files, in the archive, of a listing that was
 * stopped. They are typed as {@code Papers.read(…)}; this class only keeps that one short.
 */
abstract sealed class KeptPapers permits MorePapers {
  private static final int MOST_NOTES = 6;

  KeptPapers() {}

  /**
   * The papers of a file: JSON of Hugging Face's API, a saved page of huggingface.co/papers, the
   * text copied from it, a saved listing page of arXiv, an arXiv Atom feed, JSON lines (also an
   * arXiv dump), CSV or BibTeX; gzipped, the only file in a zip archive, or plain. What kind it is
   * shows in its content, whatever its name. A record that cannot be read is skipped, counted and
   * named below the cell.
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
   * several GB, also inside the {@code archive.zip} it comes in). Only what is chosen is held in
   * memory; a bar shows how far it is; some millions of papers take a minute or two. Interrupted,
   * {@link #soFar} gives what had been chosen. Files of other kinds are read whole, then filtered.
   *
   * <p>Example: {@code Papers.read("archive.zip", in("cs.CL").and(since("2020-01-01")))}
   *
   * @throws PapersException if there is no such file or it holds no listing, with what was found
   */
  public static Table read(String path, Filter filter) {
    return read(path(path), filter);
  }

  /** The papers of a large file that a filter chooses: see {@link #read(String, Filter)}. */
  public static Table read(Path path, Filter filter) {
    return shown(PaperStream.read(path, filter, filter.columns(), KeptPapers::stopped));
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

  /**
   * Every paper fetched so far, from the local archive alone, most upvoted first, each once, with
   * its first list day, its newest votes, and both halves where Hugging Face and arXiv told of it.
   * Each word that asks a service puts there what comes, answer by answer: {@code today}, {@code
   * on}, {@code week}, {@code month}, {@code between}, {@code trending}, {@code search}, {@code
   * paper}, {@code submittedBy}, {@code arxiv}, {@code announced}, {@code harvest} and {@code
   * from}. What is read from a file, the sample and generated papers are not fetched and so not
   * there; {@link #keep} puts a table there. To fill it: {@code Papers.between("2025-01-01",
   * "2025-12-31")}, or in a terminal {@code ./broadsheet fetch --from 2023-05-04}.
   *
   * <p>The archive is the SQLite file {@code archive.db} in the folder that {@code BROADSHEET_HOME}
   * names; its view {@code listing} has the columns of this table. 100,000 papers take about 200 MB
   * of memory.
   *
   * <p>Example: {@code Papers.archive().where(about("agent"))}
   *
   * @throws PapersException if the archive cannot be read, with what happened to it and what to do
   */
  public static Table archive() {
    return table(Archived.shared().all());
  }

  /**
   * The votes of one paper as they were seen with each listing that was fetched: {@code seen_at}
   * (Instant), {@code upvotes} and {@code comments} (Integer), a row a sighting, oldest first. From
   * the local archive alone.
   *
   * <p>Example: {@code Plot.lines(Papers.history("2405.17430"), "seen_at", "upvotes")}
   *
   * @param id arXiv id, with version or without
   * @throws PapersException if the archive cannot be read, with what happened to it and what to do
   */
  public static Table history(String id) {
    return table(Archived.shared().history(id.strip()));
  }

  /**
   * Puts the papers of a table into the local archive, such as those a colleague's {@code
   * Papers.write(Papers.archive(), "papers.jsonl.gz")} has written. A paper that is there already
   * becomes one row with it: the id without version decides, the earliest list day and the newest
   * votes by their {@code fetched_at} win (votes count as one sighting at that time), and what one
   * of the two does not say the other does. A line below the cell says how many are new. All of the
   * table goes in, or nothing.
   *
   * <p>Rows without id or title, and generated ones, are left out and counted. A table does not say
   * which lists are whole: {@link Papers#between(String, String) between} still asks once for days
   * it has not fetched itself. To move an archive with all it knows, copy {@code archive.db}.
   *
   * <p>Example: {@code Papers.keep(Papers.read("papers.jsonl.gz"))}
   *
   * @param papers with the columns {@code id} and {@code title}; of the others of a listing those
   *     it has
   * @throws IllegalArgumentException if it lacks one of the two
   * @throws PapersException if the archive cannot be written; then nothing of the table is in it
   */
  public static void keep(Table papers) {
    say(Keeping.of(papers));
  }

  /**
   * What had come of the last listing of this session that was interrupted or failed half-way: a
   * table as the whole one would be, with a line that says how much of it there is. An interrupt
   * ends a request within a second; what came before it is in the archive too, and the same call
   * goes on from there where the service allows that ({@code between}, {@code month}, {@code
   * harvest}, {@code citations}). Of a file that was being read with a filter it is what had been
   * chosen.
   *
   * <p>Example: {@code var some = Papers.soFar()}
   *
   * @throws PapersException if nothing was interrupted
   */
  public static Table soFar() {
    return shown(SoFar.table());
  }

  private static Table file(Path path, @Nullable LocalDate asOf) {
    return shown(PaperFile.read(path, asOf));
  }

  private static void stopped(ReadTable part) {
    SoFar.remember(() -> part);
    Notes.say("Papers.soFar() gives the papers that had been chosen before the stop.");
  }

  private static Path path(String path) {
    if (path.startsWith("http://") || path.startsWith("https://")) {
      throw new IllegalArgumentException(
          "This is an address, not a file. Save it first and read the file, or ask for the papers"
              + " themselves: Papers.on(\"2025-10-29\"), Papers.search(\"world model\").");
    }
    return Path.of(path);
  }

  static Table table(Archived.Answer answer) {
    say(answer.notes());
    return noted(answer.table());
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
}
