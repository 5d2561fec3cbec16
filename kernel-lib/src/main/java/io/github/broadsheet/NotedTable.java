package io.github.broadsheet;

import io.github.broadsheet.display.Bundles;
import io.github.broadsheet.display.Html;
import io.github.broadsheet.display.Plain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** A table with what a reader must know of it below. */
final class NotedTable {
  private NotedTable() {}

  static Map<String, Object> of(Table table, List<String> notes) {
    Map<String, Object> bundle = new LinkedHashMap<>(Bundles.of(table));
    StringBuilder html = new StringBuilder(String.valueOf(bundle.get("text/html")));
    for (String note : notes) {
      html.append("<div><small>").append(Html.escape(note)).append("</small></div>");
    }
    bundle.put("text/html", html.toString());
    bundle.put("text/markdown", bundle.get("text/markdown") + "\n\n" + String.join("  \n", notes));
    bundle.put("text/plain", text(table, notes));
    return bundle;
  }

  static String text(Table table, List<String> notes) {
    StringBuilder text = new StringBuilder(Bundles.text(table));
    notes.forEach(note -> text.append("\n").append(Plain.line(note)));
    return text.toString();
  }
}
