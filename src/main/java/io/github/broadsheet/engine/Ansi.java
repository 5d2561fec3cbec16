package io.github.broadsheet.engine;

/**
 * What can be read on a dark and on a light ground. No red: front-ends put errors on a red ground
 * of their own.
 */
final class Ansi {
  private Ansi() {}

  static String place(String text) {
    return "\u001b[32m" + text + "\u001b[0m";
  }

  static String bold(String text) {
    return "\u001b[1m" + text + "\u001b[0m";
  }
}
