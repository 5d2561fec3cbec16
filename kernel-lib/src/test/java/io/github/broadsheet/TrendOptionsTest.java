package io.github.broadsheet;

import static io.github.broadsheet.Bucket.MONTH;
import static io.github.broadsheet.TrendTest.clock;
import static io.github.broadsheet.TrendTest.papers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.stats.Wilson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TrendOptionsTest {
  private static final Clock LATER = clock("2026-11-23");

  private static Table agents() {
    Table papers =
        papers(
            "2025-01-02 agent",
            "2025-01-03 x",
            "2025-02-03 x",
            "2025-03-03 agent",
            "2025-03-04 agent",
            "2025-03-31 x");
    papers.addColumns(
        StringColumn.create("abstract", "", "an agent", "", "", "a survey", ""),
        IntColumn.create("upvotes", new Integer[] {10, 30, 5, 1, 1, null}),
        StringColumn.create("organization", "A", "B", "B", "A", "", "A"),
        StringColumn.create("categories", "cs.CL; cs.AI", "cs.CL", "cs.AI", "cs.CL", "cs.CL", ""));
    return papers;
  }

  @Test
  void looksInTheColumnsAskedFor() {
    Trend trend = Trend.of(LATER, agents(), "agent").by(MONTH);
    assertThat(trend.table().intColumn("count").asList()).containsExactly(2, 0, 2);
    assertThat(trend.in("title").table().intColumn("count").asList()).containsExactly(1, 0, 2);
    assertThat(trend.in("title").table().row(0).getInt("total")).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trend.in("titel"))
        .withMessageContaining(
            "looks in \"titel\"; this table has no \"titel\"; did you mean \"title\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trend.each("organisation"))
        .withMessageContaining("each(\"organisation\")")
        .withMessageContaining("did you mean \"organization\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trend.each("category"))
        .withMessageContaining("did you mean \"categories\"?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trend.each("venue"))
        .withMessageNotContaining("did you mean");
    assertThatIllegalArgumentException().isThrownBy(() -> trend.in());
  }

  @Test
  void weighsTitleAndAbstractTogetherForACondition() {
    assertThat(
            Trend.of(LATER, agents(), "agent NOT survey")
                .by(MONTH)
                .table()
                .intColumn("count")
                .asList())
        .containsExactly(2, 0, 1);
  }

  @Test
  void weightsPapersOnDemand() {
    Trend trend = Trend.of(LATER, agents(), "agent").by(MONTH).in("title").weighted("upvotes");
    Table table = trend.table();
    assertThat(table.doubleColumn("share").asList()).containsExactly(0.25, 0.0, 1.0);
    assertThat(table.intColumn("total").asList()).containsExactly(2, 1, 2);
    double kish = 40.0 * 40 / (10 * 10 + 30 * 30);
    assertThat(table.row(0).getDouble("high")).isEqualTo(Wilson.of(0.25, kish).high());
    assertThat(trend.notes())
        .contains("1 of the rows has no weight in upvotes and is left out.")
        .anyMatch(note -> note.startsWith("Papers are weighted by upvotes;"));
    assertThat(trend.plot().json().at("/layout/title/text").asText())
        .startsWith("Share of upvotes of papers that mention agent");
  }

  @Test
  void smoothsByPoolingPapersWhenAsked() {
    Trend trend = Trend.of(LATER, agents(), "agent").in("title").by(MONTH);
    Table table = trend.smooth(3).table();
    assertThat(table.doubleColumn("share").asList()).containsExactly(1 / 3.0, 3 / 6.0, 2 / 4.0);
    assertThat(table.intColumn("count").asList()).containsExactly(1, 0, 2);
    assertThat(table.row(1).getDouble("low")).isCloseTo(Wilson.of(3, 6).low(), within(1e-12));
    assertThat(trend.smooth(3).notes())
        .containsExactly("Smoothed: each share is that of 3 months together, the band too.");
    assertThat(trend.notes()).isEmpty();
    for (int window : new int[] {0, 2, 101}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trend.smooth(window))
          .withMessageContaining("odd number");
    }
  }

  @Test
  void keepsAnEmptyBucketEmptyAndAnUnfinishedOneAloneWhenItSmooths() {
    Trend trend =
        Trend.of(
                clock("2025-04-10"),
                papers("2025-01-02 agent", "2025-03-03 x", "2025-04-04 agent"),
                "agent")
            .by(MONTH)
            .smooth(3);
    List<Double> shares = trend.table().doubleColumn("share").asList();
    assertThat(shares.get(0)).isEqualTo(1);
    assertThat(trend.table().doubleColumn("share").isMissing(1)).isTrue();
    assertThat(shares.get(2)).isEqualTo(0);
    assertThat(shares.get(3)).isEqualTo(1);
  }

  @Test
  void drawsASmallChartForEachValue() {
    TrendGrid grid = Trend.of(LATER, agents(), "agent").by(MONTH).in("title").each("organization");
    Table table = grid.table();
    assertThat(table.columnNames()).startsWith("organization", "bucket", "topic", "count");
    List<String> rows = new ArrayList<>();
    for (Row row : table) {
      rows.add(
          row.getString("organization")
              + row.getDate("bucket").getMonthValue()
              + " "
              + row.getInt("count")
              + "/"
              + row.getInt("total"));
    }
    assertThat(rows).containsExactly("A1 1/1", "A2 0/0", "A3 1/2", "B1 0/1", "B2 0/1", "B3 0/0");
    assertThat(grid.notes()).containsExactly("1 of the papers has no organization.");
    JsonNode layout = grid.plot().json().path("layout");
    assertThat(layout.at("/xaxis2/ticktext").toString()).isEqualTo("[\"2025-01\",\"2025-03\"]");
    assertThat(layout.at("/xaxis2/range/0").asText()).isLessThan("2024-12-20");
    assertThat(layout.at("/yaxis/showticklabels").asBoolean()).isTrue();
    assertThat(layout.at("/yaxis2/showticklabels").asBoolean()).isFalse();
    assertThat(grid.mimeBundle()).containsKeys("image/png", "text/html");
    assertThat(grid.toString()).contains("organization: A\nShare of papers");
  }

  @Test
  void spansInSmallChartsTheTimeOfWhichTheColumnTells() {
    String[] rows = new String[60];
    String[] organizations = new String[60];
    for (int i = 0; i < 60; i++) {
      rows[i] = "20%d-%02d-05 agent %d".formatted(20 + i / 12, 1 + i % 12, i);
      organizations[i] = i < 40 ? "" : i % 2 == 0 ? "A <b>lab</b>" : "B";
    }
    Table papers = papers(rows).addColumns(StringColumn.create("organization", organizations));
    papers.addColumns(StringColumn.create("source", java.util.Collections.nCopies(60, "hf")));
    Trend trend = Trend.of(LATER, papers, "agent").smooth(3);
    TrendGrid grid = trend.each("organization");
    assertThat(grid.table().dateColumn("bucket").min()).isEqualTo("2023-04-01");
    assertThat(grid.table().rowCount()).isLessThan(20);
    assertThat(grid.notes())
        .containsExactly(
            "40 of the papers have no organization.",
            "Smoothed: each share is that of 3 quarters together, the band too.",
            "2024-Q4 is not finished: the papers end on 2024-12-05.");
    String title = grid.plot().json().at("/layout/title/text").asText();
    assertThat(title)
        .startsWith("Share of papers that mention agent, by organization<br>")
        .contains("20 papers, listed 2023-05-05 to 2024-12-05; source hf<br>By quarter")
        .contains("By quarter; shares with 95\u00A0% intervals, n the papers of each chart.")
        .contains("Smoothed: each share is");
    assertThat(grid.plot().json().at("/layout/annotations/0/text").asText())
        .isEqualTo("A &lt;b&gt;lab&lt;/b&gt;<br>n = 10");
  }

  @Test
  void countsAPaperThatIsThereTwiceInTheChartOfEachValue() {
    Table papers = papers("2025-03-02 agent", "2025-01-02 agent", "2025-04-02 tool");
    papers.addColumns(StringColumn.create("organization", "A", "B", "B"));
    papers.addColumns(StringColumn.create("id", "p1", "p1", "p2"));
    TrendGrid grid = Trend.of(LATER, papers, "agent").by(MONTH).each("organization");
    Table table = grid.table();
    assertThat(table.dateColumn("bucket").min()).isEqualTo("2025-01-01");
    assertThat(table.where(table.stringColumn("organization").isEqualTo("B")).intColumn("count"))
        .containsExactly(1, 0, 0, 0);
    assertThat(table.intColumn("total").sum()).isEqualTo(3);
  }

  @Test
  void countsAPaperInEachOfItsCategories() {
    Table table =
        Trend.of(LATER, agents(), "agent").by(Bucket.YEAR).in("title").each("categories").table();
    assertThat(table.stringColumn("categories").asList()).containsExactly("cs.CL", "cs.AI");
    assertThat(table.intColumn("total").asList()).containsExactly(4, 2);
  }

  @Test
  void offersWhatAbbreviationsStandFor() {
    String[] titles = {
      "2025-01-02 Reinforcement learning from human feedback (RLHF) works",
      "2025-01-02 We use reinforcement-learning from human feedback (RLHF).",
      "2025-01-02 RLHF and large language models (LLMs), Really Long Hats (RLHF)",
      "2025-01-02 A Large Language Model (LLM) (see below) for all (but some)"
    };
    Table offers =
        Trend.of(LATER, papers(titles), "x: RLHF|agent", "large language model AND agent")
            .acronyms();
    List<String> rows = new ArrayList<>();
    for (Row row : offers) {
      rows.add(
          String.join(
              " > ",
              Arrays.asList(
                  row.getString("written"), row.getString("means"), row.getString("ask"))));
    }
    assertThat(rows)
        .containsExactly(
            "RLHF > reinforcement-learning from human feedback > x:"
                + " RLHF|agent|reinforcement-learning from human feedback",
            "large language model > LLM > large language model|LLM AND agent");
    assertThat(offers.intColumn("papers").asList()).containsExactly(2, 2);
  }

  @Test
  void offersTheWordsWhoseFirstLettersTheyAreAndNoSlipOfThePen() {
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      titles.add("2025-01-02 With proximal policy optimization (PPO)");
    }
    titles.add("2025-01-02 The proximal policy optimization's (PPO) end");
    titles.add("2025-01-02 Plainly poor optics (PPO)");
    Table offers = Trend.of(LATER, papers(titles.toArray(String[]::new)), "PPO").acronyms();
    assertThat(offers.stringColumn("means").asList())
        .containsExactly("proximal policy optimization");
    assertThat(offers.intColumn("papers").asList()).containsExactly(61);
  }

  @Test
  void offersAPluralWhereNobodyWritesTheSingular() {
    String[] titles = {
      "2025-01-02 A mixture-of-experts (MoE) model", "2025-01-02 Mixture of experts (MoE) again"
    };
    assertThat(Trend.of(LATER, papers(titles), "MoE").acronyms().stringColumn("means").asList())
        .containsExactly("mixture-of-experts");
  }
}
