package io.github.broadsheet;

import static io.github.broadsheet.Bucket.DAY;
import static io.github.broadsheet.Bucket.MONTH;
import static io.github.broadsheet.Bucket.QUARTER;
import static io.github.broadsheet.Bucket.WEEK;
import static io.github.broadsheet.Bucket.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class TrendTest {
  private static final Clock LATER = clock("2026-11-23");

  static Clock clock(String day) {
    return Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
  }

  /** A table of papers, each given as {@code "2025-03-04 Its title"}. */
  static Table papers(String... datedTitles) {
    DateColumn listed = DateColumn.create("listed");
    StringColumn title = StringColumn.create("title");
    for (String paper : datedTitles) {
      listed.append(LocalDate.parse(paper.substring(0, 10)));
      title.append(paper.substring(11));
    }
    return Table.create("papers", listed, title);
  }

  private static List<Object> column(Trend trend, String name) {
    Column<?> column = trend.table().column(name);
    List<Object> values = new ArrayList<>(column.asList());
    for (int i = 0; i < values.size(); i++) {
      if (column.isMissing(i)) {
        values.set(i, "missing");
      }
    }
    return values;
  }

  /** The same rows through pandas 1.5.3: resample("M"), ("W") and ("Q"). */
  @Test
  void countsByTheBucketsOfTheCalendarAsPandasDoes() {
    Trend trend =
        Trend.of(
            LATER,
            papers(
                "2024-01-01 a",
                "2024-01-31 a",
                "2024-02-29 a",
                "2024-03-03 a",
                "2024-03-04 a",
                "2024-05-01 a"),
            "a");
    assertThat(column(trend.by(MONTH), "total")).containsExactly(2, 1, 2, 0, 1);
    assertThat(column(trend.by(QUARTER), "total")).containsExactly(5, 1);
    assertThat(column(trend.by(YEAR), "total")).containsExactly(6);
    Table weeks = trend.by(WEEK).table();
    assertThat(weeks.rowCount()).isEqualTo(18);
    for (int row = 0; row < weeks.rowCount(); row++) {
      String sunday = weeks.dateColumn("bucket").get(row).plusDays(6).toString();
      int expected =
          switch (sunday) {
            case "2024-01-07", "2024-02-04", "2024-03-10", "2024-05-05" -> 1;
            case "2024-03-03" -> 2;
            default -> 0;
          };
      assertThat(weeks.intColumn("total").get(row)).as(sunday).isEqualTo(expected);
    }
  }

  @Test
  void givesItsNumbersAsATable() {
    Table table =
        Trend.of(
                LATER,
                papers("2025-01-02 Agents", "2025-01-03 x", "2025-03-31 agentic", "2025-03-31 y"),
                "agents: agent|agentic",
                "never seen")
            .by(MONTH)
            .table();
    assertThat(table.columnNames())
        .containsExactly("bucket", "topic", "count", "total", "share", "low", "high", "complete");
    assertThat(table.typeArray())
        .extracting(Object::toString)
        .containsExactly(
            "LOCAL_DATE", "STRING", "INTEGER", "INTEGER", "DOUBLE", "DOUBLE", "DOUBLE", "BOOLEAN");
    assertThat(table.stringColumn("topic").asList())
        .containsExactly("agents", "never seen", "agents", "never seen", "agents", "never seen");
    assertThat(table.dateColumn("bucket").get(2)).isEqualTo(LocalDate.parse("2025-02-01"));
    assertThat(table.intColumn("count").asList()).containsExactly(1, 0, 0, 0, 1, 0);
    assertThat(table.intColumn("total").asList()).containsExactly(2, 2, 0, 0, 2, 2);
    assertThat(table.doubleColumn("share").get(0)).isEqualTo(0.5);
    assertThat(table.doubleColumn("low").get(1)).isZero();
    assertThat(table.doubleColumn("high").get(1)).isCloseTo(0.6576, within(5e-5));
    for (String name : List.of("share", "low", "high")) {
      assertThat(table.column(name).isMissing(2)).as(name).isTrue();
      assertThat(table.column(name).countMissing()).as(name).isEqualTo(2);
    }
  }

  @Test
  void countsARepeatedPaperOnceAndLeavesOutWhatHasNoDay() {
    Table papers =
        Table.create(
            StringColumn.create("id", "1", "1", "2", "3", "", ""),
            StringColumn.create("title", "agent", "agent", "agent", "x", "agent", "y"),
            StringColumn.create("abstract", "a", "a", "a", "", "a", "a"),
            DateColumn.create(
                "published",
                Stream.of(
                        null, "2025-01-02", "2025-01-03", "2025-01-04", "2025-01-05", "2099-01-01")
                    .map(day -> day == null ? null : LocalDate.parse(day))
                    .toArray(LocalDate[]::new)));
    papers = papers.append(papers.copy().inRange(1, 2));
    Trend trend = Trend.of(LATER, papers, "agent").by(YEAR);
    assertThat(column(trend, "count")).containsExactly(3);
    assertThat(column(trend, "total")).containsExactly(4);
    assertThat(trend.notes())
        .containsExactly(
            "1 of the rows has no day and is left out.",
            "1 of the rows has a day after 2026-11-23 and is left out.",
            "1 of the rows repeats a paper that was counted before and is left out.",
            "1 of 4 papers has no abstract: only its title was searched, so it mentions less.",
            "2025 is not finished: the papers end on 2025-01-05.");
  }

  @Test
  void takesTheDayListedElseThePublishedOneOrTheOneAskedFor() {
    Table papers =
        Table.create(
            StringColumn.create("title", "a", "b"),
            DateColumn.create(
                "published", LocalDate.parse("2025-01-31"), LocalDate.parse("2025-02-10")),
            DateColumn.create("listed", LocalDate.parse("2025-02-03"), null));
    Trend trend = Trend.of(LATER, papers, "a").by(MONTH);
    assertThat(column(trend, "total")).containsExactly(2);
    assertThat(trend.toString()).contains("2 papers, listed (or else published) 2025-02-03");
    assertThat(column(trend.on("published"), "total")).containsExactly(1, 1);
    assertThat(column(trend.on("listed"), "total")).containsExactly(1);
    assertThat(trend.on("published").toString()).contains("2 papers, published 2025-01-31 to");
  }

  @Test
  void knowsWhetherTheLastBucketIsFinished() {
    assertThat(isComplete(MONTH, "2026-02-01", "2025-10-01 a", "2025-11-28 a"))
        .as("only a weekend is left of November 2025")
        .isTrue();
    assertThat(isComplete(MONTH, "2026-02-01", "2025-10-01 a", "2025-11-27 a")).isFalse();
    assertThat(isComplete(MONTH, "2026-02-01", "2025-10-01 a", "2025-12-31 a")).isTrue();
    assertThat(isComplete(MONTH, "2025-12-31", "2025-10-01 a", "2025-12-31 a"))
        .as("the day itself still grows")
        .isFalse();
    assertThat(isComplete(DAY, "2025-12-31", "2025-12-30 a", "2025-12-31 a")).isFalse();
    assertThat(isComplete(DAY, "2026-01-01", "2025-12-30 a", "2025-12-31 a")).isTrue();
    assertThat(isComplete(WEEK, "2025-11-24", "2025-11-17 a", "2025-11-21 a")).isTrue();
    assertThat(isComplete(WEEK, "2025-11-22", "2025-11-17 a", "2025-11-21 a")).isFalse();
  }

  @Test
  void asksTheTableWhenItWasFetchedBeforeTheClock() {
    Table papers = papers("2025-11-03 a", "2025-12-31 b");
    papers.addColumns(StringColumn.create("source", "hf", "hf"));
    assertThat(Trend.of(LATER, papers, "a")).asString().contains("; source hf\n");
    papers.addColumns(
        InstantColumn.create(
            "fetched_at",
            Instant.parse("2025-12-31T07:00:00Z"),
            Instant.parse("2025-12-31T08:00:00Z")));
    Trend trend = Trend.of(LATER, papers, "a").by(MONTH);
    assertThat(trend).asString().contains("; source hf, as of 2025-12-31\n");
    assertThat(column(trend, "complete")).containsExactly(true, false);
    assertThat(trend.notes())
        .containsExactly("2025-12 is not finished: the papers end on 2025-12-31.");
  }

  private static boolean isComplete(Bucket bucket, String today, String... papers) {
    List<Object> complete =
        column(Trend.of(clock(today), papers(papers), "a").by(bucket), "complete");
    assertThat(complete.subList(0, complete.size() - 1)).doesNotContain(false);
    return (Boolean) complete.get(complete.size() - 1);
  }

  @Test
  void readsWellAsText() {
    Trend trend =
        Trend.of(
            LATER,
            papers("2025-01-02 Agents", "2025-01-03 x", "2025-03-31 agentic", "2025-04-02 y"),
            "agents: agent|agentic",
            "a label so long that\u202e it would not fit: never seen");
    assertThat(trend.by(MONTH))
        .hasToString(
            """
            Share of papers that mention a topic, by month
            4 papers, listed 2025-01-02 to 2025-04-02
            month      papers       agents  a label so long that it…
            2025-01         2   50.0 % (1)                 0.0 % (0)
            2025-02         0            –                         –
            2025-03         1  100.0 % (1)                 0.0 % (0)
            2025-04 *       1    0.0 % (0)                 0.0 % (0)
            No paper mentions «a label so long that it…».
            2025-04 is not finished: the papers end on 2025-04-02.""");
  }

  @Test
  void takesATableWithNoRows() {
    Trend trend = Trend.of(LATER, papers(), "agent", "tool");
    assertThat(trend.table().rowCount()).isZero();
    assertThat(trend.table().columnCount()).isEqualTo(8);
    assertThat(trend.by(WEEK).on("listed"))
        .hasToString("Share of papers that mention a topic, by week\nno papers");
    assertThat(trend.plot().json().path("layout").path("annotations").toString())
        .contains("Nothing to chart");
  }

  @Test
  void leavesTheTableAsItWas() {
    Table papers = papers("2025-01-02 Agents", "2025-01-03 x");
    String before = papers.printAll();
    Trend.of(LATER, papers, "agent").by(DAY).plot();
    assertThat(papers.printAll()).isEqualTo(before);
  }

  @Test
  void saysWhatAPluralLeavesOut() {
    Table papers = papers("2025-01-02 Two policies", "2025-01-03 a policy", "2025-01-04 #agent");
    assertThat(Trend.of(LATER, papers, "policies", "p: #agents NOT policy").notes())
        .contains(
            "«policies» is looked for in the plural alone: 1 more paper has «policy», which finds"
                + " both.",
            "«#agents» is looked for in the plural alone: 1 more paper has «#agent», which finds"
                + " both.",
            "No paper mentions «p».");
    Table news = papers("2025-01-02 new physic, los", "2025-01-03 news");
    assertThat(Trend.of(LATER, news, "news", "bias", "loss", "physics", "policies|policy").notes())
        .noneMatch(note -> note.contains("plural alone"));
  }

  @Test
  void saysHowToWriteATopicThatNobodyMentions() {
    Table papers = papers("2025-01-02 An agent", "2025-01-03 a tool");
    for (String topic : List.of("agent, tool", "agent or tool", "agen*")) {
      assertThat(Trend.of(LATER, papers, topic, "C++").notes().get(0))
          .startsWith("No paper mentions «" + topic + "», «C++». Alternatives are written a|b,");
    }
    assertThat(Trend.of(LATER, papers, "C++", "/x*y/").notes().get(0))
        .isEqualTo("No paper mentions «C++», «/x*y/».");
    assertThat(Trend.of(LATER, papers, "agent|, tool").notes().toString())
        .doesNotContain("No paper");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trend.of(papers()))
        .withMessageContaining("needs a topic, for example");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trend.of(papers(), "agent", " "))
        .withMessageStartingWith("The topic is empty.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trend.of(papers(), "agent", "agent: b"))
        .withMessage(
            "Two topics are called «agent». Leave one out, or give it a label of its own:"
                + " \"other: b\".");
    Table other = Table.create(StringColumn.create("title"), IntColumn.create("upvotes"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trend.of(other, "agent"))
        .withMessageStartingWith(
            "Trend.of(…) looks in \"listed\" and \"published\"; this table has neither (it has"
                + " title, upvotes).");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trend.of(papers(), "agent").on("publised"))
        .withMessageStartingWith(
            "on(\"publised\") looks in \"publised\"; this table has no \"publised\" (it has"
                + " listed, title).");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Trend.of(LATER, papers("1700-01-01 a", "2025-01-01 a"), "a").by(DAY).table())
        .withMessageContaining("118,705 buckets of a day; at most 10,000");
  }
}
