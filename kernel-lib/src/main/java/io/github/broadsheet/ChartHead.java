package io.github.broadsheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.chart.PlotlyText;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The title of a chart and its small print: how many papers, from where, what to know. */
final class ChartHead {
  /** The height of a line below the title. */
  static final int LINE = 20;

  /** Below the title's own line, and below Plotly's buttons where the chart is narrow. */
  private static final int ROOM = 84;

  private static final int BUTTONS = 36;

  /** Plotly cuts a line that is too long; this many letters fit into 600 pixels. */
  private static final int LONGEST = 84;

  private ChartHead() {}

  /**
   * Puts a title with small print into a layout.
   *
   * @return the height of it all, which is the margin at the top
   */
  @SafeVarargs
  static int put(ObjectNode layout, String title, Collection<String>... said) {
    List<String> lines =
        Stream.of(said)
            .flatMap(Collection::stream)
            // A lone % on the next line reads badly, and so does half of "q < 0.001".
            .map(text -> text.replace(" %", "\u00A0%").replaceAll(" ([<=]) ", "\u00A0$1\u00A0"))
            .flatMap(text -> PlotlyText.lines(text, LONGEST).stream())
            .toList();
    ObjectNode head = layout.putObject("title");
    head.put(
        "text",
        PlotlyText.escape(title)
            + "<br><span style=\"font-size:12px\">"
            + String.join("<br>", lines)
            + "</span>");
    head.put("x", 0.02).put("xanchor", "left");
    // Plotly would set a title of many lines into the middle of the margin, its end into the chart.
    head.put("y", 1).put("yref", "container").put("yanchor", "top");
    head.putObject("pad").put("t", BUTTONS);
    int height = ROOM + LINE * lines.size();
    layout.withObject("/margin").put("t", height).put("r", 20);
    return height;
  }
}
