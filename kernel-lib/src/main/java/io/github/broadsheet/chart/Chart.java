package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.display.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;

/** A chart in Plotly's JSON ({@code data}, {@code layout}, {@code config}) that shows itself. */
public final class Chart implements MimeBundle {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ObjectNode figure;

  private Chart(ObjectNode figure) {
    this.figure = figure;
  }

  /** A chart of a figure that is valid for plotly.js 2 to 4. */
  public static Chart of(ObjectNode figure) {
    return new Chart(figure.deepCopy());
  }

  /** The figure: {@code data} and {@code layout}. */
  public ObjectNode json() {
    return figure.deepCopy();
  }

  @Override
  public Map<String, Object> mimeBundle() {
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("application/vnd.plotly.v1+json", JSON.convertValue(figure, Map.class));
    bundle.put("text/plain", toString());
    return bundle;
  }

  @Override
  public String toString() {
    return "Chart of " + figure.path("data").size() + " traces";
  }
}
