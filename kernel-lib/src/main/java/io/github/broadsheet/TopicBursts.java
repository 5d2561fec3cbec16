package io.github.broadsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.chart.Palette;
import io.github.broadsheet.display.MimeBundle;
import io.github.broadsheet.stats.Bursts;
import io.github.broadsheet.stats.Bursts.Burst;
import io.github.broadsheet.stats.ChangePoints;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * When a topic came thick, and when its level changed, as {@link Trend#bursts} finds it. As the
 * value of a cell it shows its plot: the trend with each burst shaded and each change of level
 * dotted.
 */
public final class TopicBursts implements MimeBundle {
  private static final String CHANGE = "#777777";

  private final Table papers;
  private final String topic;
  private final Trend trend;
  private final List<LocalDate> starts = new ArrayList<>();
  private final int[] counts;
  private final int[] totals;
  private final List<Burst> bursts;
  private final List<Integer> changes;

  private TopicBursts(Table papers, String topic, Trend trend) {
    this.papers = papers;
    this.topic = topic;
    this.trend = trend;
    Table whole = trend.table();
    // A bucket that may still grow would look like the end of every burst.
    Table table = whole.where(whole.booleanColumn("complete").isTrue());
    int buckets = table.rowCount();
    counts = new int[buckets];
    totals = new int[buckets];
    double[] shares = new double[buckets];
    double[] weights = new double[buckets];
    long events = 0;
    long all = 0;
    for (int i = 0; i < buckets; i++) {
      counts[i] = table.intColumn("count").getInt(i);
      totals[i] = table.intColumn("total").getInt(i);
      shares[i] = totals[i] == 0 ? Double.NaN : (double) counts[i] / totals[i];
      weights[i] = totals[i];
      events += counts[i];
      all += totals[i];
      starts.add(table.dateColumn("bucket").get(i));
    }
    bursts = Bursts.of(counts, totals);
    double share = (double) events / Math.max(1, all);
    changes = ChangePoints.of(shares, weights, share * (1 - share));
  }

  static TopicBursts of(Table papers, String topic) {
    return new TopicBursts(papers, topic, Trend.of(papers, topic));
  }

  /** The same by {@code DAY}, {@code WEEK}, {@code MONTH}, {@code QUARTER} or {@code YEAR}. */
  public TopicBursts by(Bucket bucket) {
    return new TopicBursts(papers, topic, trend.by(bucket));
  }

  /**
   * The bursts and the changes of level, by time.
   *
   * <p>Columns: {@code what} (String, {@code burst} or {@code change}), {@code from}, {@code to}
   * (LocalDate: first days of the first and the last bucket of a burst; of a change the first day
   * of the new level, and no {@code to}), {@code papers} (Integer, those that mention the topic
   * from then to then), {@code share} (Double, 0 to 1, within the burst, or after the change until
   * the next), {@code before} (Double, outside of all bursts, or of the level before the change),
   * {@code weight} (Double, of a burst, the log-likelihood it gains: 5 is clear, 50 is a storm).
   */
  public Table table() {
    StringColumn what = StringColumn.create("what");
    DateColumn from = DateColumn.create("from");
    DateColumn to = DateColumn.create("to");
    IntColumn papersIn = IntColumn.create("papers");
    DoubleColumn share = Figures.percent("share");
    DoubleColumn before = Figures.percent("before");
    DoubleColumn weight = Figures.formatted("weight", "0.0");
    boolean[] burst = new boolean[counts.length];
    for (Burst one : bursts) {
      for (int i = one.from(); i <= one.to(); i++) {
        burst[i] = true;
      }
    }
    for (Burst one : bursts) {
      what.append("burst");
      from.append(starts.get(one.from()));
      to.append(starts.get(one.to()));
      papersIn.append(sum(counts, one.from(), one.to() + 1));
      append(share, sum(counts, one.from(), one.to() + 1), sum(totals, one.from(), one.to() + 1));
      int calm = 0;
      int calmAll = 0;
      for (int i = 0; i < burst.length; i++) {
        calm += burst[i] ? 0 : counts[i];
        calmAll += burst[i] ? 0 : totals[i];
      }
      append(before, calm, calmAll);
      weight.append(one.weight());
    }
    for (int i = 0; i < changes.size(); i++) {
      int begin = i == 0 ? 0 : changes.get(i - 1);
      int at = changes.get(i);
      int end = i + 1 < changes.size() ? changes.get(i + 1) : counts.length;
      what.append("change");
      from.append(starts.get(at));
      to.appendMissing();
      papersIn.append(sum(counts, at, end));
      append(share, sum(counts, at, end), sum(totals, at, end));
      append(before, sum(counts, begin, at), sum(totals, begin, at));
      weight.appendMissing();
    }
    Table table =
        Table.create("Bursts of " + topic, what, from, to, papersIn, share, before, weight);
    return table.sortOn("from", "what");
  }

  private static int sum(int[] numbers, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += numbers[i];
    }
    return sum;
  }

  private static void append(DoubleColumn column, int count, int total) {
    if (total == 0) {
      column.appendMissing();
    } else {
      column.append((double) count / total);
    }
  }

  /** The trend of the topic, its bursts shaded, its changes of level as dotted lines. */
  public Chart plot() {
    ObjectNode figure = trend.plot().json();
    double top = figure.at("/layout/yaxis/range/1").asDouble(100);
    ArrayNode marks = JsonNodeFactory.instance.arrayNode();
    for (Burst burst : bursts) {
      ObjectNode area = mark(marks, "burst", burst == bursts.get(0));
      area.put("fill", "tozeroy").put("fillcolor", Palette.color(1, 0.22));
      area.putObject("line").put("color", "rgba(0,0,0,0)").put("width", 0);
      points(area, top, between(burst.from()), between(burst.to() + 1));
    }
    for (int change : changes) {
      ObjectNode line = mark(marks, "change of level", change == changes.get(0));
      line.putObject("line").put("color", CHANGE).put("width", 2).put("dash", "dot");
      points(line, top, between(change), between(change));
    }
    ArrayNode data = figure.withArray("/data");
    marks.addAll(data);
    figure.set("data", marks);
    ObjectNode layout = figure.withObject("/layout");
    layout.put("showlegend", true);
    ObjectNode title = layout.withObject("/title");
    if (!bursts.isEmpty() || !changes.isEmpty()) {
      String marked = "<br>Shaded: a burst; dotted: a change of level.</span>";
      title.put("text", title.path("text").asText().replace("</span>", marked));
      layout.put("height", layout.path("height").asInt() + TrendChart.SENTENCE);
      ObjectNode margin = layout.withObject("/margin");
      margin.put("t", margin.path("t").asInt() + TrendChart.SENTENCE);
    }
    return Chart.of(figure);
  }

  /** Half way from the bucket before to this one: points stand at the first days of buckets. */
  private LocalDate between(int bucket) {
    long step = starts.size() < 2 ? 1 : ChronoUnit.DAYS.between(starts.get(0), starts.get(1));
    return bucket < starts.size()
        ? starts.get(bucket).minusDays(step / 2)
        : starts.get(starts.size() - 1).plusDays(step / 2);
  }

  private static ObjectNode mark(ArrayNode marks, String name, boolean first) {
    ObjectNode mark = marks.addObject().put("type", "scatter").put("mode", "lines");
    mark.put("name", name).put("hoverinfo", "skip").put("legendgroup", name);
    return mark.put("showlegend", first);
  }

  private static void points(ObjectNode mark, double top, LocalDate from, LocalDate to) {
    ArrayNode x = mark.putArray("x");
    ArrayNode y = mark.putArray("y");
    x.add(from.toString()).add(from.toString());
    y.add(0).add(top);
    if (!from.equals(to)) {
      x.add(to.toString()).add(to.toString());
      y.add(top).add(0);
    }
  }

  /** What was found in a sentence each, and what the trend has to say. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "%s in %,d times of which each is whole; %s",
            bursts.isEmpty()
                ? "No burst"
                : bursts.size() == 1 ? "One burst" : bursts.size() + " bursts",
            counts.length,
            changes.isEmpty()
                ? "the level does not change beyond chance."
                : "the level changes "
                    + (changes.size() == 1 ? "once." : changes.size() + " times.")));
    notes.addAll(trend.notes());
    return notes;
  }

  @Override
  public Map<String, Object> mimeBundle() {
    return plot().mimeBundle(toString());
  }

  @Override
  public String toString() {
    return NotedTable.text(table(), notes());
  }
}
