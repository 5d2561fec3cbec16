package io.github.broadsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.chart.PlotlyText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.columns.Column;

/** A bar for each of a few things. */
final class BarPlot {
  private static final int MOST_BARS = 40;
  private static final int LONG_NAME = 14;
  private static final int LONGEST_NAME = 60;
  private static final int MANY_BARS = 12;

  private BarPlot() {}

  /** How many rows have each value of a column. */
  static Chart counts(PlotData data, String category) {
    Column<?> names = data.column(category);
    Map<String, Double> bars = new LinkedHashMap<>();
    int missing = 0;
    for (int row = 0; row < names.size(); row++) {
      String name = PlotData.text(names, row);
      if (name == null) {
        missing++;
      } else {
        for (String one : name.split("; ", -1)) {
          bars.merge(one, 1.0, Double::sum);
        }
      }
    }
    List<Map.Entry<String, Double>> sorted = new ArrayList<>(bars.entrySet());
    if (!PlotData.isTime(names)) {
      sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    }
    String counted = data.rows(2).replace("2 ", "");
    PlotFigure figure = new PlotFigure(counted + " by " + category, category, counted);
    figure.leftOut(data, missing);
    return draw(figure, sorted, PlotData.isTime(names));
  }

  /** The numbers of a column added up for each value of another. */
  static Chart sums(PlotData data, String category, String number) {
    Column<?> names = data.column(category);
    Column<?> numbers = data.numbers(number);
    Map<String, Double> bars = new LinkedHashMap<>();
    int missing = 0;
    boolean added = false;
    for (int row = 0; row < names.size(); row++) {
      String name = PlotData.text(names, row);
      double value = PlotData.number(numbers, row);
      if (name == null || Double.isNaN(value)) {
        missing++;
      } else {
        added |= bars.merge(name, value, Double::sum) != value;
      }
    }
    String what = added ? "sum of " + number : number;
    PlotFigure figure = new PlotFigure(what + " by " + category, category, what);
    figure.leftOut(data, missing);
    return draw(figure, new ArrayList<>(bars.entrySet()), PlotData.isTime(names));
  }

  private static Chart draw(PlotFigure figure, List<Map.Entry<String, Double>> bars, boolean time) {
    if (bars.size() > MOST_BARS && !time) {
      figure.remark("the first " + MOST_BARS + " of " + bars.size());
    }
    List<Map.Entry<String, Double>> shown =
        time ? bars : bars.subList(0, Math.min(MOST_BARS, bars.size()));
    boolean lying =
        !time
            && (shown.size() > MANY_BARS
                || shown.stream().anyMatch(bar -> bar.getKey().length() > LONG_NAME));
    ObjectNode trace = figure.trace("bar").put("orientation", lying ? "h" : "v");
    ArrayNode names = trace.putArray(lying ? "y" : "x");
    ArrayNode numbers = trace.putArray(lying ? "x" : "y");
    ArrayNode whole = trace.putArray("hovertext");
    Map<String, Integer> used = new LinkedHashMap<>();
    for (Map.Entry<String, Double> bar : shown) {
      names.add(name(bar.getKey(), used));
      numbers.add(bar.getValue());
      whole.add(bar.getKey());
    }
    trace.put("hovertemplate", (lying ? "%{x}" : "%{y}") + "<br>%{hovertext}<extra></extra>");
    if (lying) {
      figure.swapAxes();
      upright(figure, shown.size());
    } else if (!time) {
      figure.axis("xaxis").put("type", "category");
    }
    return figure.chart();
  }

  /** Names stand beside lying bars, the first at the top, each with room for itself. */
  private static void upright(PlotFigure figure, int bars) {
    figure.axis("yaxis").put("type", "category").put("autorange", "reversed");
    figure.axis("yaxis").put("showgrid", false).put("dtick", 1);
    figure.axis("yaxis").remove("title");
    figure.axis("xaxis").put("showgrid", true);
    figure.layout().put("height", Math.max(240, 130 + 26 * bars));
  }

  /** A name cut to what fits beside a bar; two that are then the same would become one bar. */
  private static String name(String name, Map<String, Integer> used) {
    String plain = PlotlyText.plain(name);
    String cut =
        plain.length() <= LONGEST_NAME
            ? plain
            : plain.substring(0, LONGEST_NAME - 1).stripTrailing() + "…";
    int count = used.merge(cut, 1, Integer::sum);
    return PlotlyText.escape(count == 1 ? cut : cut + " (" + count + ")");
  }
}
