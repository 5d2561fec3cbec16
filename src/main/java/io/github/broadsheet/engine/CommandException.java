package io.github.broadsheet.engine;

/** What a command of a cell could not do. The message is for the reader and says all. */
public final class CommandException extends RuntimeException {
  private final String name;

  /**
   * A failure.
   *
   * @param name of its kind, such as {@code UnknownMagic}
   * @param message what, where, expected, found, and the next step
   */
  public CommandException(String name, String message) {
    super(message, null, false, false);
    this.name = name;
  }

  /** The same with its cause. */
  public CommandException(String name, String message, Throwable cause) {
    super(message, cause, false, false);
    this.name = name;
  }

  String name() {
    return name;
  }
}
