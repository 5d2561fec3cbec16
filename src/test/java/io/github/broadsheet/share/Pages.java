package io.github.broadsheet.share;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.NotebookCell.Type;
import io.github.broadsheet.notebook.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Executed notebooks as tests write them, and the page that is made of each. */
public final class Pages {
  /** A machine that knows nothing of anybody. */
  static final Machine NOWHERE = new Machine("", "", "", Map.of());

  /** A picture of one pixel. */
  public static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private final List<NotebookCell> cells = new ArrayList<>();

  public Pages text(String markdown) {
    cells.add(NotebookCell.of(Type.MARKDOWN, "c" + cells.size(), markdown));
    return this;
  }

  public Pages code(String source, Output... outputs) {
    NotebookCell cell = NotebookCell.of(Type.CODE, "c" + cells.size(), source);
    cells.add(cell.withOutputs(cells.size() + 1, List.of(outputs)));
    return this;
  }

  public Pages idle(String source) {
    cells.add(NotebookCell.of(Type.CODE, "c" + cells.size(), source));
    return this;
  }

  Pages tagged(String tag) {
    int last = cells.size() - 1;
    cells.set(last, cells.get(last).withMetadata(metadata -> metadata.putArray("tags").add(tag)));
    return this;
  }

  public static Output shown(String type, Object content) {
    return Output.Data.displayed(Map.of(type, content));
  }

  /** A chart as its output has it: the figure and its picture. */
  public static Output chart(String title, String kind) {
    ObjectMapper json = new ObjectMapper();
    var figure = json.createObjectNode();
    var trace = ((ArrayNode) figure.putArray("data")).addObject().put("type", kind);
    trace.putArray("x").add("a").add("b");
    trace.putArray("y").add(1).add(2);
    figure.putObject("layout").putObject("title").put("text", title);
    return Output.Data.displayed(
        Map.of(
            FigureHtml.TYPE,
            json.convertValue(figure, Map.class),
            "image/png",
            PNG,
            "text/html",
            "<script>window.trusted = 1</script>",
            "text/plain",
            title));
  }

  public Notebook notebook() {
    return Notebook.of(cells)
        .withMetadata(metadata -> metadata.putObject("language_info").put("name", "java"));
  }

  SharedPage page() throws IOException {
    return page(false, NOWHERE);
  }

  SharedPage page(boolean hideCode, Machine machine) throws IOException {
    return SharedPage.of(notebook(), new PageOptions("nb.ipynb", hideCode), machine);
  }

  Document html() throws IOException {
    return Jsoup.parse(page().html());
  }
}
