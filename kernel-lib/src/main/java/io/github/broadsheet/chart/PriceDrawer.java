package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.OHLCChart;
import org.knowm.xchart.OHLCSeries;

/** Open, high, low and close of each day. */
final class PriceDrawer {
  private PriceDrawer() {}

  static OHLCChart draw(JsonNode figure) {
    OHLCChart chart = new OHLCChart(StillPicture.WIDTH, FigureDefaults.HEIGHT);
    StillStyle.axes(chart.getStyler(), figure, false);
    chart.setXAxisTitle(Traces.text(figure, "xaxis"));
    chart.setYAxisTitle(Traces.text(figure, "yaxis"));
    List<JsonNode> traces = Traces.visible(figure);
    for (int t = 0; t < traces.size(); t++) {
      JsonNode trace = traces.get(t);
      Values x = Traces.values(figure, trace, "x");
      Calendar calendar = x.kind() == Values.Kind.DATE ? Calendar.of(x.numbers()) : null;
      double[][] prices = new double[4][];
      String[] names = {"open", "high", "low", "close"};
      for (int i = 0; i < 4; i++) {
        prices[i] = Values.of(trace.path(names[i]), "").numbers();
      }
      List<Double> days = new ArrayList<>();
      List<List<Double>> kept =
          List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int row = 0; row < prices[0].length; row++) {
        boolean whole = true;
        for (double[] price : prices) {
          whole &= row < price.length && !Double.isNaN(price[row]);
        }
        if (whole) {
          double at = x.number(row);
          days.add(Double.isNaN(at) ? row : calendar == null ? at : calendar.units(at));
          for (int i = 0; i < 4; i++) {
            kept.get(i).add(prices[i][row]);
          }
        }
      }
      if (!days.isEmpty()) {
        OHLCSeries series =
            chart.addSeries(
                Traces.key(t), days, kept.get(0), kept.get(1), kept.get(2), kept.get(3));
        series.setOhlcSeriesRenderStyle(
            trace.path("type").asText().equals("ohlc")
                ? OHLCSeries.OHLCSeriesRenderStyle.HiLo
                : OHLCSeries.OHLCSeriesRenderStyle.Candle);
        if (calendar != null) {
          calendar.label(chart.getStyler());
        }
      }
    }
    return chart;
  }
}
