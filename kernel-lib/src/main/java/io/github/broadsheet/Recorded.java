package io.github.broadsheet;

import io.github.broadsheet.archive.Shelf;
import io.github.broadsheet.display.Notes;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.source.Arrivals;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.PaperTable;
import io.github.broadsheet.source.ReadTable;
import io.github.broadsheet.source.SemanticScholar;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * Listings that are not lists of days. What comes is archived answer by answer, so that an end
 * half-way loses none of it. Trouble with the archive is told and loses nothing either.
 */
final class Recorded {
  private final Path home;

  Recorded(Path home) {
    this.home = home;
  }

  /** In the archive of this process. */
  static Recorded shared() {
    return new Recorded(Client.shared().settings().home());
  }

  /** A listing that came in one answer. */
  Listing once(Listing listing) {
    return new Listing(listing.papers(), kept(listing, listing.notes()));
  }

  /** The same for a table with further columns. */
  ReadTable once(ReadTable read) {
    return new ReadTable(
        read.table(), kept(Listing.of(PaperTable.papers(read.table())), read.notes()));
  }

  private List<String> kept(Listing listing, List<String> notes) {
    if (listing.papers().isEmpty()) {
      return notes;
    }
    try (Shelf shelf = new Shelf(home)) {
      shelf.keep(listing);
      return noted(shelf, notes);
    }
  }

  /** A listing that comes in several answers, of which the job tells one by one. */
  Listing parts(String name, Function<Arrivals, Listing> job) {
    try (Shelf shelf = new Shelf(home)) {
      Parts parts = new Parts(shelf);
      try {
        Listing listing = job.apply(parts);
        return new Listing(listing.papers(), noted(shelf, listing.notes()));
      } catch (PapersException e) {
        throw parts.count == 0 ? e : e.adding(parts.told(name));
      } catch (CancellationException e) {
        if (parts.count > 0) {
          Notes.say(parts.told(name));
        }
        throw e;
      }
    }
  }

  /** The citations of a table; each answer is archived, for a day. */
  ReadTable citations(Table papers) {
    return citations(papers, Client.shared(), Clock.systemUTC());
  }

  ReadTable citations(Table papers, Client client, Clock clock) {
    try (Shelf shelf = new Shelf(home)) {
      try {
        ReadTable cited = new SemanticScholar(client, clock, shelf).citations(papers);
        return new ReadTable(cited.table(), noted(shelf, cited.notes()));
      } catch (CancellationException e) {
        if (shelf.keptSome()) {
          SoFar.remember(() -> citationsSoFar(papers, client, clock));
          Notes.say(
              "What had come of the citations is kept: run this again and it asks for the rest."
                  + " Papers.soFar() gives the table as far as it is.");
        }
        throw e;
      }
    }
  }

  private ReadTable citationsSoFar(Table papers, Client client, Clock clock) {
    try (Shelf shelf = new Shelf(home)) {
      return new SemanticScholar(client, clock, shelf).kept(papers);
    }
  }

  private static List<String> noted(Shelf shelf, List<String> notes) {
    List<String> all = new ArrayList<>();
    shelf.trouble().ifPresent(why -> all.add(Archived.notArchived(why)));
    all.addAll(notes);
    return all;
  }

  /** The answers that have come. */
  private static final class Parts implements Arrivals {
    private final Shelf shelf;
    private final List<Listing> parts = new ArrayList<>();
    private int count;

    Parts(Shelf shelf) {
      this.shelf = shelf;
    }

    @Override
    public void arrived(Listing listing) {
      shelf.keep(listing);
      found(listing);
    }

    @Override
    public void found(Listing listing) {
      parts.add(listing);
      count += listing.papers().size();
    }

    ReadTable table(String name) {
      Listing all = Listing.all(parts);
      return new ReadTable(
          PaperTable.of(name + ", a part", all.papers()),
          all.noted("A part of " + name + ": what had come before it was stopped.").notes());
    }

    /** What a reader is told of them. */
    String told(String name) {
      SoFar.remember(() -> table(name));
      return String.format(
          Locale.ROOT,
          "What had come, %,d %s, is%s at hand: Papers.soFar() gives it. Run this again for the rest.",
          count,
          count == 1 ? "paper" : "papers",
          shelf.trouble().isEmpty() ? " in the archive and" : "");
    }
  }
}
