package io.github.broadsheet.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a source answered: the papers, and what a reader should know about them in a line each (a
 * record that was skipped and why, a day without a list).
 */
public record Listing(List<Paper> papers, List<String> notes) {
  public Listing {
    papers = List.copyOf(papers);
    notes = List.copyOf(notes);
  }

  /** A listing with nothing to remark. */
  public static Listing of(List<Paper> papers) {
    return new Listing(papers, List.of());
  }

  /** The same papers, with this note before the others. */
  public Listing noted(String note) {
    return new Listing(papers, Stream.concat(Stream.of(note), notes.stream()).toList());
  }

  /** These papers and those of a later answer, each once, with the notes of both. */
  public Listing and(Listing later) {
    Merge merge = new Merge();
    merge.add(this);
    merge.add(later);
    return merge.listing();
  }

  /** The same papers, most upvoted first; equals, and those without upvotes, as they were. */
  public Listing mostUpvotedFirst() {
    List<Paper> sorted = new ArrayList<>(papers);
    sorted.sort(
        Comparator.comparing(
            Paper::upvotes, Comparator.nullsLast(Comparator.<Integer>reverseOrder())));
    return new Listing(sorted, notes);
  }
}
