package io.github.broadsheet.magic;

import io.github.broadsheet.engine.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files as a reader names them. */
final class LocalFiles {
  private LocalFiles() {}

  /** With the home folder in place of a leading {@code ~}. */
  static String expand(String typed) {
    return typed.equals("~") || typed.startsWith("~/")
        ? System.getProperty("user.home") + typed.substring(1)
        : typed;
  }

  /** The text of a file. */
  static String read(String typed) throws IOException {
    Path file = Path.of(expand(typed));
    if (!Files.isRegularFile(file)) {
      throw missing(file);
    }
    return Files.readString(file);
  }

  static CommandException missing(Path file) {
    return new CommandException(
        "MissingFile",
        "there is no file "
            + file.toAbsolutePath().normalize()
            + "; a path is taken from the folder "
            + Path.of("").toAbsolutePath());
  }
}
