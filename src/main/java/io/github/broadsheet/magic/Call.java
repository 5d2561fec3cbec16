package io.github.broadsheet.magic;

import io.github.broadsheet.analysis.Magic;
import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.CommandException;
import io.github.broadsheet.engine.Step;
import java.util.List;

/**
 * A magic of a cell that is about to be done.
 *
 * @param rest the steps of the cell after it, for a magic that is about the whole cell; empty for
 *     all others
 */
record Call(Cell cell, Magic magic, List<Step> rest) {
  /** The words after its name. */
  List<String> words() {
    return Words.of(magic.arguments());
  }

  /** Whether it is asked what it does, instead of to do it. */
  boolean asksForHelp() {
    String arguments = magic.arguments();
    return magic.name().endsWith("?")
        || arguments.equals("--help")
        || arguments.equals("-h")
        || arguments.equals("?");
  }

  /** The failure of a magic that needs more words than it was given. */
  CommandException incomplete(String what, String example) {
    return new CommandException(
        "WrongUse", magic.name() + " needs " + what + ", for example: " + example);
  }

  /** A step that does something after all others of this magic. */
  Step then(Runnable work) {
    return new Step.Command(
        cell,
        magic.start(),
        magic.end(),
        () -> {
          work.run();
          return List.of();
        });
  }
}
