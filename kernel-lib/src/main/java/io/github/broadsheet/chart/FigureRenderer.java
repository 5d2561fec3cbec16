package io.github.broadsheet.chart;

import io.github.broadsheet.display.Renderer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.plotly.components.Figure;

/** Shows a jsplot figure as the chart it is, never with jsplot's own HTML. */
public final class FigureRenderer implements Renderer {
  @Override
  public @Nullable Map<String, Object> render(Object value) {
    if (!(value instanceof Figure figure)) {
      return null;
    }
    try {
      return Chart.of(figure).mimeBundle();
    } catch (IllegalArgumentException unreadable) {
      // The cell did its work; that jsplot wrote something unknown must not turn it into an error.
      return Map.of("text/plain", String.valueOf(unreadable.getMessage()));
    }
  }
}
