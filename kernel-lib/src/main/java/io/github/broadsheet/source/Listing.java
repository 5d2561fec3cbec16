package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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

  /**
   * The papers a reading finds in some records. A record of which it makes none (no title, or
   * something in it is not what it should be) is skipped, counted and named in a note.
   */
  public static Listing read(JsonNode records, Function<JsonNode, Paper> reading) {
    Remarks remarks = new Remarks();
    List<Paper> papers = new ArrayList<>();
    int place = 0;
    for (JsonNode record : records) {
      place++;
      String name = Remarks.record(place, null, Clean.text(record.path("title").textValue()));
      try {
        Paper paper = reading.apply(record);
        if (paper.id().isEmpty() || paper.title().isEmpty()) {
          remarks.skip(name, paper.id().isEmpty() ? "has no id" : "has no title");
        } else {
          papers.add(paper);
        }
      } catch (RuntimeException e) {
        remarks.skip(name, "cannot be read (" + e + ")");
      }
    }
    return new Listing(papers, remarks.notes(place));
  }

  /** The same papers, with this note before the others. */
  public Listing noted(String note) {
    return new Listing(papers, Stream.concat(Stream.of(note), notes.stream()).toList());
  }

  /** These papers and those of a later answer, each once, with the notes of both. */
  public Listing and(Listing later) {
    return all(List.of(this, later));
  }

  /** The papers of several answers, each once, with the notes of all. */
  public static Listing all(List<Listing> answers) {
    Merge merge = new Merge();
    answers.forEach(merge::add);
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
