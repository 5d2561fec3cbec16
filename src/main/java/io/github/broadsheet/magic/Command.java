package io.github.broadsheet.magic;

import io.github.broadsheet.engine.Step;
import java.util.List;

/**
 * A magic that there is.
 *
 * @param names with their {@code %}; the first is the one that is listed
 * @param arguments what may follow it, as its help shows it
 * @param help what it does; the first sentence alone stands in the list
 * @param example one line to copy
 */
record Command(List<String> names, String arguments, String help, String example, Work work) {
  /** What it does, on the thread of the cell. */
  interface Work {
    List<Step> run(Call call) throws Exception;
  }

  /** The first sentence of its help. */
  String summary() {
    int end = help.indexOf(". ");
    return end < 0 ? help : help.substring(0, end + 1);
  }

  String name() {
    return names.get(0);
  }

  /** All about it in a few lines. */
  String manual() {
    String also =
        names.size() == 1 ? "" : "\n    also: " + String.join(", ", names.subList(1, names.size()));
    return (name() + " " + arguments).strip()
        + "\n    "
        + help.replace(". ", ".\n    ")
        + "\n    example: "
        + example.replace("\n", "\n             ")
        + also
        + "\n";
  }
}
