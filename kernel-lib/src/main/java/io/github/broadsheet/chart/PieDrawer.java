package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.PieSeries;
import org.knowm.xchart.style.PieStyler;

/** Shares of a whole, the largest first, clockwise from the top. */
final class PieDrawer {
  private static final int MOST_SLICES = 20;

  private PieDrawer() {}

  static PieChart draw(JsonNode figure) {
    PieChart chart = new PieChart(StillPicture.WIDTH, FigureDefaults.HEIGHT);
    StillStyle.style(chart.getStyler(), true);
    PieStyler style = chart.getStyler();
    style.setLabelType(PieStyler.LabelType.Percentage);
    style.setLabelsFont(StillStyle.font(12));
    style.setLabelsFontColorAutomaticEnabled(true);
    style.setLabelsDistance(0.72);
    style.setStartAngleInDegrees(90);
    style.setSliceBorderWidth(1);
    Map<String, Double> parts = new LinkedHashMap<>();
    for (JsonNode trace : Traces.visible(figure)) {
      Values labels = Values.of(trace.path("labels"), "category");
      Values values = Values.of(trace.path("values"), "");
      for (int i = 0; i < values.size(); i++) {
        if (values.number(i) > 0) {
          parts.merge(
              i < labels.size() ? labels.label(i) : String.valueOf(i),
              values.number(i),
              Double::sum);
        }
      }
    }
    List<Map.Entry<String, Double>> sorted = new ArrayList<>(parts.entrySet());
    sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    double rest = sorted.stream().skip(MOST_SLICES).mapToDouble(Map.Entry::getValue).sum();
    if (rest > 0) {
      int others = sorted.size() - MOST_SLICES;
      sorted = new ArrayList<>(sorted.subList(0, MOST_SLICES));
      sorted.add(Map.entry(others + " others", rest));
    }
    for (int i = 0; i < sorted.size(); i++) {
      PieSeries slice = chart.addSeries(Traces.key(i), sorted.get(i).getValue());
      slice.setLabel(Labels.cut(sorted.get(i).getKey(), 30));
      slice.setFillColor(i < MOST_SLICES ? StillStyle.palette(i) : Color.GRAY);
    }
    return chart;
  }
}
