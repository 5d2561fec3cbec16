package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.source.Generated;
import io.github.broadsheet.source.PaperTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ShiftsTest {
  /** Words that are in no list, so that nothing but their use tells what they are. */
  private static final List<String> FILLER =
      List.of("zorvex", "plinth", "quorl", "drimble", "fanoop", "grestal", "mivver", "toskin");

  /** 600 papers a year; what is said of whom is drawn, so that chance has its part. */
  private static Table papers() {
    Random random = new Random(7);
    StringColumn id = StringColumn.create("id");
    StringColumn title = StringColumn.create("title");
    StringColumn text = StringColumn.create("abstract");
    DateColumn published = DateColumn.create("published");
    IntColumn upvotes = IntColumn.create("upvotes");
    for (int i = 0; i < 1200; i++) {
      boolean now = i >= 600;
      StringBuilder words = new StringBuilder("We propose a significant method. ");
      String topic = "";
      if (random.nextInt(100) < (now ? 20 : 3)) {
        topic = random.nextBoolean() ? "Glimmer Foxtrot Models" : "glimmer-foxtrot model";
        words.append("Here the ").append(topic).append(" is shown, a glimmer foxtrot model. ");
      }
      if (random.nextInt(100) < (now ? 4 : 18)) {
        words.append("Hidden brackish kernels, and brackish kernels again. ");
        topic = topic + " Brackish Kernels";
      }
      if (now && random.nextInt(100) < 70) {
        words.append("Remarkably, extensive experiments at https://github.com/x/glow show $x^2$. ");
      }
      for (int w = 0; w < 12; w++) {
        words.append(FILLER.get(random.nextInt(FILLER.size()))).append(w % 4 == 3 ? ". " : " ");
      }
      id.append("p%04d".formatted(i));
      title.append(topic + " " + FILLER.get(random.nextInt(FILLER.size())) + " plinth quorl");
      text.append(words.toString());
      published.append(LocalDate.of(now ? 2025 : 2024, 1, 1).plusDays(i % 600 * 365L / 600));
      upvotes.append(random.nextInt(50));
    }
    return Table.create("papers", id, title, text, published, upvotes);
  }

  private final Table papers = papers();

  private static int direct(Table papers, String stem, int year) {
    int count = 0;
    for (Row row : papers) {
      String text = (row.getString("title") + " . " + row.getString("abstract")).toLowerCase();
      boolean has = text.replace('-', ' ').contains(stem);
      count += has && row.getDate("published").getYear() == year ? 1 : 0;
    }
    return count;
  }

  @Test
  void findsWhatRoseWithItsNumbersAsADirectCountHasThem() {
    Table rising = Trend.rising(papers, 10).since("2025-01-01").table();
    assertThat(rising.stringColumn("phrase").asList()).hasSize(1);
    Row row = rising.row(0);
    assertThat(row.getString("phrase").toLowerCase()).contains("glimmer").contains("foxtrot");
    assertThat(row.getInt("papers_before"))
        .isEqualTo(direct(papers, "glimmer foxtrot model", 2024));
    assertThat(row.getInt("papers_now")).isEqualTo(direct(papers, "glimmer foxtrot model", 2025));
    assertThat(row.getDouble("before")).isEqualTo(row.getInt("papers_before") / 600.0);
    assertThat(row.getDouble("change")).isEqualTo(row.getDouble("now") - row.getDouble("before"));
    assertThat(row.getDouble("q")).isBetween(0.0, 1e-6);
    assertThat(row.getInt("rank")).isEqualTo(1);
  }

  @Test
  void namesTheFirstPaperAndThreeUpvotedExamplesOfNow() {
    Row row = Trend.rising(papers, 10).since("2025-01-01").table().row(0);
    Table with =
        papers.where(t -> t.stringColumn("abstract").containsString("limmer")).sortOn("published");
    assertThat(row.getString("first")).isEqualTo(with.stringColumn("id").get(0));
    assertThat(row.getDate("first_day")).isEqualTo(with.dateColumn("published").get(0));
    List<String> examples = List.of(row.getString("examples").split("; "));
    assertThat(examples).hasSize(3).isSubsetOf(with.stringColumn("id").asList());
    assertThat(examples).allMatch(id -> id.compareTo("p0600") >= 0);
    assertThat(row.getString("titles").split(" · ")).hasSize(3);
  }

  @Test
  void findsWhatFell() {
    Table falling = Trend.falling(papers, 10).since("2025-01-01").table();
    assertThat(falling.stringColumn("phrase").asList())
        .singleElement()
        .asString()
        .isEqualToIgnoringCase("brackish kernels");
    assertThat(falling.row(0).getDouble("change")).isNegative();
  }

  @Test
  void namesNoBoilerplateNoAddressAndNoFormulaHoweverMuchTheyRose() {
    Table rising = Trend.rising(papers, 50).since("2025-01-01").table();
    assertThat(String.join(" ", rising.stringColumn("phrase").asList()).toLowerCase())
        .doesNotContain("github", "glow", "experiment", "remarkabl", "extensive", "propose", "x^2");
  }

  @Test
  void longerAbstractsRaiseNothingByThemselves() {
    Table drifting =
        PaperTable.of("drift", Generated.of(2000, 5).planting(List.of()).papers().toList());
    StringColumn text = drifting.stringColumn("abstract");
    for (int row = 1; row < 2000; row++) {
      if (drifting.dateColumn("published").get(row).getYear() == 2025) {
        text.set(row, text.get(row) + " " + text.get((row * 7919) % 1000));
      }
    }
    assertThat(Trend.rising(drifting, 20).since("2025-01-01").table().rowCount()).isZero();
  }

  @Test
  void treatsPapersWithoutAnAbstractLikeTheOthers() {
    Table some = papers.copy();
    for (int row = 0; row < 500; row++) {
      some.stringColumn("abstract").setMissing(row);
    }
    Shifts rising = Trend.rising(some, 10).since("2025-01-01");
    assertThat(rising.table().stringColumn("phrase").asList()).hasSize(1);
    assertThat(rising.notes()).contains("500 papers have no abstract and are left out.");
    for (int row = 0; row < 1200; row++) {
      some.stringColumn("abstract").setMissing(row);
    }
    Shifts titles = Trend.rising(some, 10).since("2025-01-01");
    assertThat(titles.notes()).contains("No paper has an abstract: only titles were read.");
    assertThat(titles.table().stringColumn("phrase").asList())
        .singleElement()
        .asString()
        .containsIgnoringCase("glimmer");
  }

  @Test
  void takesTheLastThirdInWholeMonthsUnlessAskedOtherwise() {
    assertThat(Trend.rising(papers, 5).notes().get(0))
        .isEqualTo(
            "now: 2025-05-01 to 2025-12-31 (402 papers), before: 2024-01-01 to 2025-04-30 (798 papers)");
    assertThat(
            Trend.rising(papers, 5)
                .between("2024-01-01", "2024-06-30", "2025-07-01", "2025-09-30")
                .notes()
                .get(0))
        .startsWith("now: 2025-07-01 to 2025-09-30 (")
        .contains("before: 2024-01-01 to 2024-06-30 (");
  }

  @Test
  void splitsTheTimeOfAllPapersButAFew() {
    Table stray = papers.copy();
    stray.dateColumn("published").set(0, LocalDate.of(1998, 3, 1));
    assertThat(Trend.rising(stray, 5).notes().get(0))
        .isEqualTo(
            "now: 2025-05-01 to 2025-12-31 (402 papers), before: 1998-03-01 to 2025-04-30 (798 papers)");
  }

  /** One row for one thing, whether papers write it out, in short, or both. */
  @Test
  void namesAThingOnceThatHasAShortName() {
    Random random = new Random(11);
    StringColumn title = StringColumn.create("title");
    StringColumn text = StringColumn.create("abstract");
    DateColumn published = DateColumn.create("published");
    for (int i = 0; i < 1000; i++) {
      StringBuilder words = new StringBuilder();
      if (random.nextInt(100) < (i < 500 ? 3 : 20)) {
        boolean out = random.nextInt(3) > 0;
        words.append(out ? "Zorvex radiance plinths (ZoRP) are there. " : "A ZoRP. ");
        words.append("A ZoRP.");
      }
      for (int w = 0; w < 6; w++) {
        words.append(" A ").append(FILLER.get(random.nextInt(FILLER.size()))).append(".");
      }
      title.append("Plinth");
      text.append(words.toString());
      published.append(LocalDate.of(2024, 1, 1).plusDays(i * 730L / 1000));
    }
    Table rising =
        Trend.rising(Table.create("p", title, text, published), 10).since("2024-12-31").table();
    assertThat(rising.stringColumn("phrase").asList()).containsExactly("ZoRP");
    assertThat(rising.getString(0, "also")).isEqualToIgnoringCase("zorvex radiance plinths");
  }

  @Test
  void givesThePapersOfAPhraseAsRowsOfTheListing() {
    Shifts rising = Trend.rising(papers, 5).since("2025-01-01");
    String phrase = rising.table().getString(0, "phrase");
    Table with = rising.papers(phrase.toUpperCase());
    assertThat(with.columnNames()).isEqualTo(papers.columnNames());
    assertThat(with.rowCount())
        .isEqualTo(
            direct(papers, "glimmer foxtrot model", 2024)
                + direct(papers, "glimmer foxtrot model", 2025));
    assertThat(with.intColumn("upvotes").get(0)).isEqualTo((int) with.intColumn("upvotes").max());
    assertThatThrownBy(() -> rising.papers("nothing such"))
        .hasMessageContaining("«nothing such» is none of the phrases found (" + phrase)
        .hasMessageContaining("about(");
  }

  @Test
  void saysWhatItDidBelowTheTableAndInThePlot() {
    Shifts rising = Trend.rising(papers, 5).since("2025-01-01");
    Map<String, Object> bundle = rising.mimeBundle();
    assertThat(bundle.keySet()).contains("text/html", "text/markdown", "text/plain");
    assertThat(String.valueOf(bundle.get("text/html")))
        .contains("phrases tested")
        .contains("now: 2025-01-01 to 2025-12-31 (600 papers)");
    assertThat(rising.toString()).contains("Rising phrases").contains("%");
    JsonNode figure = rising.plot().json();
    assertThat(figure.at("/data/1/y").size()).isEqualTo(1);
    assertThat(figure.at("/data/1/x/0").asDouble())
        .isEqualTo(Math.round(rising.table().row(0).getDouble("before") * 1e5) / 1e3);
    assertThat(figure.at("/layout/title/text").asText()).contains("before: 2024-01-01");
    assertThat(rising.plot().mimeBundle()).containsKey("image/png");
  }

  @Test
  void saysWhyThereIsNothingToCompare() {
    assertThat(Trend.rising(papers.emptyCopy(), 5).notes())
        .contains("No papers with a day: there is nothing to compare.");
    assertThat(Trend.rising(papers.first(1), 5).notes())
        .anyMatch(note -> note.startsWith("All papers are of one day, 2024-01-01"));
    assertThat(Trend.rising(papers, 5).since("2030-01-01").notes())
        .anyMatch(note -> note.contains("no papers in one of the two times"));
    assertThat(Trend.rising(papers.emptyCopy(), 5).plot().mimeBundle()).containsKey("image/png");
  }

  @Test
  void saysWhatCannotBeAsked() {
    assertThatThrownBy(() -> Trend.rising(papers, 0)).hasMessageContaining("at least 1; got 0");
    assertThatThrownBy(() -> Trend.rising(papers.selectColumns("title"), 5))
        .hasMessageContaining("Trend.rising(…) looks in \"listed\" and \"published\"");
    assertThatThrownBy(() -> Trend.rising(papers.selectColumns("published"), 5))
        .hasMessageContaining("looks in \"title\" and \"abstract\"");
    assertThatThrownBy(
            () ->
                Trend.rising(papers, 5)
                    .between("2025-01-01", "2025-06-30", "2025-06-01", "2025-09-30"))
        .hasMessageContaining("must end before");
  }

  @Test
  void leavesTheTableAsItWasAndAnswersTheSameAgain() {
    Table before = papers.copy();
    String first = Trend.rising(papers, 10).table().print();
    assertThat(papers.print()).isEqualTo(before.print());
    assertThat(Trend.rising(papers.copy(), 10).table().print()).isEqualTo(first);
    assertThat(PaperPhrases.of(papers, "x").index()).isSameAs(PaperPhrases.of(before, "x").index());
    Table other = papers.copy();
    other.stringColumn("title").set(3, "Another title");
    assertThat(PaperPhrases.of(other, "x").index())
        .isNotSameAs(PaperPhrases.of(papers, "x").index());
  }
}
