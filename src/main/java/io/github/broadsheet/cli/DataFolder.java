package io.github.broadsheet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether the program can keep what it fetched. */
final class DataFolder {
  /** A few months of lists. */
  private static final long LITTLE_MB = 20;

  private DataFolder() {}

  static Finding check(Path folder) {
    @Nullable Path there = folder.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
      return Finding.note(
          "Data folder",
          folder
              + " cannot be written"
              + (there == null ? "" : ": " + there + " is not yours or is no folder"),
          "Set BROADSHEET_HOME to a folder of yours.");
    }
    long free = there.toFile().getUsableSpace() / 1_000_000;
    if (free < LITTLE_MB) {
      return Finding.note(
          "Data folder",
          folder + ", with " + free + " MB free there",
          "Make room: without it nothing new is archived. BROADSHEET_HOME names another folder.");
    }
    return Finding.fine("Data folder", folder + (Files.exists(folder) ? "" : ", made when needed"));
  }
}
