package io.github.broadsheet;

import static io.github.broadsheet.Filter.about;
import static io.github.broadsheet.Filter.by;
import static io.github.broadsheet.Filter.commented;
import static io.github.broadsheet.Filter.from;
import static io.github.broadsheet.Filter.in;
import static io.github.broadsheet.Filter.matching;
import static io.github.broadsheet.Filter.since;
import static io.github.broadsheet.Filter.until;
import static io.github.broadsheet.Filter.upvoted;
import static io.github.broadsheet.Filter.withCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tech.tablesaw.api.QuerySupport.either;
import static tech.tablesaw.api.QuerySupport.not;
import static tech.tablesaw.api.QuerySupport.num;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

@SuppressWarnings("BadImport") // As a reader imports them.
class FilterTest {
  private final Table papers =
      Table.create(
          "papers",
          StringColumn.create("id", "1", "2", "3", "4"),
          StringColumn.create(
              "title",
              "Agents that plan",
              "Reagents in the lab",
              "Tool-Use with </script><b>\"quotes\"\\ $x$",
              "Naïve 中文 models"),
          StringColumn.create("abstract", "We use tools.", "", "Few-shot agentic systems.", ""),
          StringColumn.create(
              "authors",
              "Yann LeCun; José Núñez",
              "Geoffrey E. Hinton",
              "Aäron van den Oord; Łukasz Kaiser",
              ""),
          StringColumn.create("organization", "Meta AI", "Metaphysics Lab", "AI at Meta", ""),
          DateColumn.create(
              "published",
              LocalDate.parse("2025-08-28"),
              LocalDate.parse("2025-09-02"),
              LocalDate.parse("2025-09-03"),
              null),
          DateColumn.create("listed", LocalDate.parse("2025-09-01"), null, null, null),
          IntColumn.create("upvotes", new Integer[] {25, 20, 60, null}),
          IntColumn.create("comments", new Integer[] {1, null, 3, 0}),
          StringColumn.create("categories", "cs.CL; cs.AI", "stat.ML", "cs.CV; CS.CL", ""),
          StringColumn.create("code_url", "https://github.com/a/b", "", "https://x.org", ""));

  private List<String> ids(Filter filter) {
    return papers.where(filter).stringColumn("id").asList();
  }

  @Test
  void readsWellInsideWhere() {
    Table mine = papers.where(about("agent", "tool use").and(upvoted(20)).and(withCode()));
    assertThat(mine.stringColumn("id").asList()).containsExactly("1", "3");
    assertThat(about("agent", "tool use").and(upvoted(20)).or(withCode().negate()))
        .hasToString("about(\"agent\", \"tool use\").and(upvoted(20)).or(withCode().negate())");
  }

  @Test
  void looksForTopicsInTitleAndAbstract() {
    assertThat(ids(about("agent"))).containsExactly("1");
    assertThat(ids(about("agent|agentic"))).containsExactly("1", "3");
    assertThat(ids(about("names: tool|\"few shot\""))).containsExactly("1", "3");
    assertThat(ids(about("中文"))).containsExactly("4");
    assertThat(ids(about("\"\"</script><b>\"\""))).containsExactly("3");
  }

  @Test
  void looksInTheTitleAloneWhereThereIsNoAbstract() {
    papers.removeColumns("abstract");
    assertThat(ids(about("agent|agentic"))).containsExactly("1");
  }

  @Test
  void findsAuthorsByFullOrLastName() {
    assertThat(ids(by("LeCun"))).containsExactly("1");
    assertThat(ids(by("lecun, yann"))).containsExactly("1");
    assertThat(ids(by("jose nunez"))).containsExactly("1");
    assertThat(ids(by("Geoffrey Hinton"))).containsExactly("2");
    assertThat(ids(by("van den Oord"))).containsExactly("3");
    assertThat(ids(by("Lukasz Kaiser"))).containsExactly("3");
    assertThat(ids(by("Yann"))).isEmpty();
    assertThat(ids(by("Cun"))).isEmpty();
    assertThat(ids(by("José Hinton"))).isEmpty();
    assertThat(ids(by("LeCun José"))).isEmpty();
  }

  @Test
  void findsOrganizationsAndCategoriesByWholeWords() {
    assertThat(ids(from("meta"))).containsExactly("1", "3");
    assertThat(ids(from("at Meta"))).containsExactly("3");
    assertThat(ids(in("cs.cl"))).containsExactly("1", "3");
    assertThat(ids(in("cs"))).containsExactly("1", "3");
    assertThat(ids(in("c"))).isEmpty();
  }

  @Test
  void takesTheDayListedElseTheDayPublished() {
    assertThat(ids(since("2025-09-01"))).containsExactly("1", "2", "3");
    assertThat(ids(since(LocalDate.parse("2025-09-02")))).containsExactly("2", "3");
    assertThat(ids(until("2025-09-02"))).containsExactly("1", "2");
  }

  @Test
  void neverMatchesAMissingValueAndNegatesToTheRest() {
    assertThat(ids(upvoted(0))).containsExactly("1", "2", "3");
    assertThat(ids(upvoted(0).negate())).containsExactly("4");
    assertThat(ids(commented(1))).containsExactly("1", "3");
    assertThat(ids(matching(".*"))).containsExactly("1", "2", "3", "4");
    assertThat(ids(withCode().negate())).containsExactly("2", "4");
    assertThat(ids(until("2030-01-01").negate())).containsExactly("4");
  }

  @Test
  void mixesWithTablesawsOwnFilters() {
    assertThat(ids(about("agent").or(num("upvotes").isGreaterThan(50)))).containsExactly("1", "3");
    assertThat(ids(withCode().and(not(about("agent"))))).containsExactly("3");
    assertThat(
            papers
                .where(either(by("Hinton"), num("upvotes").isGreaterThan(50)))
                .stringColumn("id")
                .asList())
        .containsExactly("2", "3");
  }

  @Test
  void leavesItsPartsAndTheTableAsTheyWere() {
    Filter agents = about("agent");
    agents.and(upvoted(1000)).apply(papers);
    assertThat(ids(agents.negate())).containsExactly("2", "3", "4");
    assertThat(ids(agents)).containsExactly("1");
    assertThat(papers.rowCount()).isEqualTo(4);
  }

  @Test
  void takesATableWithNoRows() {
    Table none = papers.emptyCopy();
    assertThat(
            none.where(about("a").and(by("b").negate()).or(since("2025-01-01")).and(upvoted(1)))
                .rowCount())
        .isZero();
  }

  @Test
  void worksOnAJoinedTable() {
    Table stars =
        Table.create(StringColumn.create("id", "1", "3"), IntColumn.create("stars", 5, 6));
    Table joined = papers.joinOn("id").with(stars).join();
    assertThat(joined.where(about("agentic").and(upvoted(20))).rowCount()).isEqualTo(1);
  }

  @Test
  void saysWhichColumnIsMissingAndWhatTheTableHas() {
    Table other =
        Table.create(StringColumn.create("name", "x"), StringColumn.create("upvotes", "many"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.where(about("agent")))
        .withMessageStartingWith(
            "about(\"agent\") looks in \"title\" and \"abstract\"; this table has neither (it has"
                + " name, upvotes).")
        .withMessageContaining("setName(\"title\")");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.where(withCode()))
        .withMessageContaining("this table has no \"code_url\" (it has name, upvotes)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.where(upvoted(3)))
        .withMessageContaining("needs numbers in \"upvotes\"; this table has STRING there")
        .withMessageContaining("many");
  }

  @Test
  void saysWhatIsWrongWithAnArgument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> about())
        .withMessageContaining("about(\"agent\", \"tool use\")");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> about("agent", " "))
        .withMessageStartingWith("The topic is empty.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> by(" ."))
        .withMessage("by(\" .\") needs a name, for example by(\"Yann LeCun\") or by(\"LeCun\").");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> since("2025-02-30"))
        .withMessageStartingWith("There is no day \"2025-02-30\": February 2025 has 28 days.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> until("yesterday"))
        .withMessageStartingWith("\"yesterday\" is not a day. Write it as year-month-day");
  }

  @Test
  void pointsAtTheFaultInARegularExpression() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matching("state (space"))
        .withMessageStartingWith(
            """
            matching(…): the regular expression is broken: Unclosed group
              state (space
                          ^
            """);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matching("a{2,1}"))
        .withMessageContaining("  a{2,1}\n       ^\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matching(""))
        .withMessageContaining("needs a regular expression");
  }

  @Test
  void saysThatARegularExpressionIsTooDeep() {
    Table deep = Table.create(StringColumn.create("title", "ab".repeat(200_000)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deep.where(matching("(a|b)*c")))
        .withMessageContaining("too deep for a text of 400,000 characters");
  }
}
