package io.github.broadsheet.share;

/**
 * How a page is made.
 *
 * @param fileName the name under which a reader gets the notebook out of the page
 * @param hideCode fold the code until a reader opens it
 */
public record PageOptions(String fileName, boolean hideCode) {}
