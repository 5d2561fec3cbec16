package io.github.broadsheet;

import io.github.broadsheet.text.Topic;
import io.github.broadsheet.text.TopicMatcher;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.Table;

/**
 * What a trend needs of a table, read once: each paper's day, and the topics it mentions.
 *
 * @param days the day of each paper that is counted
 * @param mentions for each topic, the papers (places in {@code days}) that mention it
 * @param dated what the days are: {@code listed}, {@code published}
 * @param sources where the papers come from
 * @param seen the day on which the newest of the papers was fetched, else today
 * @param notes which rows are not counted, and why
 */
record TrendRows(
    List<Topic> topics,
    List<LocalDate> days,
    List<BitSet> mentions,
    String dated,
    Set<String> sources,
    LocalDate seen,
    List<String> notes) {

  /** Reads a table by the day in a column, or by the day listed, else published. */
  static TrendRows read(
      Table papers, List<Topic> topics, @Nullable String column, LocalDate today) {
    Asked asked = new Asked(papers, column == null ? "Trend.of(…)" : "on(\"" + column + "\")");
    IntFunction<@Nullable LocalDate> day =
        column == null ? asked.day("listed", "published") : asked.day(column);
    Topics looking = new Topics(papers, topics);
    LocalDate seen = seen(papers, today);
    LocalDate horizon = seen.isAfter(today) ? seen : today;

    List<LocalDate> days = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int undated = 0;
    int repeated = 0;
    int ahead = 0;
    for (int row = 0; row < papers.rowCount(); row++) {
      LocalDate on = day.apply(row);
      if (on == null) {
        undated++;
      } else if (on.isAfter(horizon)) {
        ahead++;
      } else if (isRepeated(papers, row, ids)) {
        repeated++;
      } else {
        looking.read(row, days.size());
        days.add(on);
      }
    }
    List<String> notes = new ArrayList<>();
    note(notes, undated, "%,d of the rows %s no day and %s left out.", "has", "have");
    note(
        notes,
        ahead,
        "%,d of the rows %s a day after " + horizon + " and %s left out.",
        "has",
        "have");
    note(
        notes,
        repeated,
        "%,d of the rows %s a paper that was counted before and %s left out.",
        "repeats",
        "repeat");
    if (looking.titlesOnly > 0 && looking.titlesOnly < days.size()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d papers have no abstract: only their title was searched, so they mention less.",
              looking.titlesOnly,
              days.size()));
    }
    return new TrendRows(
        topics, days, looking.mentions, dated(papers, column), sources(papers), seen, notes);
  }

  private static void note(List<String> notes, int rows, String text, String one, String many) {
    if (rows > 0) {
      notes.add(
          String.format(Locale.ROOT, text, rows, rows == 1 ? one : many, rows == 1 ? "is" : "are"));
    }
  }

  /** Looks for all topics at once. */
  private static final class Topics {
    private final List<IntFunction<@Nullable String>> texts;
    private final TopicMatcher.Scan scan;
    final List<BitSet> mentions = new ArrayList<>();
    int titlesOnly;

    Topics(Table papers, List<Topic> topics) {
      texts = new Asked(papers, "Trend.of(…)").texts("title", "abstract");
      topics.forEach(topic -> mentions.add(new BitSet()));
      scan = TopicMatcher.of(topics).scan();
    }

    void read(int row, int paper) {
      scan.clear();
      for (int i = 0; i < texts.size(); i++) {
        String text = texts.get(i).apply(row);
        if (text != null) {
          scan.read(text);
        } else if (i > 0) {
          titlesOnly++;
        }
      }
      for (int t = 0; scan.isPromising() && t < mentions.size(); t++) {
        mentions.get(t).set(paper, scan.mentions(t));
      }
    }
  }

  private static boolean isRepeated(Table papers, int row, Set<String> ids) {
    return papers.containsColumn("id")
        && !papers.column("id").isMissing(row)
        && !ids.add(papers.column("id").getString(row));
  }

  private static LocalDate seen(Table papers, LocalDate today) {
    if (papers.containsColumn("fetched_at")
        && papers.column("fetched_at") instanceof InstantColumn fetched
        && fetched.countMissing() < fetched.size()) {
      return fetched.max().atZone(ZoneOffset.UTC).toLocalDate();
    }
    return today;
  }

  private static String dated(Table papers, @Nullable String column) {
    if (column != null) {
      return column;
    }
    int listed = known(papers, "listed");
    if (listed == 0) {
      return "published";
    }
    return listed == papers.rowCount() || known(papers, "published") == 0
        ? "listed"
        : "listed (or else published)";
  }

  private static int known(Table papers, String column) {
    return papers.containsColumn(column)
        ? papers.rowCount() - papers.column(column).countMissing()
        : 0;
  }

  private static Set<String> sources(Table papers) {
    Set<String> sources = new TreeSet<>();
    if (papers.containsColumn("source")) {
      papers.column("source").unique().asStringColumn().removeMissing().forEach(sources::add);
    }
    return sources;
  }
}
