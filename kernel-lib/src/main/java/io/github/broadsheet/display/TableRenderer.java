package io.github.broadsheet.display;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Shows Tablesaw tables and columns as HTML, Markdown and plain text. */
public final class TableRenderer implements Renderer {
  @Override
  public @Nullable Map<String, Object> render(Object value) {
    Table table = null;
    if (value instanceof Table whole) {
      table = whole;
    } else if (value instanceof Column<?> column) {
      table = Table.create("", column);
    }
    if (table == null) {
      return null;
    }
    TableView view = TableView.of(table);
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("text/html", TableHtml.of(view));
    bundle.put("text/markdown", TableText.markdown(view));
    bundle.put("text/plain", TableText.plain(view));
    return bundle;
  }
}
