package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.display.MimeBundle;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.plotly.components.Figure;

/**
 * A chart in Plotly's JSON that shows itself: as a still picture wherever it is opened, and live,
 * with zoom and hover, where scripts run. Nothing is loaded from the network.
 */
public final class Chart implements MimeBundle {
  /** Above this many characters of JSON a notebook gets slow; such a chart stays a picture. */
  static final int LARGEST_JSON = 4_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private final ObjectNode figure;

  private Chart(ObjectNode figure) {
    this.figure = FigureDefaults.complete(figure);
  }

  /**
   * A chart of a figure that is valid for plotly.js 2 to 4: {@code data}, {@code layout} and
   * perhaps {@code config}. Colours, margins and size are chosen where the figure has none. Text
   * that is data must have gone through {@link PlotlyText#escape}.
   */
  public static Chart of(ObjectNode figure) {
    return new Chart(figure);
  }

  /** A chart of a jsplot figure, of any kind that jsplot has. */
  public static Chart of(Figure figure) {
    return new Chart(FigureJson.of(figure));
  }

  /** The figure: {@code data}, {@code layout} and perhaps {@code config}. */
  public ObjectNode json() {
    return figure.deepCopy();
  }

  /**
   * The chart without any script or library: its picture as an {@code img} or, where none can be
   * drawn, its values as a {@code table}.
   */
  public String stillHtml() {
    return still(StillPicture.of(figure));
  }

  @Override
  public Map<String, Object> mimeBundle() {
    return mimeBundle(toString());
  }

  /**
   * The chart of a value that says more in text than a chart can: {@code text/plain} is its own.
   */
  public Map<String, Object> mimeBundle(String text) {
    StillPicture.Result result = StillPicture.of(figure);
    String still = still(result);
    boolean small = ChartHtml.json(figure).length() <= LARGEST_JSON;
    Map<String, Object> bundle = new LinkedHashMap<>();
    if (small) {
      bundle.put("application/vnd.plotly.v1+json", JSON.convertValue(figure, Map.class));
    }
    if (!small) {
      bundle.put(
          "text/html", still + ChartHtml.note("Too many values for a live chart: " + this + "."));
    } else if (kinds().stream().allMatch(PlotlyLibrary::draws)) {
      bundle.put("text/html", LiveCharts.before() + ChartHtml.live(still, figure));
    } else {
      bundle.put(
          "text/html", still + ChartHtml.note("This kind of chart is shown as a picture only."));
    }
    if (result instanceof StillPicture.Still picture) {
      bundle.put("image/png", Base64.getEncoder().encodeToString(picture.png().bytes()));
    }
    bundle.put("text/plain", text);
    return bundle;
  }

  private String still(StillPicture.Result result) {
    if (result instanceof StillPicture.Still picture) {
      String html = ChartHtml.picture(picture, toString());
      return picture.note().isEmpty() ? html : html + ChartHtml.note(picture.note());
    }
    StillPicture.None none = (StillPicture.None) result;
    return FigureValues.html(figure) + ChartHtml.note(none.why());
  }

  /** {@code Topics by month: line chart, 3 series, 36 points}. */
  @Override
  public String toString() {
    List<String> lines = FigureDefaults.titleLines(figure.path("layout"));
    String title = lines.isEmpty() ? "" : lines.get(0);
    int points = 0;
    for (JsonNode trace : figure.path("data")) {
      points += FigureValues.size(trace);
    }
    String kinds = kinds().stream().map(Chart::spoken).collect(Collectors.joining(" and "));
    int series = figure.path("data").size();
    return (title.isEmpty() ? "" : title + ": ")
        + (kinds.isEmpty() ? "empty chart" : kinds + " chart")
        + (series > 1 ? ", " + series + " series" : "")
        + (series > 0 ? ", " + points + (points == 1 ? " point" : " points") : "");
  }

  private Set<String> kinds() {
    Set<String> kinds = new LinkedHashSet<>();
    figure.path("data").forEach(trace -> kinds.add(trace.path("type").asText("scatter")));
    return kinds;
  }

  private static String spoken(String kind) {
    return switch (kind) {
      case "scatter", "scattergl" -> "line";
      case "scatter3d" -> "3D scatter";
      case "histogram2d" -> "2D histogram";
      default -> kind;
    };
  }
}
