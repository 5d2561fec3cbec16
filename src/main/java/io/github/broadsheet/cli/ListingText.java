package io.github.broadsheet.cli;

import io.github.broadsheet.display.Plain;
import io.github.broadsheet.source.Paper;
import io.github.broadsheet.source.PaperTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** A listing as text: the rank, the title, who and how much noticed, and the link. */
final class ListingText {
  private static final String BETWEEN = " · ";
  private static final int NAMED = 2;
  private static final int RANK = 4;

  private final Terminal terminal;
  private final int width;

  ListingText(Terminal terminal) {
    this.terminal = terminal;
    this.width = terminal.columns() - RANK;
  }

  /** Prints the papers in the order of the table. */
  void print(Table papers, PrintWriter out) {
    int rank = 0;
    for (Paper paper : PaperTable.papers(papers)) {
      rank++;
      if (rank > 1) {
        out.println();
      }
      print(rank, paper, out);
    }
    out.flush();
  }

  private void print(int rank, Paper paper, PrintWriter out) {
    String number = Plain.pad(String.valueOf(rank), RANK - 1, true) + " ";
    for (String line : ScreenText.wrap(paper.title(), width)) {
      out.println(number + terminal.bold(line));
      number = " ".repeat(RANK);
    }
    for (String facts : List.of(notice(paper), authors(paper))) {
      for (String line : ScreenText.wrap(facts, width)) {
        out.println(" ".repeat(RANK) + line);
      }
    }
    // A link is not broken: it could not be clicked.
    out.println(" ".repeat(RANK) + terminal.faint(Plain.line(link(paper))));
  }

  private static String notice(Paper paper) {
    List<String> facts = new ArrayList<>();
    addCount(facts, paper.upvotes(), "upvote");
    addCount(facts, paper.comments(), "comment");
    if (paper.organization() != null) {
      facts.add(paper.organization());
    }
    return String.join(BETWEEN, facts);
  }

  private static void addCount(List<String> facts, @Nullable Integer count, String what) {
    if (count != null) {
      facts.add(String.format(Locale.ROOT, "%d %s%s", count, what, count == 1 ? "" : "s"));
    }
  }

  private static String authors(Paper paper) {
    List<String> names = paper.authors();
    @Nullable Integer count = paper.authorCount();
    if (names.isEmpty()) {
      return count == null ? "" : count == 1 ? "1 author" : count + " authors";
    }
    int shown = Math.min(NAMED, names.size());
    int more = Math.max(names.size(), count == null ? 0 : count) - shown;
    return String.join(", ", names.subList(0, shown)) + (more > 0 ? " and " + more + " more" : "");
  }

  private static String link(Paper paper) {
    @Nullable String url = paper.url();
    boolean web = url != null && url.matches("(?i)https?://.*");
    return url != null && web ? url : paper.id();
  }
}
