package io.github.broadsheet.cli;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.archive.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What the local archive holds, and whether all of it can be read. */
final class ArchiveCheck {
  private ArchiveCheck() {}

  static Finding check(Path home) {
    Path file = home.resolve(Archive.FILE);
    if (!Files.exists(file)) {
      return Finding.fine(
          "Archive", "empty: broadsheet fetch --from 2025-01-01 fills it, and each listing does");
    }
    try (Archive archive = Archive.open(home)) {
      archive.check();
      Archive.Contents contents = archive.contents();
      return Finding.fine(
          "Archive",
          String.format(
              Locale.ROOT, "%s, %.1f MB, %s", held(contents), Files.size(file) / 1e6, file));
    } catch (PapersException | IOException e) {
      return Finding.note(
          "Archive",
          String.valueOf(e.getMessage()),
          "Listings are fetched and shown without it meanwhile.");
    }
  }

  /** Repairs it, and says what came of that, a line each. */
  static List<String> repair(Path home) {
    Path file = home.resolve(Archive.FILE);
    return Archive.repair(home, LocalDate.now(ZoneOffset.UTC))
        .map(
            done ->
                List.of(
                    "The damaged archive is " + done.aside() + " now.",
                    "Saved into " + file + ": " + held(done.saved()) + ".",
                    "broadsheet fetch --from DAY asks for the lists that are missing."))
        .orElseGet(
            () ->
                List.of(
                    Files.exists(file)
                        ? "All of " + file + " can be read: there is nothing to repair."
                        : "There is no archive in " + home + "."));
  }

  private static String held(Archive.Contents contents) {
    String range =
        contents.lists() == 0 ? "" : " from " + contents.first() + " to " + contents.last();
    return FetchCommand.of(contents.papers(), "paper")
        + ", "
        + FetchCommand.of(contents.lists(), "list")
        + range;
  }
}
