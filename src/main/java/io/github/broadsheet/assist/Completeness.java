package io.github.broadsheet.assist;

/**
 * Whether a cell can be run as it is typed so far.
 *
 * @param indent what to begin the next line with; empty unless incomplete
 */
public record Completeness(State state, String indent) {
  /** The answers that Jupyter knows. */
  public enum State {
    COMPLETE,
    INCOMPLETE,
    INVALID,
    UNKNOWN
  }

  static Completeness of(State state) {
    return new Completeness(state, "");
  }
}
