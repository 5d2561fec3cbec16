package io.github.broadsheet;

import io.github.broadsheet.TrendSeries.Line;
import io.github.broadsheet.TrendSeries.Point;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.display.MimeBundle;
import io.github.broadsheet.stats.Interval;
import io.github.broadsheet.text.Topic;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How the share of papers that mention a topic moves over time, with counts, totals and 95 %
 * intervals:
 *
 * <pre>{@code
 * Trend.of(papers, "agent|agentic", "diffusion", "ssm: state space|mamba").by(MONTH).plot()
 * }</pre>
 *
 * <p>A topic is a phrase, looked for in title and abstract as {@link Filter#about} does: whole
 * words, any case, plurals, a hyphen as a space. {@code a|b} are alternatives, {@code name: a|b}
 * gives a label, quotes keep a {@code |} or {@code :} inside a phrase.
 *
 * <p>A paper belongs to the day (UTC) it was listed, or published where that is not known; see
 * {@link #on}. A paper without a day is left out, one that is in the table twice (by {@code id}) is
 * counted once; both are said in {@link #notes}. As the value of a cell a trend shows its plot.
 */
public final class Trend implements MimeBundle {
  private final Table papers;
  private final Clock clock;
  private final TrendRows rows;
  private final TrendSeries series;

  private Trend(Table papers, Clock clock, TrendRows rows, @Nullable Bucket bucket) {
    this.papers = papers;
    this.clock = clock;
    this.rows = rows;
    this.series = TrendSeries.of(rows, bucket);
  }

  /**
   * The trend of topics in a table of papers, by the bucket that fits its span: days up to two
   * weeks, weeks below six months, months below eight years, then years; a longer one where there
   * would be less than five papers in each. Another is chosen with {@link #by}.
   *
   * @throws IllegalArgumentException if there is no topic, one is empty, two have the same label,
   *     or the table has neither a day nor a text to look in
   */
  public static Trend of(Table papers, String... topics) {
    return of(Clock.systemUTC(), papers, topics);
  }

  /**
   * The phrases whose share of papers rose most, with before, now, q-value, first paper and
   * examples: what is new in these papers. They are found in titles and abstracts themselves, one
   * to four words long; of phrases that say the same the clearest is shown.
   *
   * <p>Now is the last third of the time the papers span (whole months, where it is long), before
   * is all the rest; {@link Shifts#since} and {@link Shifts#between} take other times. Every phrase
   * is tested, and at most 5 % of the list are false on average (Benjamini and Hochberg); a phrase
   * must also have become more frequent by a fifth. Papers with a day but without an abstract are
   * left out.
   *
   * <p>Makes an index of all phrases, some 5 seconds for 40,000 abstracts; a second question about
   * the same table is answered from it. Example: {@code Trend.rising(papers, 10)}
   *
   * @param n at most so many phrases
   * @throws IllegalArgumentException if n is less than 1, or the table has neither a day nor a text
   */
  public static Shifts rising(Table papers, int n) {
    return Shifts.of(Clock.systemUTC(), papers, n, false);
  }

  /** The phrases whose share of papers fell most: see {@link #rising}. */
  public static Shifts falling(Table papers, int n) {
    return Shifts.of(Clock.systemUTC(), papers, n, true);
  }

  static Trend of(Clock clock, Table papers, String... topics) {
    if (topics.length == 0) {
      throw new IllegalArgumentException(
          "Trend.of(papers) needs a topic, for example Trend.of(papers, \"agent\", \"diffusion\").");
    }
    List<Topic> parsed = Arrays.stream(topics).map(Topic::parse).toList();
    Set<String> labels = new HashSet<>();
    for (Topic topic : parsed) {
      if (!labels.add(topic.label())) {
        throw new IllegalArgumentException(
            "Two topics are called «%s». Leave one out, or give it a label of its own: \"other: %s\"."
                .formatted(topic.label(), topic.query()));
      }
    }
    return new Trend(
        papers, clock, TrendRows.read(papers, parsed, null, LocalDate.now(clock)), null);
  }

  /**
   * The same trend by {@code DAY}, {@code WEEK}, {@code MONTH}, {@code QUARTER} or {@code YEAR}.
   */
  public Trend by(Bucket bucket) {
    return new Trend(papers, clock, rows, bucket);
  }

  /**
   * The same trend by the day in one column: {@code on("published")} (when the first version
   * appeared) or {@code on("listed")} (when it was on the Daily list).
   *
   * @throws IllegalArgumentException if the table has no such column or it holds no days
   */
  public Trend on(String column) {
    return new Trend(
        papers,
        clock,
        TrendRows.read(papers, rows.topics(), column, LocalDate.now(clock)),
        series.papers() == 0 ? null : series.bucket());
  }

  /**
   * The numbers, one row a bucket and topic, by bucket and then in the order of the topics.
   *
   * <p>Columns: {@code bucket} (LocalDate, its first day), {@code topic} (String, the label),
   * {@code count} (Integer, papers that mention the topic), {@code total} (Integer, all papers),
   * {@code share}, {@code low}, {@code high} (Double, 0 to 1; the 95 % Wilson interval; missing
   * where there are no papers), {@code complete} (Boolean, false for a last bucket that may still
   * grow).
   *
   * <p>The last bucket is complete if its last day was over when the papers were fetched ({@code
   * fetched_at}, else today) and there are papers up to that day, a final weekend aside.
   */
  public Table table() {
    DateColumn bucket = DateColumn.create("bucket");
    StringColumn topic = StringColumn.create("topic");
    IntColumn count = IntColumn.create("count");
    IntColumn total = IntColumn.create("total");
    DoubleColumn share = DoubleColumn.create("share");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    BooleanColumn complete = BooleanColumn.create("complete");
    int buckets = series.lines().get(0).points().size();
    for (int b = 0; b < buckets; b++) {
      for (Line line : series.lines()) {
        Point point = line.points().get(b);
        bucket.append(point.start());
        topic.append(line.topic().label());
        count.append(point.count());
        total.append(point.total());
        complete.append(point.complete());
        if (point.isEmpty()) {
          share.appendMissing();
          low.appendMissing();
          high.appendMissing();
        } else {
          Interval interval = point.interval();
          share.append(point.share());
          low.append(interval.low());
          high.append(interval.high());
        }
      }
    }
    return Table.create("Trend", bucket, topic, count, total, share, low, high, complete);
  }

  /**
   * The shares as lines in percent with their 95 % bands. A bucket without papers is a gap; one
   * that may still grow is dashed, with a hollow mark.
   */
  public Chart plot() {
    return TrendChart.of(series);
  }

  /** What a reader should know: rows that were left out and why, a bucket that is not finished. */
  public List<String> notes() {
    return series.notes();
  }

  @Override
  public Map<String, Object> mimeBundle() {
    Map<String, Object> bundle = new LinkedHashMap<>(plot().mimeBundle());
    bundle.put("text/plain", toString());
    return bundle;
  }

  /** The shares and counts as a text table, the newest 36 buckets of them. */
  @Override
  public String toString() {
    return TrendText.of(series);
  }
}
