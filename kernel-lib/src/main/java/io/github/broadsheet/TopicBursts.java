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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * When a topic came thick, and when its level changed, as {@link Trend#bursts} finds it. As the
 * value of a cell it shows its plot: the trend with each burst shaded and each change of level a
 * line of dashes and dots.
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
    for (int i = 0; i < buckets; i++) {
      counts[i] = table.intColumn("count").getInt(i);
      totals[i] = table.intColumn("total").getInt(i);
      starts.add(table.dateColumn("bucket").get(i));
    }
    bursts = Bursts.of(counts, totals);
    changes = ChangePoints.ofShares(counts, totals);
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
    List<Mark> marks = new ArrayList<>();
    boolean[] burst = new boolean[counts.length];
    for (Burst one : bursts) {
      Arrays.fill(burst, one.from(), one.to() + 1, true);
    }
    double calm = share(i -> !burst[i]);
    for (Burst one : bursts) {
      int end = one.to() + 1;
      marks.add(new Mark("burst", one.from(), end, starts.get(one.to()), calm, one.weight()));
    }
    for (int i = 0; i < changes.size(); i++) {
      int begin = i == 0 ? 0 : changes.get(i - 1);
      int at = changes.get(i);
      int end = i + 1 < changes.size() ? changes.get(i + 1) : counts.length;
      marks.add(new Mark("change", at, end, null, share(b -> b >= begin && b < at), Double.NaN));
    }
    return Columns.of(marks)
        .text("what", Mark::what)
        .day("from", mark -> starts.get(mark.from))
        .day("to", Mark::last)
        .count("papers", mark -> IntStream.range(mark.from, mark.end).map(i -> counts[i]).sum())
        .share("share", mark -> share(i -> i >= mark.from && i < mark.end))
        .share("before", Mark::before)
        .number("weight", "0.0", Mark::weight)
        .table("Bursts of " + topic)
        .sortOn("from", "what");
  }

  /** A burst, or a change of level with all buckets until the next. */
  private record Mark(
      String what, int from, int end, @Nullable LocalDate last, double before, double weight) {}

  /** The share of papers in some buckets, all together; not a number where there are none. */
  private double share(IntPredicate chosen) {
    double papers = IntStream.range(0, counts.length).filter(chosen).map(i -> counts[i]).sum();
    return papers / IntStream.range(0, counts.length).filter(chosen).map(i -> totals[i]).sum();
  }

  /**
   * The trend of the topic, its bursts shaded, its changes of level as lines of dashes and dots.
   */
  public Chart plot() {
    List<String> marked =
        bursts.isEmpty() && changes.isEmpty()
            ? List.of()
            : List.of("Shaded: a burst; dashes and dots: a change of level.");
    ObjectNode figure = trend.plot(marked).json();
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
      line.putObject("line").put("color", CHANGE).put("width", 2).put("dash", "dashdot");
      points(line, top, between(change), between(change));
    }
    ArrayNode data = figure.withArray("/data");
    marks.addAll(data);
    figure.set("data", marks);
    ObjectNode layout = figure.withObject("/layout");
    layout.put("showlegend", true);
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
            "%s in %,d finished %ss; %s",
            bursts.isEmpty()
                ? "No burst"
                : bursts.size() == 1 ? "One burst" : bursts.size() + " bursts",
            counts.length,
            trend.bucket().word(),
            changes.isEmpty()
                ? "the level does not change beyond chance."
                : "the level changes "
                    + (changes.size() == 1
                        ? "once."
                        : changes.size() == 2 ? "twice." : changes.size() + " times.")));
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
