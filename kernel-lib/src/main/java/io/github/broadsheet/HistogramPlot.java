package io.github.broadsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.broadsheet.chart.Chart;
import tech.tablesaw.columns.Column;

/** How the values of one column are spread. */
final class HistogramPlot {
  private HistogramPlot() {}

  static Chart of(PlotData data, String name) {
    Column<?> named = data.column(name);
    boolean time = PlotData.isTime(named);
    Column<?> column = time ? named : data.numbers(name);
    String counted = data.rows(2).replace("2 ", "");
    PlotFigure figure = new PlotFigure(name + " of " + counted, name, counted);
    ArrayNode values = figure.trace("histogram").putArray("x");
    int missing = 0;
    for (int row = 0; row < column.size(); row++) {
      double number = PlotData.number(column, row);
      if (time && !column.isMissing(row)) {
        values.add(PlotData.text(column, row));
      } else if (!Double.isNaN(number)) {
        values.add(number);
      } else {
        missing++;
      }
    }
    figure.leftOut(data, missing);
    return figure.chart();
  }
}
