package io.github.broadsheet.engine;

/** Colours that can be read on a dark and on a light ground. */
final class Ansi {
  private Ansi() {}

  static String red(String text) {
    return "\u001b[1;31m" + text + "\u001b[0m";
  }

  static String place(String text) {
    return "\u001b[32m" + text + "\u001b[0m";
  }

  static String bold(String text) {
    return "\u001b[1m" + text + "\u001b[0m";
  }
}
