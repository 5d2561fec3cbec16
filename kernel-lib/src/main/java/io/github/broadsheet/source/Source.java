package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;

/**
 * Where papers can be looked for. A new origin is one class of this kind, with a public constructor
 * without arguments if it comes in a jar, and one line that makes it known: {@code Papers.add(new
 * OpenReview())} in a cell, or its class name in {@code
 * META-INF/services/io.github.broadsheet.source.Source} of a jar on the class path. After that
 * {@code Papers.from("openreview", query, 50)} asks it.
 */
public interface Source {
  /** What a reader types to ask it, such as {@code openreview}. */
  String name();

  /**
   * The papers it has for a query, best first.
   *
   * @param query in the source's own language
   * @param most no more than so many are wanted
   * @param fetcher what to ask the service with
   * @throws PapersException when it cannot be had; the fetcher throws it with all its reasons
   */
  Listing find(String query, int most, Fetcher fetcher);
}
