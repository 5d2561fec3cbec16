package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.style.AxesChartStyler;

/**
 * A time axis on which the figure names a few times itself, such as quarters: each is one step from
 * the next, and what lies between two of them lies between them here.
 */
final class NamedTimes {
  private static final int LONGEST = 18;

  private final double[] times;
  private final List<String> names;

  private NamedTimes(double[] times, List<String> names) {
    this.times = times;
    this.names = names;
  }

  /** The named times of an axis, in order; null if it has none. */
  static @Nullable NamedTimes of(JsonNode axis) {
    JsonNode at = axis.path("tickvals");
    JsonNode text = axis.path("ticktext");
    if (!axis.path("tickmode").asText().equals("array")
        || at.isEmpty()
        || at.size() != text.size()) {
      return null;
    }
    Values values = Values.of(at, "date");
    double[] times = values.numbers();
    for (int i = 0; i < times.length; i++) {
      if (values.kind() != Values.Kind.DATE || !(i == 0 || times[i] > times[i - 1])) {
        return null;
      }
    }
    List<String> names = new ArrayList<>();
    text.forEach(name -> names.add(PlotlyText.plain(name.asText())));
    return new NamedTimes(times, names);
  }

  /** Where a time in milliseconds lies: 0 for the first name, 1 for the second. */
  double place(double millis) {
    int last = times.length - 1;
    if (last == 0) {
      return Math.signum(millis - times[0]) / 2;
    }
    int step = 0;
    while (step < last - 1 && millis > times[step + 1]) {
      step++;
    }
    return step + (millis - times[step]) / (times[step + 1] - times[step]);
  }

  /** Labels the marks of an axis that begins at a time. */
  void label(AxesChartStyler style, double firstMillis) {
    double first = place(firstMillis);
    if (first > Math.floor(first)) {
      style.setXAxisMin(Math.floor(first));
    }
    style.setXAxisTickLabelsFormattingFunction(Labels.at(names, LONGEST));
  }
}
