package io.github.broadsheet.cli;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What the program writes to.
 *
 * @param columns the width of a line
 * @param out whether standard output shows colours
 * @param err whether standard error shows colours
 */
record Terminal(int columns, Ansi out, Ansi err) {
  private static final int COLUMNS = 80;
  private static final int NARROWEST = 40;

  /** Plain text, 80 columns wide: a file or a pipe. */
  static Terminal plain() {
    return new Terminal(COLUMNS, Ansi.OFF, Ansi.OFF);
  }

  /** The terminal of this process. JDK 17 cannot tell its streams apart, so the launcher says. */
  static Terminal ofProcess() {
    return of(
        System.getenv(),
        Boolean.getBoolean("broadsheet.screen.out"),
        Boolean.getBoolean("broadsheet.screen.err"));
  }

  /** A terminal as the environment describes it, and whether its streams are a screen. */
  static Terminal of(Map<String, String> environment, boolean out, boolean err) {
    boolean colourless =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(
        columns(environment.getOrDefault("COLUMNS", "")),
        out && !colourless ? Ansi.ON : Ansi.OFF,
        err && !colourless ? Ansi.ON : Ansi.OFF);
  }

  /** Text that stands out on standard output. */
  String bold(String text) {
    return out == Ansi.ON ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  /** Text that stands back on standard output. */
  String faint(String text) {
    return out == Ansi.ON ? "\u001B[2m" + text + "\u001B[0m" : text;
  }

  private static int columns(String text) {
    try {
      return Math.max(NARROWEST, Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return COLUMNS;
    }
  }
}
