package io.github.broadsheet.cli;

import java.util.List;

/**
 * What the doctor found about one thing.
 *
 * @param todo what to do about it, a line each; empty if it is fine
 */
record Finding(String thing, Level level, String state, List<String> todo) {
  enum Level {
    FINE,
    NOTE,
    BROKEN
  }

  Finding {
    todo = List.copyOf(todo);
  }

  static Finding fine(String thing, String state) {
    return new Finding(thing, Level.FINE, state, List.of());
  }

  /** Something is missing that notebooks can do without. */
  static Finding note(String thing, String state, String... todo) {
    return new Finding(thing, Level.NOTE, state, List.of(todo));
  }

  /** Without this nothing runs. */
  static Finding broken(String thing, String state, String... todo) {
    return new Finding(thing, Level.BROKEN, state, List.of(todo));
  }
}
