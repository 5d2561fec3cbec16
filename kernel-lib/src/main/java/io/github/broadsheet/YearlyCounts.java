package io.github.broadsheet;

import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.display.Bundles;
import io.github.broadsheet.display.MimeBundle;
import io.github.broadsheet.source.OpenAlex;
import io.github.broadsheet.text.Topic;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How many works of the last thirty years mention topics, as <a
 * href="https://openalex.org">OpenAlex</a> counts them over all of science, without a download: see
 * {@link Trend#openAlex}. As the value of a cell it shows its plot.
 */
public final class YearlyCounts implements MimeBundle {
  private static final int YEARS = 30;

  private final int thisYear;
  private final SortedMap<Integer, Integer> totals;
  private final Map<String, SortedMap<Integer, Integer>> counts = new LinkedHashMap<>();

  private YearlyCounts(int thisYear, SortedMap<Integer, Integer> totals) {
    this.thisYear = thisYear;
    this.totals = totals;
  }

  static YearlyCounts of(OpenAlex openAlex, Clock clock, String... topics) {
    if (topics.length == 0) {
      throw new IllegalArgumentException(
          "Trend.openAlex() needs a topic, for example Trend.openAlex(\"diffusion model\").");
    }
    List<Topic> parsed = Arrays.stream(topics).map(Topic::parse).toList();
    int thisYear = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
    YearlyCounts counts = new YearlyCounts(thisYear, openAlex.perYear());
    for (Topic topic : parsed) {
      if (counts.counts.put(topic.label(), openAlex.perYear(topic)) != null) {
        throw new IllegalArgumentException(
            "Two topics are called \"%s\". Leave one out, or give it a label of its own."
                .formatted(topic.label()));
      }
    }
    return counts;
  }

  /**
   * The numbers, one row a year and topic, by year and then in the order of the topics.
   *
   * <p>Columns: {@code year} (Integer, of publication), {@code topic} (String, the label), {@code
   * count} (Integer, works that mention it in title or abstract), {@code total} (Integer, all
   * works), {@code share} (Double, 0 to 1; missing where there are no works), {@code complete}
   * (Boolean, false for the running year). Many old works have no abstract, so that their counts
   * are low.
   */
  public Table table() {
    IntColumn year = IntColumn.create("year");
    StringColumn topic = StringColumn.create("topic");
    IntColumn count = IntColumn.create("count");
    IntColumn total = IntColumn.create("total");
    DoubleColumn share = DoubleColumn.create("share");
    BooleanColumn complete = BooleanColumn.create("complete");
    for (int y = thisYear - YEARS + 1; y <= thisYear; y++) {
      int all = totals.getOrDefault(y, 0);
      for (Map.Entry<String, SortedMap<Integer, Integer>> line : counts.entrySet()) {
        int mentions = line.getValue().getOrDefault(y, 0);
        year.append(y);
        topic.append(line.getKey());
        count.append(mentions);
        total.append(all);
        complete.append(y < thisYear);
        if (all == 0) {
          share.appendMissing();
        } else {
          share.append((double) mentions / all);
        }
      }
    }
    return Table.create("OpenAlex", year, topic, count, total, share, complete);
  }

  /** The shares of the complete years as lines, in percent of all works of a year. */
  public Chart plot() {
    Table years = table();
    Table complete = years.where(years.booleanColumn("complete").isTrue());
    DoubleColumn percent = complete.doubleColumn("share").multiply(100).setName("% of all works");
    return Plot.lines(complete.addColumns(percent), "year", percent.name(), "topic");
  }

  @Override
  public Map<String, Object> mimeBundle() {
    return plot().mimeBundle(toString());
  }

  /** The numbers as text. */
  @Override
  public String toString() {
    return Bundles.text(table());
  }
}
