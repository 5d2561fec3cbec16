package io.github.broadsheet;

import io.github.broadsheet.chart.Chart;
import tech.tablesaw.api.Table;

/**
 * Charts of a table in one line. Each word gives a {@link Chart}: the last expression of a cell
 * shows it, as a picture everywhere and live (zoom, hover) where scripts run. Nothing is loaded
 * from the network. The table is never changed.
 *
 * <pre>{@code
 * Plot.bars(papers, "organization")              // how many papers each organization has
 * Plot.bars(papers.first(15), "title", "upvotes")
 * Plot.lines(perDay, "listed", "papers")
 * Plot.points(papers, "upvotes", "comments")
 * Plot.histogram(papers, "upvotes")
 * }</pre>
 *
 * A row without a value in one of the columns is left out, and the title says how many were. No
 * rows at all is a chart that says so. A column that is not there, or has no numbers where numbers
 * are needed, is an {@link IllegalArgumentException} that names it and the columns there are.
 *
 * <p>Any jsplot {@code Figure} that is the value of a cell shows itself the same way; {@link
 * Chart#of(tech.tablesaw.plotly.components.Figure)} makes it a chart.
 */
public final class Plot {
  private Plot() {}

  /**
   * A bar for each row of a table of counts, such as {@code summarize(…).by(…)} or {@code
   * countBy(…)} give: its first column with text or days says what, its first column with numbers
   * how many.
   *
   * @throws IllegalArgumentException if the table has no column with numbers
   */
  public static Chart bars(Table counts) {
    PlotData data = new PlotData("Plot.bars", counts);
    return bars(counts, data.firstName(), data.firstNumber());
  }

  /**
   * How many rows have each value of a column, the most frequent first: {@code Plot.bars(papers,
   * "organization")}. Values joined with "; ", as in {@code keywords}, are counted one by one.
   */
  public static Chart bars(Table table, String category) {
    return BarPlot.counts(new PlotData("Plot.bars", table), category);
  }

  /**
   * A bar for each value of {@code category} as long as {@code number}, in the order of the table.
   * Rows with the same category are added up. The bars lie when their names are long. At most 40
   * are shown, and the title says how many there are.
   *
   * @param category a column of any type
   * @param number a column with numbers
   */
  public static Chart bars(Table table, String category, String number) {
    return BarPlot.sums(new PlotData("Plot.bars", table), category, number);
  }

  /**
   * A line through {@code y} along {@code x}, in the order of {@code x} when that is days or
   * numbers.
   *
   * @param x a column of any type; days and times are UTC
   * @param y a column with numbers
   */
  public static Chart lines(Table table, String x, String y) {
    return LinePlot.of(new PlotData("Plot.lines", table), "lines+markers", x, y, null);
  }

  /** The same with a line for each value of {@code group}; at most the ten with the most rows. */
  public static Chart lines(Table table, String x, String y, String group) {
    return LinePlot.of(new PlotData("Plot.lines", table), "lines+markers", x, y, group);
  }

  /**
   * A point for each row. A table with a {@code title} says it when the pointer is over the point.
   *
   * @param x a column of any type
   * @param y a column with numbers
   */
  public static Chart points(Table table, String x, String y) {
    return LinePlot.of(new PlotData("Plot.points", table), "markers", x, y, null);
  }

  /** The same with a colour for each value of {@code group}; at most the ten with the most rows. */
  public static Chart points(Table table, String x, String y, String group) {
    return LinePlot.of(new PlotData("Plot.points", table), "markers", x, y, group);
  }

  /** How the values of a column of numbers or days are spread, counted in bins of equal width. */
  public static Chart histogram(Table table, String column) {
    return HistogramPlot.of(new PlotData("Plot.histogram", table), column);
  }
}
