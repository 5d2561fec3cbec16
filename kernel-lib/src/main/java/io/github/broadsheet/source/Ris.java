package io.github.broadsheet.source;

import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Papers in the form reference managers exchange: a tag and a value a line, the type {@code UNPB}
 * (unpublished work), which they take for a preprint.
 */
final class Ris {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);

  private Ris() {}

  static void write(Table table, Writer writer) throws IOException {
    for (Paper paper : PaperTable.titled("RIS", table)) {
      line(writer, "TY", "UNPB");
      line(writer, "ID", paper.id());
      line(writer, "TI", paper.title());
      for (String author : paper.authors()) {
        line(writer, "AU", familyFirst(author));
      }
      if (paper.published() != null) {
        line(writer, "PY", String.valueOf(paper.published().getYear()));
        line(writer, "DA", DAY.format(paper.published()));
      }
      line(writer, "AB", paper.abstractText());
      for (String keyword : paper.keywords()) {
        line(writer, "KW", keyword);
      }
      line(writer, "UR", Clean.link(paper.url()));
      writer.write("ER  - \r\n\r\n");
    }
  }

  private static void line(Writer writer, String tag, @Nullable String value) throws IOException {
    String line = Clean.text(value);
    if (line != null) {
      writer.write(tag + "  - " + line + "\r\n");
    }
  }

  /** RIS wants the family name first; the last word is the best guess there is. */
  private static String familyFirst(String author) {
    int last = author.lastIndexOf(' ');
    return last < 0 || author.contains(",")
        ? author
        : author.substring(last + 1) + ", " + author.substring(0, last);
  }
}
