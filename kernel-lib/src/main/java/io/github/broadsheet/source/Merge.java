package io.github.broadsheet.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Papers of several answers, each once: what was seen later counts (votes grow), but the day of the
 * list is the earliest. The order is that of the first sight.
 */
final class Merge {
  private final Map<String, Paper> papers = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Adds an answer and tells how many of its papers are new; {@code name} goes before its notes.
   */
  int add(String name, Listing answer) {
    int before = papers.size();
    add(
        new Listing(
            answer.papers(), answer.notes().stream().map(note -> name + ": " + note).toList()));
    return papers.size() - before;
  }

  /** Adds an answer whose notes name what they are about. */
  void add(Listing answer) {
    answer.papers().forEach(paper -> papers.merge(paper.id(), paper, Merge::later));
    notes.addAll(answer.notes());
  }

  void note(String note) {
    notes.add(note);
  }

  int size() {
    return papers.size();
  }

  Listing listing() {
    return new Listing(List.copyOf(papers.values()), notes);
  }

  private static Paper later(Paper first, Paper second) {
    return new Paper(
        second.id(),
        second.title(),
        second.abstractText(),
        second.authors(),
        second.authorCount(),
        second.organization(),
        second.published(),
        earlier(first.listed(), second.listed()),
        second.upvotes() == null ? first.upvotes() : second.upvotes(),
        second.comments() == null ? first.comments() : second.comments(),
        second.keywords(),
        second.categories(),
        second.codeUrl(),
        second.stars(),
        second.projectUrl(),
        second.url(),
        second.source(),
        second.fetchedAt());
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
