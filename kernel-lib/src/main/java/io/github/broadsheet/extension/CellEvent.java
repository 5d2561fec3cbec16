package io.github.broadsheet.extension;

/**
 * A cell that is about to run, or has run.
 *
 * @param number as shown beside it; 0 if it is not counted
 * @param code as typed
 * @param failed whether it has ended with an error; false before it runs
 */
public record CellEvent(int number, String code, boolean failed) {}
