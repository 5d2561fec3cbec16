package io.github.broadsheet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether the program can keep what it fetched. */
final class DataFolder {
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
    return Finding.fine("Data folder", folder + (Files.exists(folder) ? "" : ", made when needed"));
  }
}
