package io.github.broadsheet.archive;

import io.github.broadsheet.PapersException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new archive in the place of a damaged one, which stays beside it. */
final class Repair {
  /** What SQLite writes beside its file. */
  private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");

  private Repair() {}

  /** Makes the new one whole before the old one is moved: whatever fails, nothing is changed. */
  static Archive.Repaired of(Path file, LocalDate last) {
    Path home = file.toAbsolutePath().getParent();
    try {
      Path work = Files.createTempDirectory(home, "repair");
      try {
        Archive.Contents saved;
        try (Archive fresh = Archive.open(work)) {
          fresh.save(file, last);
          saved = fresh.contents();
        }
        Path aside = putAside(file);
        Files.move(work.resolve(Archive.FILE), file);
        return new Archive.Repaired(aside, saved);
      } finally {
        delete(work);
      }
    } catch (IOException e) {
      throw new PapersException(
          "The archive " + file + " cannot be repaired (" + e + "). It is as it was.", e);
    }
  }

  /** Moves the file, with what belongs to it, to a name that is free. */
  private static Path putAside(Path file) throws IOException {
    int number = 1;
    Path aside = named(file, number);
    while (Files.exists(aside)) {
      aside = named(file, ++number);
    }
    Files.move(file, aside);
    for (String end : BESIDE) {
      Path part = Path.of(file + end);
      if (Files.exists(part)) {
        Files.move(part, Path.of(aside + end));
      }
    }
    return aside;
  }

  private static Path named(Path file, int number) {
    return file.resolveSibling("damaged-" + number + ".db");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
