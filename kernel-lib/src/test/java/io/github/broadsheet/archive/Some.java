package io.github.broadsheet.archive;

import io.github.broadsheet.source.ListKeeper.Extent;
import io.github.broadsheet.source.ListKeeper.Lists;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented papers. */
final class Some {
  static final Instant NOON = Instant.parse("2025-12-30T12:00:00.123Z");

  private Some() {}

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  /** A paper as Hugging Face tells it. */
  static Paper hf(String id, String day, int upvotes, Instant seen) {
    return new Paper(
        id,
        "Paper " + id,
        "What it is about.",
        List.of("Ada Example", "Ben; Example"),
        3,
        "Example Lab",
        day("2025-10-02"),
        day(day),
        upvotes,
        1,
        List.of("agents", "memory"),
        List.of(),
        "https://github.com/example/" + id,
        7,
        null,
        "https://huggingface.co/papers/" + id,
        "hf",
        seen);
  }

  /** The same paper as arXiv tells it. */
  static Paper arxiv(String id, String title, Instant seen) {
    return new Paper(
        id,
        title,
        "What it is about, in the second version.",
        List.of("Ada Example", "Ben Example", "Cleo Example"),
        3,
        null,
        day("2025-10-01"),
        null,
        null,
        null,
        List.of(),
        List.of("cs.CL", "cs.AI"),
        null,
        null,
        null,
        "https://arxiv.org/abs/" + id,
        "arxiv",
        seen);
  }

  static Lists list(String day, Instant asked, Paper... papers) {
    return lists(day, day, true, asked, papers);
  }

  static Lists lists(String from, String to, boolean whole, Instant asked, Paper... papers) {
    return new Lists(
        day(from),
        day(to),
        Listing.of(List.of(papers)),
        whole ? Extent.WHOLE : Extent.DAMAGED,
        asked);
  }

  /** The papers of a table, as far as a listing tells them. */
  static @Nullable Paper only(tech.tablesaw.api.Table table) {
    List<Paper> papers = io.github.broadsheet.source.PaperTable.papers(table);
    return papers.size() == 1 ? papers.get(0) : null;
  }
}
