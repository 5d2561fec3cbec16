package io.github.broadsheet.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The 41 real papers shipped inside the library: what a Daily Papers search page showed on 1 June
 * 2026, as facts. The abstract is one or two sentences of our own.
 */
public final class Sample {
  private Sample() {}

  /**
   * All 41, in the order of the page (relevance of a search about attention and retention). Title,
   * author count, organization, day and comments are as the page showed them, so some days are
   * those of a later version or one early; two papers came without day and author count. No author
   * names, no upvotes. The id is the arXiv id where it is known for sure, else {@code sample:} and
   * the place on the page. {@code fetchedAt} is the start of 1 June 2026, UTC: the hour is not
   * known.
   */
  public static Listing listing() {
    try (InputStream file = Sample.class.getResourceAsStream("sample.jsonl");
        FileText text = FileText.open(Objects.requireNonNull(file))) {
      return Listing.of(PaperTable.papers(JsonFile.tableLines("sample", text.lines()).table()));
    } catch (IOException e) {
      throw new UncheckedIOException("The sample inside the library cannot be read.", e);
    }
  }
}
