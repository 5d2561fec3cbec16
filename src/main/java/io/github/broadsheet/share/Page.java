package io.github.broadsheet.share;

import io.github.broadsheet.chart.PlotlyLibrary;
import io.github.broadsheet.display.Html;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.NotebookCell.Type;
import io.github.broadsheet.notebook.NotebookFile;
import io.github.broadsheet.notebook.Output;
import java.io.IOException;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Puts a page together: the head, the facts of the notebook, its cells. */
final class Page {
  private final Notebook notebook;
  private final PageOptions options;
  private final CellHtml cells;
  private @Nullable String title;

  private Page(Notebook notebook, PageOptions options) {
    this.notebook = notebook;
    this.options = options;
    boolean java = notebook.language().map(language -> language.equals("java")).orElse(true);
    this.cells = new CellHtml(java, options.hideCode());
  }

  static String of(Notebook notebook, PageOptions options) throws IOException {
    return new Page(notebook, options).html();
  }

  private String html() throws IOException {
    String content = content();
    String name = name();
    boolean live = content.contains("<figure class=\"chart lively\">");
    String page =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\""
            + Assets.CSP
            + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
            + Html.escape(name)
            + "</title>\n<style>\n"
            + Assets.STYLE
            + "</style>\n</head>\n<body>\n"
            + "<a class=\"skip\" href=\"#content\">Skip to the notebook</a>\n<header>\n<h1>"
            + Html.escape(name)
            + "</h1>\n"
            + Facts.html(Origin.of(notebook), Attached.of(withoutLibrary(), options.fileName()))
            + unrun()
            + "</header>\n<main id=\"content\">\n"
            + content
            + "</main>\n<footer>\n<p>Made with Broadsheet. This file is complete: it loads nothing"
            + " from the network.</p>\n</footer>\n"
            + (live
                ? "<script type=\"text/plain\" class=\"plotly\">"
                    + PlotlyLibrary.base64()
                    + "</script>\n"
                : "")
            + "<script>"
            + Assets.SCRIPT
            + "</script>\n</body>\n</html>\n";
    return page.replaceAll("[\u202A-\u202E\u2066-\u2069]", "");
  }

  private String content() {
    StringBuilder html = new StringBuilder();
    int number = 0;
    for (NotebookCell cell : notebook.cells()) {
      number++;
      if (CellHtml.isRemoved(cell)) {
        continue;
      }
      html.append(
          switch (cell.type()) {
            case CODE -> cells.code(cell, number);
            case MARKDOWN -> text(cell);
            case RAW -> CellHtml.raw(cell);
          });
    }
    return html.toString();
  }

  // The first heading becomes the title of the page; it is not said twice.
  private String text(NotebookCell cell) {
    Element body = CellHtml.text(cell);
    @Nullable Element first = body.selectFirst("h1");
    if (title == null && first != null && first.hasText()) {
      title = first.text();
      first.remove();
    }
    return body.childNodeSize() == 0
        ? ""
        : "<section class=\"text\">\n" + body.html() + "\n</section>\n";
  }

  private String name() {
    return title != null ? title : notebook.title().orElse(options.fileName());
  }

  private String unrun() {
    List<NotebookCell> code =
        notebook.cells().stream()
            .filter(cell -> cell.type() == Type.CODE && !cell.source().isBlank())
            .filter(cell -> !CellHtml.isRemoved(cell))
            .toList();
    long idle =
        code.stream()
            .filter(cell -> cell.executionCount().isEmpty() && cell.outputs().isEmpty())
            .count();
    if (idle == 0) {
      return "";
    }
    String which =
        idle == code.size()
            ? "This notebook was not run: its cells have no outputs."
            : idle + " of " + code.size() + " code cells were not run; they have no outputs.";
    return "<p class=\"note\">" + which + "</p>\n";
  }

  // The page has plotly.js already; in the notebook it would be there a second time.
  private Notebook withoutLibrary() {
    return notebook.withCells(
        notebook.cells().stream()
            .map(
                cell -> {
                  List<Output> kept =
                      cell.outputs().stream()
                          .filter(
                              output ->
                                  !(output instanceof Output.Data data
                                      && OutputHtml.carriesLibrary(data)))
                          .toList();
                  return kept.size() == cell.outputs().size()
                      ? cell
                      : cell.withOutputs(cell.executionCount().orElse(0), kept);
                })
            .toList());
  }

  /**
   * The notebook inside the page.
   *
   * @param bytes the file as the reader gets it
   */
  record Attached(String fileName, byte[] bytes) {
    static Attached of(Notebook notebook, String fileName) throws IOException {
      return new Attached(fileName, NotebookFile.bytes(notebook));
    }
  }
}
