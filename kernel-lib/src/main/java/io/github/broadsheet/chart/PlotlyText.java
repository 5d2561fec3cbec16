package io.github.broadsheet.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in a figure. Plotly reads titles, names, categories and hover texts as a small HTML of its
 * own ({@code <b> <i> <br> <a>}), so text that is data must be escaped before it goes in.
 */
public final class PlotlyText {
  private PlotlyText() {}

  /** Text that Plotly shows as it is; line ends and other control characters become blanks. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    text.codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .filter(point -> !turnsDirection(point))
        .forEach(
            point -> {
              switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }

  /**
   * Text as {@link #escape} gives it, in lines of at most so many characters where it has blanks.
   */
  public static List<String> lines(String text, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > most) {
        lines.add(escape(line.toString()));
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(escape(line.toString()));
    return lines;
  }

  /** The text a reader sees in the chart: markup dropped, entities read. */
  public static String plain(String text) {
    return entities(text.replaceAll("(?i)<br\\s*/?>", " ").replaceAll("</?[a-zA-Z][^<>]*>", ""))
        .replaceAll("\\p{Cntrl}", " ")
        .strip();
  }

  /** The five entities of HTML that templates write. */
  static String entities(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static boolean turnsDirection(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }
}
