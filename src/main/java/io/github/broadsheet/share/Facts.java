package io.github.broadsheet.share;

import io.github.broadsheet.display.Html;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** What a reader should know before the first line: when, with what, from where. */
final class Facts {
  private static final int LARGEST_NOTEBOOK = 5 * 1024 * 1024;
  private static final int SHORT_SUM = 12;

  private Facts() {}

  static String html(Origin origin, Page.Attached notebook) {
    return "<dl class=\"facts\">\n"
        + (origin.executed().isEmpty() ? "" : fact("Executed", Html.escape(origin.executed())))
        + fact("Data", data(origin))
        + fact("Notebook", notebook(notebook))
        + "</dl>\n";
  }

  private static String data(Origin origin) {
    if (origin.recorded() && origin.listings().isEmpty()) {
      return "no listing of papers was loaded";
    }
    if (!origin.recorded()) {
      return "not recorded; <code>broadsheet run</code> records which listings a notebook loads";
    }
    StringBuilder list = new StringBuilder("<ul>");
    origin
        .listings()
        .forEach(line -> list.append("<li>").append(Html.escape(line)).append("</li>"));
    return list.append("</ul>").toString();
  }

  private static String notebook(Page.Attached notebook) {
    String name = Html.escape(notebook.fileName());
    String sum = HexFormat.of().formatHex(Sha256.of(notebook.bytes()));
    String check =
        " <details><summary>SHA-256 "
            + sum.substring(0, SHORT_SUM)
            + "…</summary><code>"
            + sum
            + "</code></details>";
    if (notebook.bytes().length > LARGEST_NOTEBOOK) {
      return name
          + " ("
          + size(notebook.bytes().length)
          + ", too large to be in this file)"
          + check;
    }
    return "<a download=\""
        + name
        + "\" href=\"data:application/x-ipynb+json;base64,"
        + Base64.getEncoder().encodeToString(notebook.bytes())
        + "\">"
        + name
        + "</a> ("
        + size(notebook.bytes().length)
        + ")"
        + check;
  }

  private static String fact(String name, String html) {
    return "<dt>" + name + "</dt><dd>" + html + "</dd>\n";
  }

  private static String size(int bytes) {
    return bytes < 1024 * 1024
        ? Math.max(1, bytes / 1024) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024));
  }
}
