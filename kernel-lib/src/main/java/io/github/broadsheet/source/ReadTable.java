package io.github.broadsheet.source;

import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * The table of a file, and what a reader should know about it in a line each: a record that was
 * skipped and why, a value that was left empty.
 */
public record ReadTable(Table table, List<String> notes) {
  public ReadTable {
    notes = List.copyOf(notes);
  }

  /** The same table, with this note before the others. */
  ReadTable noted(String note) {
    return new ReadTable(table, Stream.concat(Stream.of(note), notes.stream()).toList());
  }

  static ReadTable of(String name, Listing listing) {
    return new ReadTable(PaperTable.of(name, listing.papers()), listing.notes());
  }
}
