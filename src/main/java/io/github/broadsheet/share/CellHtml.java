package io.github.broadsheet.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.display.Html;
import io.github.broadsheet.notebook.NotebookCell;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** A cell on the page, with what its tags hide left out. */
final class CellHtml {
  private final boolean java;
  private final boolean fold;

  /**
   * For the cells of one notebook.
   *
   * @param java whether its code is Java
   * @param fold whether code is folded until a reader opens it
   */
  CellHtml(boolean java, boolean fold) {
    this.java = java;
    this.fold = fold;
  }

  /** A code cell, the {@code number}th cell of the notebook. */
  String code(NotebookCell cell, int number) {
    Set<String> tags = cell.tags();
    String input =
        has(tags, "remove-input", "remove_input", "hide_code") || cell.source().isBlank()
            ? ""
            : input(cell, fold || has(tags, "hide-input", "hide_input", "hide-cell"));
    String outputs =
        has(tags, "remove-output", "remove_output") ? "" : OutputHtml.of(cell.outputs(), number);
    return input + outputs;
  }

  /** A text cell as the body of a document. */
  static Element text(NotebookCell cell) {
    ObjectNode attachments = cell.attachments();
    return MarkdownHtml.body(cell.source(), name -> attachment(attachments, name));
  }

  /** A cell that no tool shows in a way of its own. */
  static String raw(NotebookCell cell) {
    return cell.source().isBlank() ? "" : "<pre>" + Html.escape(cell.source()) + "</pre>\n";
  }

  static boolean isRemoved(NotebookCell cell) {
    return has(cell.tags(), "remove-cell", "remove_cell");
  }

  private String input(NotebookCell cell, boolean folded) {
    String count =
        cell.executionCount().isPresent() ? "[" + cell.executionCount().getAsInt() + "]" : "[ ]";
    String source = cell.source().stripTrailing();
    return "<details class=\"code\""
        + (folded ? "" : " open")
        + "><summary>"
        + count
        + "<span class=\"unseen\"> Code</span></summary><pre><code>"
        + (java ? JavaHtml.of(source) : Html.escape(source))
        + "</code></pre></details>\n";
  }

  private static Optional<String> attachment(ObjectNode attachments, String name) {
    return attachments.path(name).properties().stream()
        .map(Map.Entry::getKey)
        .map(type -> "data:" + type + ";base64," + attachments.path(name).path(type).asText())
        .filter(SafeHtml::isPicture)
        .findFirst();
  }

  private static boolean has(Set<String> tags, String... any) {
    for (String tag : any) {
      if (tags.contains(tag)) {
        return true;
      }
    }
    return false;
  }
}
