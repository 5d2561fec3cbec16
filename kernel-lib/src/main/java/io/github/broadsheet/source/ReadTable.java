package io.github.broadsheet.source;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * The table of a file, and what a reader should know about it in a line each: a record that was
 * skipped and why, a value that was left empty.
 */
public record ReadTable(Table table, List<String> notes) {
  public ReadTable {
    notes = List.copyOf(notes);
  }

  static ReadTable of(String name, Listing listing) {
    return new ReadTable(PaperTable.of(name, listing.papers()), listing.notes());
  }
}
