package io.github.broadsheet.source;

import io.github.broadsheet.http.Answer;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Trouble;
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
 * One answer of arXiv's OAI-PMH (<a href="https://info.arxiv.org/help/oa/index.html">help</a>) in
 * the format {@code arXiv}. Elements are found by name.
 *
 * @param listing the papers in the order of the answer
 * @param records how many records came, withdrawn and unreadable ones included
 * @param next the token that asks for what follows; "" at the end
 * @param expired whether the token that was sent holds no more
 */
record OaiPage(Listing listing, int records, String next, boolean expired) {
  /** The page in an answer. */
  static OaiPage read(Answer answer) throws Trouble {
    return read(Bodies.text(answer), answer.fetchedAt());
  }

  /** The page in the text of an answer that came then. */
  static OaiPage read(String xml, Instant fetchedAt) throws Trouble {
    if (!xml.contains("<OAI-PMH")) {
      throw Trouble.broken("sent something that is not an answer of OAI-PMH", null);
    }
    Parser parser = new Parser(fetchedAt);
    try {
      return parser.page(SafeXml.reader(new StringReader(xml)));
    } catch (XMLStreamException e) {
      throw Trouble.broken("sent XML that breaks off or is broken", e);
    }
  }

  private static final class Parser {
    private final Instant fetchedAt;
    private final Remarks remarks = new Remarks();
    private final List<Paper> papers = new ArrayList<>();
    private int records;
    private String next = "";

    Parser(Instant fetchedAt) {
      this.fetchedAt = fetchedAt;
    }

    OaiPage page(XMLStreamReader reader) throws XMLStreamException, Trouble {
      boolean expired = false;
      Record record = new Record();
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("record")) {
          add(record);
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          switch (reader.getLocalName()) {
            case "error" -> expired |= isExpired(reader);
            case "record" -> record = new Record();
            case "header" ->
                record.deleted = "deleted".equals(reader.getAttributeValue(null, "status"));
            case "resumptionToken" -> next = SafeXml.text(reader).strip();
            default -> record.take(reader);
          }
        }
      }
      return new OaiPage(new Listing(papers, remarks.notes(records)), records, next, expired);
    }

    /** No records is an answer, an old token a reason to begin again; the rest is a refusal. */
    private static boolean isExpired(XMLStreamReader reader) throws XMLStreamException, Trouble {
      String code = String.valueOf(reader.getAttributeValue(null, "code"));
      String said = Clean.orEmpty(SafeXml.text(reader));
      if (code.equals("noRecordsMatch")) {
        return false;
      }
      if (code.equals("badResumptionToken")) {
        return true;
      }
      throw Trouble.refused(
          "refused the harvest (" + code + "), " + Remarks.quote(said),
          "Check the set and the days; a good call: Papers.harvest(\"cs.CL\", \"2025-10-01\","
              + " \"2025-10-31\").");
    }

    private void add(Record record) {
      records++;
      String id = ArxivTerms.id(record.id);
      String title = Clean.text(record.title);
      if (record.deleted) {
        return;
      }
      if (id == null || title == null) {
        remarks.skip(
            Remarks.record(records, Clean.text(record.id), title),
            id == null ? "has no arXiv id" : "has no title");
        return;
      }
      Paper.Draft draft = Paper.draft(id, title, "arxiv");
      draft.abstractText = Clean.text(record.abstractText);
      draft.authors = record.authors;
      draft.published = Clean.day(record.created);
      draft.categories =
          ArxivTerms.categories(null, Arrays.asList(record.categories.strip().split("\\s+")));
      draft.url = ArxivTerms.page(id);
      draft.fetchedAt = fetchedAt;
      papers.add(draft.paper());
    }
  }

  private static final class Record {
    private boolean deleted;
    private @Nullable String id;
    private @Nullable String title;
    private @Nullable String created;
    private @Nullable String abstractText;
    private String categories = "";
    private final List<String> authors = new ArrayList<>();

    void take(XMLStreamReader reader) throws XMLStreamException {
      switch (reader.getLocalName()) {
        case "id" -> id = SafeXml.text(reader);
        case "title" -> title = SafeXml.text(reader);
        case "created" -> created = SafeXml.text(reader);
        case "abstract" -> abstractText = SafeXml.text(reader);
        case "categories" -> categories = SafeXml.text(reader);
        case "author" -> author(reader);
        default -> {}
      }
    }

    private void author(XMLStreamReader reader) throws XMLStreamException {
      String family = "";
      String given = "";
      String suffix = "";
      while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "keyname" -> family = SafeXml.text(reader);
          case "forenames" -> given = SafeXml.text(reader);
          case "suffix" -> suffix = SafeXml.text(reader);
          default -> SafeXml.text(reader);
        }
      }
      String name = Clean.text(given + " " + family + " " + suffix);
      if (name != null) {
        authors.add(name);
      }
    }
  }
}
