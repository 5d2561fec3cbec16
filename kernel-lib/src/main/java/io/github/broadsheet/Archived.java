package io.github.broadsheet;

import io.github.broadsheet.archive.Archive;
import io.github.broadsheet.archive.Shelf;
import io.github.broadsheet.display.Notes;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.source.ArxivTerms;
import io.github.broadsheet.source.HuggingFace;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.PaperTable;
import io.github.broadsheet.source.ReadTable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.Table;

/**
 * Lists from the archive where it has them, from the network where not; what comes from there is
 * archived at once. Trouble with the archive is told and loses nothing that was fetched.
 */
final class Archived {
  private final HuggingFace hub;
  private final Path home;
  private final boolean offline;

  Archived(HuggingFace hub, Path home, boolean offline) {
    this.hub = hub;
    this.home = home;
    this.offline = offline;
  }

  /** Over the client and the archive of this process. */
  static Archived shared() {
    Settings settings = Client.shared().settings();
    return new Archived(HuggingFace.shared(), settings.home(), settings.offline());
  }

  /** A listing, and what a reader should know of it in a line each. */
  record Answer(Table table, List<String> notes) {
    Answer {
      notes = List.copyOf(notes);
    }
  }

  /** The newest list. */
  Answer newest() {
    try (Shelf shelf = new Shelf(home)) {
      Optional<LocalDate> kept = offline ? shelf.newest() : Optional.empty();
      if (kept.isPresent()) {
        return kept(shelf, kept.get());
      }
      HuggingFace.DayList newest = asked(shelf, hub.keeping(shelf)::newest, null);
      return fetched(shelf, newest.day(), newest.listing());
    }
  }

  /** Exactly the list of this day. */
  Answer on(LocalDate day) {
    try (Shelf shelf = new Shelf(home)) {
      if (shelf.has(day) || (offline && shelf.knows(day))) {
        Answer kept = kept(shelf, day);
        if (shelf.trouble().isEmpty()) {
          return kept;
        }
      }
      return fetched(shelf, day, asked(shelf, () -> hub.keeping(shelf).day(day), null));
    }
  }

  /** The lists of the week that starts on this Monday. */
  Answer week(String name, LocalDate monday) {
    return range(name, monday, monday.plusDays(6), source -> source.week(monday));
  }

  /** The lists from one day to another. */
  Answer between(String name, LocalDate from, LocalDate to) {
    return range(name, from, to, source -> source.between(from, to));
  }

  /** Everything there is, from the archive alone. */
  Answer all() {
    try (Archive archive = Archive.open(home)) {
      Table all = archive.all("Archive");
      return hasRows(all)
          ? new Answer(all, List.of())
          : new Answer(
              all,
              List.of(
                  "The archive "
                      + archive.file()
                      + " is empty: Papers.between(\"2025-09-01\", \"2025-11-30\") fetches and keeps"
                      + " three months."));
    }
  }

  /** The votes of a paper, as they were seen. */
  Answer history(String paper) {
    String known = ArxivTerms.id(paper);
    String id = known == null ? paper : known;
    try (Archive archive = Archive.open(home)) {
      Table history = archive.history("Votes of " + id, id);
      return hasRows(history)
          ? new Answer(history, List.of())
          : new Answer(
              history,
              List.of(
                  "The archive has not seen "
                      + id
                      + " with its votes. Each listing that is fetched and has it adds a row:"
                      + " Papers.search(\""
                      + id
                      + "\")."));
    }
  }

  private static String name(LocalDate day) {
    return "Daily Papers " + day;
  }

  private Answer kept(Shelf shelf, LocalDate day) {
    Table table = shelf.between(name(day), day, day).orElseGet(() -> PaperTable.of("", List.of()));
    Instant seen = lastSeen(table);
    return new Answer(
        table,
        List.of(
            seen == null
                ? hub.keeping(shelf).whyEmpty(day)
                : "From the archive: the list of %s, votes as of %s (UTC)."
                    .formatted(day, seen.atZone(ZoneOffset.UTC).toLocalDate())));
  }

  private Answer fetched(Shelf shelf, LocalDate day, Listing listing) {
    boolean whole = shelf.trouble().isEmpty() && !listing.papers().isEmpty();
    Table table =
        (whole ? shelf.between(name(day), day, day) : Optional.<Table>empty())
            .orElseGet(() -> PaperTable.of(name(day), listing.papers()));
    return answer(shelf, table, listing.notes());
  }

  private Answer range(
      String name, LocalDate from, LocalDate to, Function<HuggingFace, Listing> job) {
    try (Shelf shelf = new Shelf(home)) {
      List<LocalDate> days = hub.days(from, to);
      if (offline && days.stream().anyMatch(shelf::knows)) {
        Table kept = shelf.between(name, from, to).orElseThrow(() -> shelf.trouble().orElseThrow());
        return answer(
            shelf, kept, List.of(missing(shelf, days, " because BROADSHEET_OFFLINE is set")));
      }
      Listing rest = asked(shelf, () -> job.apply(hub.keeping(shelf)), () -> part(name, from, to));
      int had = shelf.had();
      Optional<Table> kept = shelf.between(name, from, to);
      if (kept.isEmpty() && shelf.holdsSome()) {
        // It broke after it had promised some of them.
        rest = job.apply(hub);
        had = 0;
      }
      Table table = kept.filter(Archived::hasRows).orElseGet(() -> PaperTable.of(name, List.of()));
      if (!rest.papers().isEmpty()) {
        Listing both = Listing.of(PaperTable.papers(table)).and(rest).mostUpvotedFirst();
        table = PaperTable.of(name, both.papers());
      }
      List<String> notes = new ArrayList<>(rest.notes());
      if (!hasRows(table) && notes.isEmpty()) {
        notes.add(HuggingFace.whyEmpty(from, to));
      } else {
        notes.add(origin(had, days.size() - had));
      }
      return answer(shelf, table, notes);
    }
  }

  /** What is there of a range that was not finished. */
  private ReadTable part(String name, LocalDate from, LocalDate to) {
    try (Shelf shelf = new Shelf(home)) {
      Table kept =
          shelf
              .between(name + ", a part", from, to)
              .orElseThrow(() -> shelf.trouble().orElseThrow());
      return new ReadTable(
          kept, List.of("A part of " + name + ". " + missing(shelf, hub.days(from, to), "")));
    }
  }

  private static boolean hasRows(Table table) {
    return table.rowCount() > 0;
  }

  private interface Question<T> {
    T ask();
  }

  /** Asks the network; what fails on the way says what is safe. */
  private <T> T asked(Shelf shelf, Question<T> question, @Nullable Supplier<ReadTable> part) {
    try {
      return question.ask();
    } catch (PapersException e) {
      if (offline) {
        throw e.adding(
            "The archive does not have it either."
                + shelf.trouble().map(why -> " " + why.getMessage()).orElse(""));
      }
      throw shelf.keptSome() ? e.adding(soFar(part)) : whatIsThere(shelf, e);
    } catch (CancellationException e) {
      if (shelf.keptSome()) {
        Notes.say(soFar(part));
      }
      throw e;
    }
  }

  /** A service that is not there is no reason to have nothing. */
  private static PapersException whatIsThere(Shelf shelf, PapersException failure) {
    boolean away = failure.status() == 0 || failure.status() == 429 || failure.status() >= 500;
    return away
        ? shelf
            .newest()
            .map(
                day ->
                    failure.adding(
                        "The archive has lists up to "
                            + day
                            + ": with BROADSHEET_OFFLINE=1 they come from it alone; Papers.archive()"
                            + " gives all of it."))
            .orElse(failure)
        : failure;
  }

  /** What a reader is told; a list of one day has no part. */
  private static String soFar(@Nullable Supplier<ReadTable> part) {
    String kept = "What had come is in the archive: run this again and it goes on from there.";
    if (part == null) {
      return kept;
    }
    SoFar.remember(part);
    return kept + " Papers.soFar() gives it as a table.";
  }

  private static String origin(int archived, int fetched) {
    return archived == 0
        ? count(fetched) + " came from the network."
        : fetched == 0
            ? count(archived) + " came from the archive."
            : count(archived) + " came from the archive, " + fetched + " from the network.";
  }

  private static String count(int days) {
    return days == 1 ? "1 day" : days + " days";
  }

  private static String missing(Shelf shelf, List<LocalDate> days, String why) {
    List<LocalDate> lacking = days.stream().filter(day -> !shelf.knows(day)).toList();
    String origin = origin(days.size() - lacking.size(), 0);
    return lacking.isEmpty()
        ? origin
        : origin
            + " "
            + count(lacking.size())
            + (lacking.size() == 1 ? " is" : " are")
            + " missing"
            + why
            + ": "
            + Days.spans(lacking)
            + ".";
  }

  private static Answer answer(Shelf shelf, Table table, List<String> notes) {
    List<String> all = new ArrayList<>();
    shelf.trouble().ifPresent(why -> all.add(notArchived(why)));
    all.addAll(notes);
    return new Answer(table, all);
  }

  static String notArchived(PapersException why) {
    return "Not archived: " + why.getMessage();
  }

  private static @Nullable Instant lastSeen(Table listing) {
    InstantColumn times = listing.instantColumn("fetched_at");
    Instant last = null;
    for (Instant time : times) {
      if (time != null && (last == null || time.isAfter(last))) {
        last = time;
      }
    }
    return last;
  }
}
