package io.github.broadsheet.display;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.Column;

/**
 * A table as HTML that needs no script, no style sheet and no trust. Notebooks align all cells to
 * the right and an untrusted one drops inline styles, so text is aligned by a {@code div} of its
 * own; styles only refine. No colours, so that it reads on dark and on light.
 */
final class TableHtml {
  static final int MOST_BYTES = 64 * 1024;
  private static final int FOLD = 70;
  private static final Set<String> LISTS = Set.of("keywords", "categories");
  private static final int WHOLE_TEXT = 4000;
  private static final int SHORT_TEXT = 400;
  private static final String TOP = "<td style=\"vertical-align:top\">";
  private static final String LINE = "<td style=\"vertical-align:top;white-space:nowrap\">";
  private static final String DIM = "<span style=\"opacity:.45\">" + CellText.MISSING + "</span>";

  private final TableView view;
  private final int longest;
  private boolean textCut;

  private TableHtml(TableView view, int longest) {
    this.view = view;
    this.longest = longest;
  }

  /** The table; first texts and then rows are cut until it fits, and it says so. */
  static String of(TableView whole) {
    String html = new TableHtml(whole, WHOLE_TEXT).table();
    TableView view = whole;
    while (html.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      html = new TableHtml(view, SHORT_TEXT).table();
      if (view.head <= 1) {
        break;
      }
      view = view.smaller();
    }
    return html;
  }

  private String table() {
    StringBuilder html = new StringBuilder();
    html.append("<div style=\"overflow-x:auto\"><table style=\"margin-left:0\"><caption>");
    html.append("<div align=\"left\">")
        .append(Html.escape(view.caption()))
        .append("</div></caption>");
    html.append("<thead><tr><th scope=\"col\"><div align=\"right\">#</div></th>");
    view.columns.forEach(column -> html.append(heading(column)));
    html.append("</tr></thead><tbody>");
    int[] rows = view.rows();
    for (int i = 0; i < rows.length; i++) {
      if (i == view.head) {
        html.append(gap());
      }
      html.append("<tr>")
          .append(LINE)
          .append("<div align=\"right\">")
          .append(rows[i] + 1)
          .append("</div></td>");
      for (Column<?> column : view.columns) {
        html.append(cell(column, rows[i]));
      }
      html.append("</tr>");
    }
    if (view.tail == 0 && view.hiddenRows() > 0) {
      html.append(gap());
    }
    html.append("</tbody></table>");
    notes()
        .forEach(
            note -> html.append("<div><small>").append(Html.escape(note)).append("</small></div>"));
    return html.append("</div>").toString();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(view.notes);
    if (textCut) {
      notes.add("Texts are cut at " + longest + " characters to keep this output small.");
    }
    return notes;
  }

  private String gap() {
    return "<tr><td colspan=\""
        + (view.columns.size() + 1)
        + "\"><div align=\"left\"><small>⋮ "
        + Html.escape(view.gap())
        + "</small></div></td></tr>";
  }

  private String heading(Column<?> column) {
    return "<th scope=\"col\""
        + width(column)
        + "><div align=\""
        + (CellText.right(column) ? "right" : "left")
        + "\">"
        + Html.escape(Plain.cut(Plain.line(column.name()), 60))
        + "<br><small style=\"font-weight:normal;opacity:.6\">"
        + Html.escape(column.type().getPrinterFriendlyName().toLowerCase(Locale.ROOT))
        + "</small></div></th>";
  }

  /** Where the table is wider than the page, columns of words would get as narrow as one word. */
  private String width(Column<?> column) {
    String name = view.listing ? column.name() : "";
    int width = name.equals("title") ? 24 : name.equals("authors") || LISTS.contains(name) ? 11 : 0;
    return width == 0 ? "" : " style=\"min-width:" + width + "em\"";
  }

  private String cell(Column<?> column, int row) {
    String text = CellText.of(column, row);
    boolean title = view.listing && column.name().equals("title");
    boolean authors = view.listing && column.name().equals("authors");
    boolean names = view.listing && LISTS.contains(column.name());
    String content;
    if (title) {
      content = title(text, row);
    } else if (authors) {
      content = authors(text, row);
    } else if (names && text != null) {
      content = names(text, 0);
    } else {
      content = text == null ? DIM : column.name().equals("id") ? id(text) : value(text);
    }
    boolean line = text != null && text.length() <= 24 && text.indexOf(' ') < 0 && !title;
    return (line ? LINE : TOP)
        + "<div align=\""
        + (CellText.right(column) ? "right" : "left")
        + "\">"
        + content
        + "</div></td>";
  }

  private String title(@Nullable String title, int row) {
    String text = title == null ? DIM : Html.escape(cut(title));
    String linked = Html.link(view.at("url", row)).map(url -> Html.anchor(url, text)).orElse(text);
    String summary = view.at("abstract", row);
    return summary == null ? linked : linked + "<div><small>" + folded(summary) + "</small></div>";
  }

  private String authors(@Nullable String names, int row) {
    String count = view.at("author_count", row);
    int known = count != null && count.matches("\\d{1,6}") ? Integer.parseInt(count) : 0;
    if (names == null) {
      return known > 0 ? TableView.count(known, "author") : DIM;
    }
    return names(names, known);
  }

  private String names(String names, int known) {
    String few = CellText.people(names, known);
    return names.split(";").length > 2
        ? "<details><summary>"
            + Html.escape(few)
            + "</summary>"
            + Html.escape(cut(names))
            + "</details>"
        : Html.escape(few);
  }

  private static String id(String id) {
    String page = CellText.arxivPage(id);
    return page == null ? Html.escape(id) : Html.anchor(page, Html.escape(id));
  }

  private String value(String text) {
    return Html.link(text)
        .map(
            url ->
                Html.anchor(
                    url,
                    Html.escape(Plain.cut(url.replaceFirst("(?i)^https?://(www\\.)?", ""), 40))))
        .orElseGet(() -> folded(text));
  }

  private String folded(String text) {
    if (text.length() <= FOLD * 3 / 2) {
      return Html.escape(text);
    }
    return "<details><summary>"
        + Html.escape(Plain.cut(Plain.line(text), FOLD))
        + "</summary>"
        + Html.escape(cut(text))
        + "</details>";
  }

  private String cut(String text) {
    if (text.length() <= longest) {
      return text;
    }
    textCut = true;
    return Plain.cut(text, longest);
  }
}
