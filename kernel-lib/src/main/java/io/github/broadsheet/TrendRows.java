package io.github.broadsheet;

import io.github.broadsheet.text.Acronyms;
import io.github.broadsheet.text.TopicMatcher;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The papers of a table, read for a trend: first their days, then their texts. */
final class TrendRows implements TrendSource {
  /** Rows counted together; a table with more is counted by all processors. */
  private static final int CHUNK = 8192;

  private static final int NOT_COUNTED = Integer.MIN_VALUE;

  private final Table papers;
  private final TrendQuestion question;
  private final LocalDate today;
  private final List<IntFunction<@Nullable String>> texts;
  private final IntFunction<@Nullable LocalDate> day;
  private final @Nullable IntFunction<@Nullable Double> weight;
  private final LocalDate seen;
  private final LocalDate horizon;

  /** Asks for the columns; an error says which is missing. */
  TrendRows(Table papers, TrendQuestion question, LocalDate today) {
    this.papers = papers;
    this.question = question;
    this.today = today;
    String column = question.day();
    Asked asked = new Asked(papers, column == null ? "Trend.of(…)" : "on(\"" + column + "\")");
    day = column == null ? asked.day("listed", "published") : asked.day(column);
    texts = new Asked(papers, "Trend.of(…)").texts(question.texts().toArray(String[]::new));
    String by = question.weight();
    weight = by == null ? null : new Asked(papers, "weighted(\"" + by + "\")").number(by);
    seen = seen(papers).orElse(today);
    horizon = seen.isAfter(today) ? seen : today;
  }

  @Override
  public TrendQuestion question() {
    return question;
  }

  @Override
  public TrendRows asking(TrendQuestion other) {
    return new TrendRows(papers, other, today);
  }

  @Override
  public TrendRows rows(String word) {
    return this;
  }

  Table papers() {
    return papers;
  }

  @Override
  public TrendCounts count() {
    return count(row -> true, true);
  }

  /** What abbreviations stand for, as a table. */
  Table acronyms() {
    Acronyms acronyms = new Acronyms(question.topics());
    for (int row = 0; row < papers.rowCount(); row++) {
      for (IntFunction<@Nullable String> column : texts) {
        String text = column.apply(row);
        if (text != null) {
          acronyms.read(text);
        }
      }
    }
    return Columns.of(acronyms.offers())
        .text("topic", Acronyms.Offer::topic)
        .text("written", Acronyms.Offer::written)
        .text("means", Acronyms.Offer::means)
        .count("papers", Acronyms.Offer::papers)
        .text("ask", Acronyms.Offer::ask)
        .table("Acronyms");
  }

  /** Counts some of the papers; the notes are those of all. */
  TrendCounts count(IntPredicate chosen) {
    return count(chosen, false);
  }

  private TrendCounts count(IntPredicate chosen, boolean noted) {
    List<String> notes = new ArrayList<>();
    int[] days = days(chosen, notes);
    Singulars singulars = new Singulars(question.topics());
    DayCounts counts = counts(days, TopicMatcher.of(singulars.topics()));
    DayCounts.Counts all = counts.all();
    List<String> looked = question.texts().stream().filter(papers::containsColumn).toList();
    TrendCounts.noteTitles(notes, looked, all);
    singulars.note(notes, all.mentions);
    return new TrendCounts(
        question,
        counts,
        looked,
        dated(),
        new TreeSet<>(all.sources.keySet().stream().filter(name -> !name.isEmpty()).toList()),
        seen,
        seen(papers).isPresent(),
        noted ? notes : List.of());
  }

  /** The day of each row that is counted; the notes say which are not. */
  private int[] days(IntPredicate chosen, List<String> notes) {
    int[] days = new int[papers.rowCount()];
    Arrays.fill(days, NOT_COUNTED);
    Set<String> ids = new HashSet<>();
    StringColumn unique = ids();
    int undated = 0;
    int repeated = 0;
    int ahead = 0;
    int weightless = 0;
    for (int row = 0; row < days.length; row++) {
      if (!chosen.test(row)) {
        continue;
      }
      LocalDate on = day.apply(row);
      if (on == null) {
        undated++;
      } else if (on.isAfter(horizon)) {
        ahead++;
      } else if (unique != null && !unique.isMissing(row) && !ids.add(unique.get(row))) {
        repeated++;
      } else if (weight != null && !(weight(row) >= 0)) {
        weightless++;
      } else {
        days[row] = (int) on.toEpochDay();
      }
    }
    Plural.note(notes, undated, "# of the rows {has|have} no day and {is|are} left out.");
    String late = "a day after " + horizon;
    Plural.note(notes, ahead, "# of the rows {has|have} " + late + " and {is|are} left out.");
    String again = "a paper that was counted before";
    Plural.note(
        notes, repeated, "# of the rows {repeats|repeat} " + again + " and {is|are} left out.");
    String light = "no weight in " + question.weight();
    Plural.note(notes, weightless, "# of the rows {has|have} " + light + " and {is|are} left out.");
    return days;
  }

  /** The ids, if any may be there twice. */
  private @Nullable StringColumn ids() {
    return papers.containsColumn("id")
            && papers.column("id") instanceof StringColumn ids
            && ids.countUnique() < ids.size()
        ? ids
        : null;
  }

  private double weight(int row) {
    Double found = weight == null ? (Double) 1.0 : weight.apply(row);
    return found == null ? Double.NaN : found;
  }

  private DayCounts counts(int[] days, TopicMatcher matcher) {
    int chunks = (days.length + CHUNK - 1) / CHUNK;
    IntStream parts = IntStream.range(0, chunks);
    try {
      return (chunks > 1 ? parts.parallel() : parts)
          .mapToObj(
              chunk ->
                  counts(days, matcher, chunk * CHUNK, Math.min(days.length, (chunk + 1) * CHUNK)))
          .reduce(DayCounts::add)
          .orElseGet(() -> new DayCounts(matcher.size(), texts.size()));
    } catch (IllegalArgumentException e) {
      // Another thread's error comes wrapped in one of the same kind.
      throw e.getCause() instanceof IllegalArgumentException own ? own : e;
    }
  }

  private DayCounts counts(int[] days, TopicMatcher matcher, int from, int to) {
    DayCounts counts = new DayCounts(matcher.size(), texts.size());
    TopicMatcher.Scan scan = matcher.scan();
    IntFunction<@Nullable String> sources = sources();
    boolean[] known = new boolean[texts.size()];
    for (int row = from; row < to; row++) {
      if (days[row] != NOT_COUNTED) {
        scan.clear();
        for (int i = 0; i < known.length; i++) {
          String text = texts.get(i).apply(row);
          known[i] = text != null;
          if (text != null) {
            scan.read(text);
          }
        }
        String source = sources.apply(row);
        int[] there = counts.add(days[row], weight(row), source == null ? "" : source, scan).texts;
        for (int i = 0; i < known.length; i++) {
          there[i] += known[i] ? 1 : 0;
        }
      }
    }
    return counts;
  }

  private IntFunction<@Nullable String> sources() {
    return papers.containsColumn("source") && papers.column("source") instanceof StringColumn source
        ? row -> source.isMissing(row) ? null : source.get(row)
        : row -> null;
  }

  /** The day on which the newest was fetched, if the table says. */
  static Optional<LocalDate> seen(Table papers) {
    if (papers.containsColumn("fetched_at")
        && papers.column("fetched_at") instanceof InstantColumn fetched
        && fetched.countMissing() < fetched.size()) {
      return Optional.of(fetched.max().atZone(ZoneOffset.UTC).toLocalDate());
    }
    return Optional.empty();
  }

  private String dated() {
    String column = question.day();
    if (column != null) {
      return column;
    }
    int listed = known("listed");
    if (listed == 0) {
      return "published";
    }
    return listed == papers.rowCount() || known("published") == 0
        ? "listed"
        : "listed (or else published)";
  }

  private int known(String name) {
    if (!papers.containsColumn(name)) {
      return 0;
    }
    Column<?> column = papers.column(name);
    return column.size() - column.countMissing();
  }
}
