package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tech.tablesaw.aggregate.AggregateFunctions.mean;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.chart.Chart;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PlotTest {
  private static final Table PAPERS =
      Table.create(
          "papers",
          StringColumn.create("id", "1", "2", "3", "4"),
          StringColumn.create("title", "One", "Two <b>", "Three", "Four"),
          StringColumn.create("organization", "B", "A", "B", null),
          DateColumn.create(
              "listed",
              LocalDate.of(2025, 3, 3),
              LocalDate.of(2025, 3, 1),
              LocalDate.of(2025, 3, 2),
              null),
          IntColumn.create("upvotes", new Integer[] {5, 20, null, 7}),
          DoubleColumn.create("score", 0.5, 0.25, 1, 2));

  private static JsonNode trace(Chart chart) {
    return chart.json().path("data").path(0);
  }

  private static String title(Chart chart) {
    return chart.json().path("layout").path("title").path("text").asText();
  }

  @Test
  void countsHowOftenEachValueStandsInAColumn() {
    Chart chart = Plot.bars(PAPERS, "organization");
    assertThat(trace(chart).path("x")).hasToString("[\"B\",\"A\"]");
    assertThat(trace(chart).path("y")).hasToString("[2.0,1.0]");
    assertThat(title(chart))
        .startsWith("papers by organization<br>")
        .contains("1 paper without a value left out");
  }

  @Test
  void aTableOfCountsNeedsNoColumnNames() {
    Chart chart = Plot.bars(PAPERS.summarize("score", mean).by("organization"));
    assertThat(title(chart)).startsWith("Mean [score] by organization");
    assertThat(trace(chart).path("x")).hasToString("[\"B\",\"A\"]");
    assertThat(trace(chart).path("y")).hasToString("[0.75,0.25]");
  }

  @Test
  void rowsOfTheSameCategoryAddUp() {
    Chart chart = Plot.bars(PAPERS, "organization", "score");
    assertThat(trace(chart).path("y")).hasToString("[1.5,0.25]");
    assertThat(title(chart)).startsWith("sum of score by organization");
  }

  @Test
  void longNamesLieBesideTheirBarsFirstAtTheTop() {
    Table long1 =
        Table.create(
            StringColumn.create(
                "title", "A very long title", "x".repeat(100) + "1", "x".repeat(100) + "2"),
            IntColumn.create("n", 1, 2, 3));
    Chart chart = Plot.bars(long1, "title", "n");
    JsonNode bars = trace(chart);
    assertThat(bars.path("orientation").asText()).isEqualTo("h");
    assertThat(bars.path("x")).hasToString("[1.0,2.0,3.0]");
    assertThat(bars.path("y").path(0).asText()).isEqualTo("A very long title");
    assertThat(bars.path("y").path(1).asText()).isNotEqualTo(bars.path("y").path(2).asText());
    JsonNode layout = chart.json().path("layout");
    assertThat(layout.path("yaxis").path("autorange").asText()).isEqualTo("reversed");
    assertThat(layout.path("xaxis").path("title").path("text").asText()).isEqualTo("n");
  }

  @Test
  void atMostFortyBarsAndTheTitleSaysSo() {
    Table many =
        Table.create(
            StringColumn.create("name", IntStream.range(0, 100).mapToObj(n -> "n" + n).toList()),
            IntColumn.create("n", IntStream.range(0, 100).toArray()));
    Chart chart = Plot.bars(many, "name", "n");
    assertThat(trace(chart).path("y")).hasSize(40);
    assertThat(title(chart)).contains("the first 40 of 100");
  }

  @Test
  void aLineGoesInTheOrderOfItsDays() {
    Chart chart = Plot.lines(PAPERS, "listed", "score");
    assertThat(trace(chart).path("x"))
        .hasToString("[\"2025-03-01\",\"2025-03-02\",\"2025-03-03\"]");
    assertThat(trace(chart).path("y")).hasToString("[0.25,1.0,0.5]");
    assertThat(title(chart)).contains("1 paper without a value left out");
  }

  @Test
  void aGroupIsASeriesOfItsOwn() {
    Chart chart = Plot.points(PAPERS, "score", "upvotes", "organization");
    assertThat(chart.json().path("data")).hasSize(3);
    assertThat(chart.json().path("data").findValuesAsText("name")).containsExactly("B", "A", "–");
    assertThat(chart.json().path("data").path(1).path("text")).hasToString("[\"Two &lt;b&gt;\"]");
  }

  @Test
  void aHistogramTakesNumbersAndDays() {
    assertThat(trace(Plot.histogram(PAPERS, "upvotes")).path("x")).hasToString("[5.0,20.0,7.0]");
    assertThat(trace(Plot.histogram(PAPERS, "listed")).path("x")).hasSize(3);
    assertThat(title(Plot.histogram(PAPERS, "upvotes"))).startsWith("upvotes of papers");
  }

  @Test
  void noRowsIsAChartThatSaysSo() {
    Table none = PAPERS.emptyCopy();
    for (Chart chart :
        List.of(
            Plot.bars(none),
            Plot.bars(none, "title"),
            Plot.bars(none, "title", "upvotes"),
            Plot.lines(none, "listed", "upvotes"),
            Plot.points(none, "upvotes", "score", "title"),
            Plot.histogram(none, "upvotes"))) {
      assertThat(chart.json().path("layout").path("annotations").path(0).path("text").asText())
          .isEqualTo("no rows");
      assertThat(chart.mimeBundle()).containsKeys("image/png", "text/html", "text/plain");
    }
  }

  @Test
  void oneRowIsAChartAndNoValuesAreOneThatSaysSo() {
    Table one = PAPERS.first(1);
    Table missing = PAPERS.emptyCopy(2);
    for (Table table : List.of(one, missing)) {
      for (Chart chart :
          List.of(
              Plot.bars(table, "title"),
              Plot.bars(table, "title", "upvotes"),
              Plot.lines(table, "listed", "upvotes", "organization"),
              Plot.points(table, "upvotes", "score"),
              Plot.histogram(table, "listed"),
              Plot.histogram(table, "upvotes"))) {
        assertThat(chart.json().at("/layout/annotations/0/text").asText())
            .as(chart.toString())
            .isEqualTo(table == one ? "" : "no rows");
        assertThat(chart.mimeBundle()).containsKeys("image/png", "text/html", "text/plain");
      }
    }
  }

  @Test
  void textWithoutEndDoesNotFillTheNotebook() {
    Table table =
        Table.create(
            StringColumn.create("title", "<b>".repeat(400_000), "T"),
            IntColumn.create("upvotes", 1, 2));
    for (Chart chart :
        List.of(
            Plot.bars(table, "title"),
            Plot.bars(table, "title", "upvotes"),
            Plot.lines(table, "title", "upvotes"),
            Plot.points(table, "upvotes", "upvotes", "title"))) {
      assertThat(chart.json().toString()).hasSizeLessThan(10_000).contains("&lt;b&gt;", "…");
    }
  }

  @Test
  void aMissingColumnIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> Plot.bars(PAPERS, "organisation"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Plot.bars looks for \"organisation\"; this table has id (string), title (string),"
                + " organization (string), listed (date), upvotes (integer), score (double).");
    assertThatThrownBy(() -> Plot.points(PAPERS, "upvotes", "title"))
        .hasMessageStartingWith(
            "Plot.points needs numbers in \"title\"; that column is of type string. This table has id");
    assertThatThrownBy(() -> Plot.bars(Table.create("none")))
        .hasMessage("Plot.bars needs columns; this table has none.");
    assertThatThrownBy(() -> Plot.bars(Table.create(StringColumn.create("a", "x"))))
        .hasMessage("Plot.bars looks for a column with numbers; this table has a (string).");
  }

  @Test
  void theTableIsNotChanged() {
    String before = PAPERS.print();
    Plot.bars(PAPERS, "organization");
    Plot.lines(PAPERS, "listed", "score");
    assertThat(PAPERS.print()).isEqualTo(before);
  }
}
