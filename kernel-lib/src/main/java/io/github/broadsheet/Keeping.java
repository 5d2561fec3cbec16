package io.github.broadsheet;

import io.github.broadsheet.archive.Archive;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.source.ArxivTerms;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.Paper;
import io.github.broadsheet.source.PaperTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The way of a table into the archive. */
final class Keeping {
  private Keeping() {}

  /** Archives the papers of a table, and says what came of it. */
  static List<String> of(Table table) {
    return of(table, Client.shared().settings().home());
  }

  private static List<String> of(Table table, Path home) {
    List<Paper> papers = new ArrayList<>();
    int nameless = 0;
    int invented = 0;
    for (Paper paper : PaperTable.papers(canonical(table))) {
      if (paper.id().isEmpty() || paper.title().isEmpty()) {
        nameless++;
      } else if (paper.source().equals("generated")) {
        invented++;
      } else {
        papers.add(paper);
      }
    }
    List<String> notes = new ArrayList<>();
    try (Archive archive = Archive.open(home)) {
      int before = archive.contents().papers();
      archive.keep(Listing.of(papers));
      int now = archive.contents().papers();
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d papers are new in the archive, which now holds %,d.",
              now - before,
              papers.size(),
              now));
    }
    if (nameless > 0) {
      notes.add(left(nameless, "without id or title"));
    }
    if (invented > 0) {
      notes.add(left(invented, "of generated papers"));
    }
    return notes;
  }

  private static String left(int rows, String why) {
    return String.format(
        Locale.ROOT, "Left out: %,d %s %s.", rows, rows == 1 ? "row" : "rows", why);
  }

  /** The same table with ids as the archive has them, and a source in each row. */
  private static Table canonical(Table table) {
    StringColumn ids = StringColumn.create("id");
    for (String id : texts(table, "id")) {
      String arxivId = ArxivTerms.id(id);
      ids.append(arxivId == null ? id : arxivId);
    }
    texts(table, "title");
    StringColumn sources = StringColumn.create("source");
    boolean said = table.containsColumn("source") && table.column("source") instanceof StringColumn;
    for (int row = 0; row < table.rowCount(); row++) {
      String source = said ? table.stringColumn("source").get(row) : "";
      sources.append(source.isEmpty() ? "file" : source);
    }
    Table copy = Table.create(table.name());
    table.columns().stream()
        .filter(column -> !List.of("id", "source").contains(column.name()))
        .forEach(copy::addColumns);
    return copy.addColumns(ids, sources);
  }

  private static StringColumn texts(Table table, String name) {
    if (table.containsColumn(name) && table.column(name) instanceof StringColumn texts) {
      return texts;
    }
    throw new IllegalArgumentException(
        "The archive keeps papers by id and title: the table needs a text column %s and has %s."
            .formatted(name, String.join(", ", table.columnNames())));
  }
}
