package io.github.broadsheet.chart;

import io.github.broadsheet.display.Renderer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.plotly.components.Figure;

/** Shows a jsplot figure as the chart it is, never with jsplot's own HTML. */
public final class FigureRenderer implements Renderer {
  @Override
  public @Nullable Map<String, Object> render(Object value) {
    return value instanceof Figure figure ? Chart.of(figure).mimeBundle() : null;
  }
}
