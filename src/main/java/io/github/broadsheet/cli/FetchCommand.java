package io.github.broadsheet.cli;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.archive.Archive;
import io.github.broadsheet.display.Notes;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.source.HuggingFace;
import io.github.broadsheet.source.Listing;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fills the archive with lists of the past. */
@Command(
    name = "fetch",
    description = "Fetch the Daily Papers of a range of days into the local archive.",
    footer = {
      "",
      "Days more than two weeks old are fetched once. Stop it whenever you like: what",
      "has come is kept, and the same command goes on from there.",
      "",
      "Example:",
      "  broadsheet fetch --from 2025-01-01 --to 2025-03-31"
    })
final class FetchCommand implements Callable<Integer> {
  private static final int MOST_NOTES = 20;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      required = true,
      description = "The first day, such as 2023-05-04, when the lists begin.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(names = "--to", paramLabel = "DAY", description = "The last day; today if not given.")
  private @Nullable LocalDate to;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    return Stoppable.call(this::fetch);
  }

  private int fetch() {
    HuggingFace hub = HuggingFace.shared();
    LocalDate last = to == null ? hub.today() : to;
    check(hub.today(), last);
    PrintWriter out = spec.commandLine().getOut();
    try (Archive archive = Archive.open(Settings.current().home())) {
      int days = hub.days(from, last).size();
      int had = known(archive, hub, last);
      Archive.Contents before = archive.contents();
      out.println("Archive: " + archive.file());
      out.flush();
      try {
        Listing fetched = hub.keeping(archive).between(from, last);
        fetched.notes().stream().limit(MOST_NOTES).forEach(Notes::say);
        int lacking = lacking(archive, hub, last);
        out.println(
            soFar(days, had, days - had - lacking)
                + (lacking == 0 ? "" : ", " + lacking + " could not be had: run it again later"));
        return lacking == 0 ? 0 : Main.FAILED;
      } catch (PapersException e) {
        int came = known(archive, hub, last) - had;
        out.println(soFar(days, had, came) + " before it failed");
        throw came == 0
            ? e
            : new PapersException(
                e.getMessage()
                    + "\nWhat had come is in the archive: the same command goes on from there.",
                e);
      } catch (CancellationException e) {
        int came = known(archive, hub, last) - had;
        out.println(
            soFar(days, had, came) + " before it was stopped; the same command goes on from there");
        throw e;
      } finally {
        summarize(before, archive.contents(), out);
      }
    }
  }

  private void check(LocalDate today, LocalDate last) {
    if (from.isAfter(today)) {
      throw stillToCome(from, today);
    }
    if (from.isAfter(last)) {
      throw new ParameterException(
          spec.commandLine(),
          "the range ends (" + last + ") before it begins (" + from + "); turn them round");
    }
    if (last.isAfter(today)) {
      throw stillToCome(last, today);
    }
  }

  private ParameterException stillToCome(LocalDate day, LocalDate today) {
    return new ParameterException(
        spec.commandLine(), day + " is still to come: today is " + today + " (UTC)");
  }

  private int known(Archive archive, HuggingFace hub, LocalDate last) {
    return (int) hub.days(from, last).stream().filter(archive::has).count();
  }

  private int lacking(Archive archive, HuggingFace hub, LocalDate last) {
    return (int) hub.days(from, last).stream().filter(day -> !archive.knows(day)).count();
  }

  private static String soFar(int days, int had, int came) {
    return of(days, "day") + ": " + had + " were there, " + came + " fetched";
  }

  private static void summarize(Archive.Contents before, Archive.Contents after, PrintWriter out) {
    out.println(
        "New: %s, %s, %s"
            .formatted(
                of(after.papers() - before.papers(), "paper"),
                of(after.lists() - before.lists(), "list"),
                of(
                    after.sightings() - before.sightings(),
                    "sighting of votes",
                    "sightings of votes")));
    String range = after.lists() == 0 ? "" : " from " + after.first() + " to " + after.last();
    out.println(
        "Now: %s, %s%s".formatted(of(after.papers(), "paper"), of(after.lists(), "list"), range));
    out.flush();
  }

  static String of(int count, String noun) {
    return of(count, noun, noun + "s");
  }

  private static String of(int count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }
}
