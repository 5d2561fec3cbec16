package io.github.broadsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.TrendSeries.Shape;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.chart.PlotlyText;
import io.github.broadsheet.display.MimeBundle;
import io.github.broadsheet.display.Plain;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A trend for each value of a column, as small charts of one scale: {@code Trend.of(papers,
 * "agent").each("organization")}. The nine values with the most papers; {@link #notes} says how
 * many there are more.
 */
public final class TrendGrid implements MimeBundle {
  private static final int MOST = 9;
  private static final int COLUMNS = 3;

  /** Letters that fit above a third of 600 pixels. */
  private static final int LONGEST = 22;

  /** Room beside the ends of a small chart, as a part of the time between them. */
  private static final double ROOM = 0.3;

  private static final List<String> JOINED = List.of("authors", "categories", "keywords");

  private final String column;
  private final Map<String, TrendSeries> panels = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private String head = "";
  private String facts = "";
  private Bucket bucket = Bucket.MONTH;

  private TrendGrid(String column) {
    this.column = column;
  }

  static TrendGrid of(TrendRows rows, Shape shape, String column) {
    TrendGrid grid = new TrendGrid(column);
    IntFunction<@Nullable String> values =
        new Asked(rows.papers(), "each(\"" + column + "\")").texts(column).get(0);
    Map<String, BitSet> papers = new LinkedHashMap<>();
    int missing = 0;
    for (int row = 0; row < rows.papers().rowCount(); row++) {
      String value = values.apply(row);
      if (value == null) {
        missing++;
      } else {
        for (String one : JOINED.contains(column) ? value.split("; ") : new String[] {value}) {
          papers.computeIfAbsent(one, any -> new BitSet()).set(row);
        }
      }
    }
    List<Map.Entry<String, BitSet>> most =
        papers.entrySet().stream()
            .sorted(
                Comparator.comparing(
                    value -> value.getValue().cardinality(), Comparator.reverseOrder()))
            .limit(MOST)
            .toList();
    // One span and one bucket for all: those of all papers that have a value.
    BitSet known = new BitSet();
    papers.values().forEach(known::or);
    TrendCounts all = rows.count(known::get);
    NavigableSet<Integer> span = new TreeSet<>(all.days().byDay().keySet());
    Map<String, TrendCounts> parts = new LinkedHashMap<>();
    for (Map.Entry<String, BitSet> value : most) {
      TrendCounts part = rows.count(value.getValue()::get);
      parts.put(value.getKey(), part);
      // A paper that is there twice, with two values, counts once in all, but in each of both.
      span.addAll(part.days().byDay().keySet());
    }
    Shape same = new Shape(bucket(shape, span, most), shape.window());
    TrendSeries whole = TrendSeries.of(all, same, span);
    grid.head = whole.headline();
    grid.facts = whole.facts();
    grid.bucket = whole.bucket();
    parts.forEach(
        (value, part) ->
            grid.panels.put(value, TrendSeries.of(part, same, span).withBreaks(whole.breaks())));
    if (papers.size() > MOST) {
      grid.notes.add(
          String.format(
              Locale.ROOT,
              "Shown are the %d values of %s with the most papers, of %,d.",
              MOST,
              column,
              papers.size()));
    }
    Plural.note(grid.notes, missing, "# of the papers {has|have} no " + column + ".");
    grid.notes.addAll(whole.notes());
    return grid;
  }

  /** The one that is asked for, else the one that suits a chart of middling size. */
  private static @Nullable Bucket bucket(
      Shape shape, NavigableSet<Integer> span, List<Map.Entry<String, BitSet>> most) {
    if (shape.bucket() != null || span.isEmpty()) {
      return shape.bucket();
    }
    return Bucket.fitting(
        LocalDate.ofEpochDay(span.first()),
        LocalDate.ofEpochDay(span.last()),
        most.get(most.size() / 2).getValue().cardinality());
  }

  /**
   * The numbers of all small charts: the columns of {@link Trend#table()} after one more, named
   * after the column asked for, with its value.
   */
  public Table table() {
    Table all = Table.create("Trends by " + column);
    panels.forEach(
        (value, series) -> {
          Table one = series.table();
          StringColumn values = StringColumn.create(column);
          for (int row = 0; row < one.rowCount(); row++) {
            values.append(value);
          }
          one.insertColumn(0, values);
          if (all.columnCount() == 0) {
            one.columns().forEach(all::addColumns);
          } else {
            all.append(one);
          }
        });
    return all;
  }

  /** The small charts, with the same axes. */
  public Chart plot() {
    ObjectNode figure = JsonNodeFactory.instance.objectNode();
    ArrayNode data = figure.putArray("data");
    ObjectNode layout = figure.putObject("layout");
    ArrayNode titles = layout.putArray("annotations");
    int columns = Math.min(COLUMNS, Math.max(1, panels.size()));
    int rows = (panels.size() + columns - 1) / columns;
    ObjectNode grid = layout.putObject("grid");
    grid.put("rows", Math.max(1, rows)).put("columns", columns).put("pattern", "independent");
    grid.put("ygap", 0.42).put("xgap", 0.08);
    double highest = TrendChart.top(panels.values());
    int panel = 0;
    for (Map.Entry<String, TrendSeries> one : panels.entrySet()) {
      String place = ++panel == 1 ? "" : Integer.toString(panel);
      JsonNode part = TrendChart.of(one.getValue(), List.of()).json();
      for (JsonNode trace : part.path("data")) {
        ObjectNode moved = trace.deepCopy();
        moved.put("xaxis", "x" + place).put("yaxis", "y" + place);
        if (panel > 1) {
          moved.put("showlegend", false);
        } else if (moved.path("showlegend").asBoolean()) {
          moved.put("name", moved.path("name").asText().replaceAll(" · [^·]*$", ""));
        }
        data.add(moved);
      }
      ObjectNode xaxis = part.path("layout").path("xaxis").deepCopy();
      ends(xaxis, one.getValue());
      layout.set("xaxis" + place, xaxis);
      ObjectNode yaxis = part.path("layout").path("yaxis").deepCopy();
      yaxis.remove("title");
      yaxis.putArray("range").add(0).add(highest);
      yaxis.put("nticks", 4).put("showticklabels", panel % columns == 1 || columns == 1);
      layout.set("yaxis" + place, yaxis);
      ObjectNode title = titles.addObject();
      title.put(
          "text",
          "%s<br>n = %,d"
              .formatted(
                  PlotlyText.escape(Plain.cut(Plain.line(one.getKey()), LONGEST)),
                  one.getValue().papers()));
      title
          .put("showarrow", false)
          .put("align", "left")
          .put("xanchor", "left")
          .put("yanchor", "bottom");
      title.put("xref", "x" + place + " domain").put("yref", "y" + place + " domain");
      title.put("x", 0).put("y", 1).putObject("font").put("size", 12);
    }
    String measure =
        "By %s; shares with 95 %% intervals, n the papers of each chart.".formatted(bucket.word());
    int top = ChartHead.put(layout, head + ", by " + column, List.of(facts, measure), notes);
    layout.put("height", top + 50 + 205 * Math.max(1, rows)).put("hovermode", "closest");
    layout.putObject("legend").put("orientation", "h").put("x", 0).put("y", -0.08);
    return Chart.of(figure);
  }

  /**
   * Names the first and the last bucket, and leaves room for half of a name beside each: those of
   * two charts side by side must not run into one another.
   */
  private static void ends(ObjectNode xaxis, TrendSeries series) {
    List<TrendSeries.Point> points = series.lines().get(0).points();
    if (points.isEmpty()) {
      return;
    }
    LocalDate first = points.get(0).start();
    LocalDate last = points.get(points.size() - 1).start();
    long room = Math.max(3, Math.round(ROOM * ChronoUnit.DAYS.between(first, last)));
    ArrayNode values = xaxis.put("tickmode", "array").putArray("tickvals");
    ArrayNode names = xaxis.putArray("ticktext");
    for (LocalDate end : first.equals(last) ? List.of(first) : List.of(first, last)) {
      values.add(end.toString());
      names.add(series.bucket().label(end));
    }
    xaxis
        .putArray("range")
        .add(first.minusDays(room).toString())
        .add(last.plusDays(room).toString());
    xaxis.put("tickangle", 0).putObject("tickfont").put("size", 11);
  }

  /** How many values are not shown, how many papers have none, and what a trend's notes say. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public Map<String, Object> mimeBundle() {
    return plot().mimeBundle(toString());
  }

  /** The text table of each small chart. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    panels.forEach(
        (value, series) ->
            text.append(column)
                .append(": ")
                .append(value)
                .append("\n")
                .append(TrendText.of(series))
                .append("\n\n"));
    notes.forEach(note -> text.append(note).append("\n"));
    return text.toString().stripTrailing();
  }
}
