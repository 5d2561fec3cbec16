package io.github.broadsheet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the program keeps what it fetched: BROADSHEET_HOME, or the platform's place for data. */
final class DataFolder {
  private DataFolder() {}

  static Finding check(Map<String, String> environment) {
    Path folder = of(environment);
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

  private static Path of(Map<String, String> environment) {
    String home = environment.getOrDefault("BROADSHEET_HOME", "");
    if (!home.isBlank()) {
      return Path.of(home);
    }
    Path user = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return user.resolve("Library/Application Support/broadsheet");
    }
    if (system.contains("windows")) {
      return in(environment.get("LOCALAPPDATA"), user.resolve("AppData/Local"));
    }
    return in(environment.get("XDG_DATA_HOME"), user.resolve(".local/share"));
  }

  private static Path in(@Nullable String given, Path usual) {
    return (given == null || given.isBlank() ? usual : Path.of(given)).resolve("broadsheet");
  }
}
