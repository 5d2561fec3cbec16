package io.github.broadsheet.source;

import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML of strangers, read as a stream: no entity of it may reach for a file or address, or swell.
 */
final class SafeXml {
  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private SafeXml() {}

  static XMLStreamReader reader(Reader xml) throws XMLStreamException {
    return XML.createXMLStreamReader(xml);
  }

  /** The text of the element at hand and of all within it; moves to its end. */
  static String text(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {
          if (reader.hasText()) {
            text.append(reader.getText());
          }
        }
      }
    }
    return text.toString();
  }
}
