package io.github.broadsheet.run;

import io.github.broadsheet.engine.Outcome;
import java.util.List;
import java.util.Optional;

/** Lines that are no Java but commands to a kernel. */
final class Magics {
  private Magics() {}

  /** Why a cell that starts with such a line cannot run; empty for all others. */
  static Optional<Outcome> refused(String source) {
    return source
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .findFirst()
        .filter(line -> line.matches("%%?[a-zA-Z].*"))
        .map(Magics::refusal);
  }

  private static Outcome refusal(String line) {
    String message =
        "\""
            + line
            + "\" is a magic of another kernel, not Java, and is not understood here. Remove the"
            + " line, or run the notebook with the kernel it was made for.";
    return new Outcome.Failed("UnknownMagic", message, List.of("UnknownMagic: " + message));
  }
}
