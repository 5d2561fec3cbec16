package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An Atom feed of arXiv: an answer of its API, or of its announcement feed. Elements are found by
 * name, since their order changed in 2026.
 *
 * @param listing the papers in the order of the feed
 * @param entries how many entries the feed has, those that could not be read included
 * @param total how many papers match the query in all, where the feed says so
 * @param announced how each of the papers is announced ({@code new}, {@code cross}, {@code
 *     replace}, {@code replace-cross}), "" where the feed does not say it
 * @param updated when the feed was made, as it says
 */
record AtomFeed(
    Listing listing,
    int entries,
    @Nullable Integer total,
    List<String> announced,
    @Nullable String updated) {
  /**
   * Reads a feed.
   *
   * @param fetchedAt when it came; null if that is not known
   * @throws PapersException if this is no whole Atom feed, or if it is arXiv's way to report an
   *     error, whose text the message then gives
   */
  static AtomFeed read(String xml, @Nullable Instant fetchedAt) {
    try {
      return parser(xml, fetchedAt).feed();
    } catch (XMLStreamException e) {
      throw broken(xml, e);
    }
  }

  /** The papers of a file; if it breaks off, those before the place, and a note. */
  static Listing readFile(String xml) {
    Parser parser = parser(xml, null);
    try {
      return parser.feed().listing();
    } catch (XMLStreamException e) {
      if (parser.papers.isEmpty()) {
        throw broken(xml, e);
      }
      return new Listing(parser.papers, parser.remarks.notes(parser.place))
          .noted(Remarks.cut("The XML breaks off or is broken" + place(e), parser.place));
    }
  }

  private static Parser parser(String xml, @Nullable Instant fetchedAt) {
    try {
      return new Parser(SafeXml.reader(new StringReader(xml)), fetchedAt);
    } catch (XMLStreamException e) {
      throw broken(xml, e);
    }
  }

  private static PapersException broken(String xml, XMLStreamException e) {
    return new PapersException(
        "This is no whole Atom feed: the XML breaks off or is broken"
            + place(e)
            + ". It starts "
            + Remarks.quote(xml)
            + ".",
        e);
  }

  private static String place(XMLStreamException e) {
    return e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
  }

  private static final class Parser {
    private final XMLStreamReader reader;
    private final @Nullable Instant fetchedAt;
    private final Remarks remarks = new Remarks();
    private final List<Paper> papers = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();
    private @Nullable Integer total;
    private @Nullable String updated;
    private int place;

    Parser(XMLStreamReader reader, @Nullable Instant fetchedAt) {
      this.reader = reader;
      this.fetchedAt = fetchedAt;
    }

    AtomFeed feed() throws XMLStreamException {
      reader.nextTag();
      if (!reader.getLocalName().equals("feed")) {
        throw new PapersException(
            "This is no Atom feed: expected <feed>, found <" + reader.getLocalName() + ">.", null);
      }
      while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "entry" -> entry();
          case "totalResults" -> total = count(text());
          case "updated" -> updated = text();
          default -> text();
        }
      }
      return new AtomFeed(
          new Listing(papers, remarks.notes(place)), place, total, announced, updated);
    }

    private void entry() throws XMLStreamException {
      Entry entry = new Entry();
      while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "id" -> entry.id = text();
          case "title" -> entry.title = Clean.text(text());
          case "summary" -> entry.summary = text();
          case "published" -> entry.published = text();
          case "author" -> author(entry.authors);
          case "creator" -> entry.authors.addAll(names(text()));
          case "announce_type" -> entry.announced = Clean.text(text());
          case "primary_category" -> entry.primary = term();
          case "category" -> entry.categories.add(term());
          default -> text();
        }
      }
      place++;
      Paper paper = entry.paper(Remarks.record(place, entry.id, entry.title), remarks, fetchedAt);
      if (paper != null) {
        papers.add(paper);
        announced.add(entry.announced == null ? "" : entry.announced);
      }
    }

    private void author(List<String> authors) throws XMLStreamException {
      while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
        boolean isName = reader.getLocalName().equals("name");
        String text = Clean.text(text());
        if (isName && text != null) {
          authors.add(text);
        }
      }
    }

    private String term() throws XMLStreamException {
      String term = reader.getAttributeValue(null, "term");
      text();
      return term == null ? "" : term;
    }

    private String text() throws XMLStreamException {
      return SafeXml.text(reader);
    }

    private static @Nullable Integer count(String text) {
      try {
        return Integer.valueOf(text.strip());
      } catch (NumberFormatException e) {
        return null;
      }
    }

    /** The feed of announcements has all names in one text, with accents as in TeX. */
    private static List<String> names(String creators) {
      return Arrays.stream(Latex.text(creators).split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .toList();
    }
  }

  private static final class Entry {
    private String id = "";
    private @Nullable String title;
    private String summary = "";
    private String published = "";
    private final List<String> authors = new ArrayList<>();
    private @Nullable String announced;
    private @Nullable String primary;
    private final List<String> categories = new ArrayList<>();

    @Nullable Paper paper(String record, Remarks remarks, @Nullable Instant fetchedAt) {
      if (id.contains("arxiv.org/api/errors")) {
        throw new PapersException("arXiv refused the query: " + Clean.text(summary) + ".", null);
      }
      String arxivId = ArxivTerms.id(id);
      if (arxivId == null || title == null) {
        remarks.skip(record, arxivId == null ? "has no arXiv id" : "has no title");
        return null;
      }
      Paper.Draft draft = Paper.draft(arxivId, title, "arxiv");
      boolean announced = id.startsWith("oai:");
      draft.abstractText =
          Clean.text(announced ? summary.replaceFirst("(?s)^.*?Abstract:", "") : summary);
      draft.authors = authors;
      // What the announcement feed calls published is the day of the announcement.
      draft.published = announced ? null : Clean.day(published);
      if (draft.published == null && !announced && !published.isBlank()) {
        remarks.empty(record, "published", "a date", published);
      }
      draft.categories = ArxivTerms.categories(primary, categories);
      draft.url = ArxivTerms.page(arxivId);
      draft.fetchedAt = fetchedAt;
      return draft.paper();
    }
  }
}
