package io.github.broadsheet.cli;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What the program writes to.
 *
 * @param columns the width of a line
 * @param colour whether standard output shows colours
 * @param live whether standard error is a screen, on which a line can be written over
 */
record Terminal(int columns, boolean colour, boolean live) {
  private static final int COLUMNS = 80;
  private static final int NARROWEST = 40;

  /** Plain text, 80 columns wide: a file or a pipe. */
  static Terminal plain() {
    return new Terminal(COLUMNS, false, false);
  }

  /** The terminal of this process. JDK 17 cannot tell its streams apart, so the launcher says. */
  static Terminal ofProcess() {
    return of(
        System.getenv(),
        System.getProperty("broadsheet.screen.out", String.valueOf(System.console() != null)),
        System.getProperty("broadsheet.screen.err", String.valueOf(System.console() != null)));
  }

  /** A terminal as the environment describes it. */
  static Terminal of(Map<String, String> environment, String out, String err) {
    boolean colourless =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(
        columns(environment.getOrDefault("COLUMNS", "")),
        Boolean.parseBoolean(out) && !colourless,
        Boolean.parseBoolean(err) && !environment.getOrDefault("TERM", "").equals("dumb"));
  }

  Ansi ansi() {
    return colour ? Ansi.ON : Ansi.OFF;
  }

  private static int columns(String text) {
    try {
      return Math.max(NARROWEST, Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return COLUMNS;
    }
  }
}
