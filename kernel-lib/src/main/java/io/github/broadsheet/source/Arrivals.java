package io.github.broadsheet.source;

/** Who is told of papers as they come, so that an end half-way loses none of them. */
public interface Arrivals {
  /** Nobody. */
  Arrivals NOBODY = listing -> {};

  /** These have come from the network. */
  void arrived(Listing listing);

  /** These had come earlier, and were on disk. */
  default void found(Listing listing) {}
}
