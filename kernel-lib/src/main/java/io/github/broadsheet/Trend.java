package io.github.broadsheet;

import io.github.broadsheet.TrendSeries.Shape;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.display.MimeBundle;
import io.github.broadsheet.source.OpenAlex;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * How the share of papers that mention a topic moves over time, with counts, totals and 95 %
 * intervals:
 *
 * <pre>{@code
 * Trend.of(papers, "agent|agentic", "diffusion", "ssm: state space|mamba").by(MONTH).plot()
 * Trend.of(papers, "agent AND tool use NOT survey", "/GPT-?[45]/").test()
 * }</pre>
 *
 * <p>A topic is a phrase, looked for in title and abstract as {@link Filter#about} does: whole
 * words, any case, plurals, a hyphen as a space or as nothing. {@code a|b} are alternatives, {@code
 * a|b AND c NOT d} conditions (in capitals; {@code |} holds tighter), {@code name: a|b} gives a
 * label, {@code /…/} is a regular expression, quotes keep what would mean something else. {@link
 * #acronyms} tells what an abbreviation stands for in these papers; it is never taken into account
 * by itself.
 *
 * <p>A paper belongs to the day (UTC) it was listed, or published where that is not known; see
 * {@link #on}. A paper without a day is left out, one that is in the table twice (by {@code id}) is
 * counted once; both are said in {@link #notes}. As the value of a cell a trend shows its plot.
 */
public final class Trend implements MimeBundle {
  /** So many sentences can stand above a chart. */
  private static final int TOLD = 3;

  private final TrendSource source;
  private final Shape shape;
  private final TrendSource.Counted counted;
  private @Nullable TrendSeries series;
  private @Nullable TrendFindings findings;

  private Trend(TrendSource source, Shape shape, TrendSource.Counted counted) {
    this.source = source;
    this.shape = shape;
    this.counted = counted;
  }

  private static Trend of(TrendSource source, Shape shape) {
    return new Trend(source, shape, new TrendSource.Counted(source));
  }

  private Trend shaped(@Nullable Bucket bucket, int window) {
    return new Trend(source, new Shape(bucket, window), counted);
  }

  /**
   * The trend of topics in a table of papers, by the bucket that fits its span: days up to two
   * weeks, weeks below six months, months below eight years, then years; a longer one where there
   * would be less than five papers in each. Another is chosen with {@link #by}.
   *
   * @throws IllegalArgumentException if there is no topic, one cannot be understood, two have the
   *     same label, or the table has neither a day nor a text to look in
   */
  public static Trend of(Table papers, String... topics) {
    return of(Clock.systemUTC(), papers, topics);
  }

  /**
   * The phrases whose share of papers rose most, with before, now, q-value, first paper and
   * examples: what is new in these papers. They are found in titles and abstracts themselves, one
   * to four words long; of phrases that say the same the clearest is shown.
   *
   * <p>Now is the last third of the time the papers span, one in a hundred at its ends aside (whole
   * months, where it is long), before is all the rest; {@link Shifts#since} and {@link
   * Shifts#between} take other times. Every phrase is tested, and at most 5 % of the list are false
   * on average (Benjamini and Hochberg); a phrase must also have become more frequent by a fifth.
   * Papers with a day but without an abstract are left out.
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

  /**
   * How many works a year mention topics over all of science, counted by <a
   * href="https://docs.openalex.org">OpenAlex</a>: the last thirty years, without a download, in
   * one request a topic and one more. Needs the network.
   *
   * <p>Example: {@code Trend.openAlex("diffusion model", "ssm: state space model|mamba").plot()}
   *
   * @throws IllegalArgumentException if there is no topic, one is empty, or two have the same label
   * @throws PapersException when the counts cannot be had
   */
  public static YearlyCounts openAlex(String... topics) {
    return YearlyCounts.of(OpenAlex.shared(), Clock.systemUTC(), topics);
  }

  /**
   * When a topic came thick (bursts) and when its share changed for good (changes of level), with
   * both marked in the plot: {@code Trend.bursts(papers, "agent|agentic").by(MONTH)}. A burst is a
   * stretch that a rate twice that of the whole explains better (Kleinberg's automaton of two
   * states, solved exactly).
   *
   * @param topic as for {@link #of}
   * @throws IllegalArgumentException as {@link #of} does
   */
  public static TopicBursts bursts(Table papers, String topic) {
    return TopicBursts.of(papers, topic);
  }

  /**
   * What distinguishes two sets of papers: the phrases one mentions more than the other, by
   * log-odds with an informative prior ("Fightin' Words"), tested at a false-discovery rate of 5 %
   * in each direction. Papers in both sets (by {@code id}) are left out. Example: {@code
   * Trend.compare(papers.where(from("Google")), papers.where(from("Alibaba")))}; name the tables
   * with {@code setName} to see their names.
   *
   * @throws IllegalArgumentException if the tables have no title and no abstract in common
   */
  public static Comparison compare(Table one, Table other) {
    return Comparison.of(one, other);
  }

  static Trend of(Clock clock, Table papers, String... topics) {
    return of(clock, papers, TrendQuestion.of(topics));
  }

  static Trend of(Clock clock, Table papers, TrendQuestion question) {
    return of(new TrendRows(papers, question, LocalDate.now(clock)), new Shape(null, 1));
  }

  /**
   * The trend of topics in a file of JSON lines ({@code .jsonl}, also gzipped), read line by line:
   * the memory needed does not grow with the file but for 16 bytes a paper, so that a dump of all
   * of arXiv needs no large heap. The lines are those of {@code Papers.write}, or of an arXiv dump.
   * {@link #each} and {@link #acronyms} need a table.
   *
   * <p>Example: {@code Trend.of(Path.of("arxiv-metadata-oai-snapshot.json"), "diffusion").by(YEAR)}
   *
   * @throws PapersException if there is no such file, or it holds no such lines; once it is counted
   */
  public static Trend of(Path file, String... topics) {
    return of(Clock.systemUTC(), file, topics);
  }

  static Trend of(Clock clock, Path file, String... topics) {
    TrendQuestion question = TrendQuestion.of(topics);
    return of(new TrendFile(file, question, LocalDate.now(clock)), new Shape(null, 1));
  }

  /**
   * The same trend by {@code DAY}, {@code WEEK}, {@code MONTH}, {@code QUARTER} or {@code YEAR}.
   */
  public Trend by(Bucket bucket) {
    return shaped(bucket, shape.window());
  }

  /**
   * The same trend by the day in one column: {@code on("published")} (when the first version
   * appeared) or {@code on("listed")} (when it was on the Daily list).
   *
   * @throws IllegalArgumentException if the table has no such column or it holds no days
   */
  public Trend on(String column) {
    return of(source.asking(source.question().on(column)), shape);
  }

  /**
   * The same trend looking in these columns alone: {@code in("title")} leaves the abstracts out,
   * which makes papers comparable of which some have none.
   *
   * @throws IllegalArgumentException if no column is given, or the table has none of them
   */
  public Trend in(String... columns) {
    if (columns.length == 0) {
      throw new IllegalArgumentException(
          "in() needs a column to look in, for example in(\"title\").");
    }
    return of(source.asking(source.question().in(List.of(columns))), shape);
  }

  /**
   * The same trend with each paper weighted by a number: {@code weighted("upvotes")} asks which
   * share of the upvotes the papers of a topic have. Papers without the number are left out; the
   * table's {@code count} and {@code total} stay numbers of papers. The band is that of as many
   * equal papers as tell the same (Kish's effective size): a few papers with most of the votes make
   * it wide.
   *
   * @throws IllegalArgumentException if the table has no such column or it holds no numbers
   */
  public Trend weighted(String column) {
    return of(source.asking(source.question().weighted(column)), shape);
  }

  /**
   * The same trend, smoothed: each share is that of so many buckets together, the bucket in their
   * middle; papers are added up, so that a small bucket has little to say. The chart and the notes
   * say so, and {@link #test} does not use it.
   *
   * @param buckets an odd number, such as 3; 1 is not smoothed
   * @throws IllegalArgumentException if it is even, or not from 1 to 99
   */
  public Trend smooth(int buckets) {
    if (buckets < 1 || buckets > 99 || buckets % 2 == 0) {
      throw new IllegalArgumentException(
          "smooth(%d) needs an odd number of buckets from 1 to 99, so that one is in the middle. Try smooth(3)."
              .formatted(buckets));
    }
    return shaped(shape.bucket(), buckets);
  }

  /**
   * The same trend for each value of a column: one small chart each, of one height, the values with
   * the most papers first. {@code each("organization")}, {@code each("categories")}, {@code
   * each("source")}; a paper with several categories is in the chart of each.
   *
   * @throws IllegalArgumentException if the table has no such column of text
   */
  public TrendGrid each(String column) {
    return TrendGrid.of(source.rows("each(\"" + column + "\")"), shape, column);
  }

  private synchronized TrendSeries series() {
    TrendSeries made = series;
    if (made == null) {
      made = TrendSeries.of(counted.counts(), shape);
      series = made;
    }
    return made;
  }

  Bucket bucket() {
    return series().bucket();
  }

  private synchronized TrendFindings findings() {
    TrendFindings made = findings;
    if (made == null) {
      made = TrendFindings.of(counted.counts(), series());
      findings = made;
    }
    return made;
  }

  /**
   * Which of the topics rise or fall, one row each, in the order asked.
   *
   * <p>Columns: {@code topic} (String), {@code first}, {@code last} (Double, share in the first and
   * the last finished bucket), {@code tau} (Double, Kendall's: -1 always down, 1 always up), {@code
   * slope}, {@code low}, {@code high} (Double, Sen's slope as change of the share in a year, and
   * its 95 % interval), {@code p} (Double, of the Mann-Kendall test with ties, corrected for
   * buckets that resemble their neighbours), {@code q} (Double, the p-value adjusted for all topics
   * asked, after Benjamini and Hochberg), {@code n} (Integer, papers), {@code buckets} (Integer,
   * tested), {@code words} (String, the same as a sentence).
   *
   * <p>The test takes a dozen finished buckets with papers, and where there are less it takes
   * shorter ones (months for quarters); it needs eight. Too short a span leaves the numbers missing
   * and says so. A yearly season makes it more careful, not wrong, from 15 months on; within a
   * single year nothing can tell a season from a trend.
   */
  public Table test() {
    return findings().table();
  }

  /**
   * What {@link #test} finds, one sentence a topic: {@code Share of «agent» rose from 2.9 % in
   * 2024-Q2 to 14.1 % in 2025-Q4, q = 0.002, n = 5,841 in 20 months.}
   */
  public String words() {
    return String.join("\n", findings().sentences());
  }

  /**
   * What the abbreviations among the topics stand for in these abstracts, and which abbreviations
   * they have for the phrases: found where an abstract writes {@code long form (LF)}. An offer, to
   * be taken by hand; a trend never counts more than was asked.
   *
   * <p>Columns: {@code topic}, {@code written} (String, the phrase asked for), {@code means}
   * (String, the other form), {@code papers} (Integer, that write the two together), {@code ask}
   * (String, the topic with both forms). Most papers first.
   */
  public Table acronyms() {
    return source.rows("acronyms()").acronyms();
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
    return series().table();
  }

  /**
   * The shares as lines in percent with their 95 % bands. A bucket without papers is a gap; one
   * that may still grow is dashed, with a hollow mark; a break in the source is a dotted line. Up
   * to three topics are told in {@link #words} below the title.
   */
  public Chart plot() {
    return plot(List.of());
  }

  /** The same with more to say about what else is in the chart. */
  Chart plot(List<String> more) {
    List<String> told = series().lines().size() <= TOLD ? findings().told() : List.of();
    return TrendChart.of(series(), Stream.concat(told.stream(), more.stream()).toList());
  }

  /** What a reader should know: rows that were left out and why, a bucket that is not finished. */
  public List<String> notes() {
    return series().notes();
  }

  @Override
  public Map<String, Object> mimeBundle() {
    return plot().mimeBundle(toString());
  }

  /** The shares and counts as a text table, the newest 36 buckets of them. */
  @Override
  public String toString() {
    return TrendText.of(series());
  }
}
