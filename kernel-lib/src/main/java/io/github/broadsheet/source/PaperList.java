package io.github.broadsheet.source;

import io.github.broadsheet.display.Markdown;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Papers as a list in Markdown, to be read: title with its link, facts, abstract. */
final class PaperList {
  private static final int MOST_AUTHORS = 6;

  private PaperList() {}

  static void write(Table table, Writer writer) throws IOException {
    List<Paper> papers = PaperTable.titled("Markdown", table);
    String name = table.name() == null ? "" : Markdown.escape(table.name());
    writer.write("# " + (name.isEmpty() ? "Papers" : name) + "\n\n");
    writer.write(papers.size() == 1 ? "1 paper\n" : papers.size() + " papers\n");
    for (int i = 0; i < papers.size(); i++) {
      write(i + 1, papers.get(i), writer);
    }
  }

  /** The lines after the first stand under the number, or they would not belong to it. */
  private static void write(int place, Paper paper, Writer writer) throws IOException {
    String number = place + ". ";
    String margin = " ".repeat(number.length());
    String title = paper.title().isEmpty() ? "–" : paper.title();
    writer.write("\n" + number + "**" + Markdown.link(title, paper.url()) + "**\n");
    String facts = String.join(" · ", facts(paper));
    if (!facts.isEmpty()) {
      writer.write("\n" + margin + facts + "\n");
    }
    if (paper.abstractText() != null) {
      writer.write("\n" + margin + Markdown.escape(paper.abstractText()) + "\n");
    }
  }

  private static List<String> facts(Paper paper) {
    List<String> facts = new ArrayList<>();
    Integer count = paper.authorCount();
    if (!paper.authors().isEmpty()) {
      int more = paper.authors().size() - MOST_AUTHORS;
      String names = String.join(", ", paper.authors().stream().limit(MOST_AUTHORS).toList());
      facts.add(Markdown.escape(more > 0 ? names + " and " + more + " more" : names));
    } else if (count != null) {
      facts.add(number(count, "author"));
    }
    if (paper.organization() != null) {
      facts.add(Markdown.escape(paper.organization()));
    }
    Object day = paper.listed() != null ? paper.listed() : paper.published();
    if (day != null) {
      facts.add(day.toString());
    }
    if (paper.upvotes() != null) {
      facts.add(number(paper.upvotes(), "upvote"));
    }
    addLink(facts, "code", paper.codeUrl());
    addLink(facts, "project", paper.projectUrl());
    if (!paper.id().isEmpty()) {
      facts.add(Markdown.escape(paper.id()));
    }
    return facts;
  }

  private static void addLink(List<String> facts, String word, @Nullable String url) {
    String link = Markdown.link(word, url);
    if (!link.equals(word)) {
      facts.add(link);
    }
  }

  private static String number(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
