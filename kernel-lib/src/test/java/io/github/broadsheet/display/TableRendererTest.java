package io.github.broadsheet.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.source.Paper;
import io.github.broadsheet.source.PaperTable;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

class TableRendererTest {
  private static final List<String> NAMES = List.of("Ada", "Bob", "Cyd", "Dee");
  private static final String HOSTILE =
      "</td></table><script>alert(1)</script><img src=x onerror=alert(1)>\" ' \\ \n| `x` \u2028 $a_1$ \u202Eevil 🙂";

  @AfterEach
  void noNotebook() {
    Display.host(null);
  }

  private static Paper paper(int number, String title, String text, String url) {
    return new Paper(
        "2510.%05d".formatted(number),
        title,
        text,
        NAMES,
        16,
        number % 2 == 0 ? null : "Lab",
        LocalDate.of(2025, 10, 1),
        LocalDate.of(2025, 10, 2),
        100 - number,
        null,
        List.of("a", "b", "c"),
        List.of(),
        "https://github.com/lab/repo" + number,
        null,
        null,
        url,
        "hf",
        Instant.parse("2025-10-03T08:00:00.123Z"));
  }

  private static Table listing(int rows) {
    return PaperTable.of(
        "Daily Papers",
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                n ->
                    paper(
                        n, "Paper number " + n, "It says. ".repeat(30), "https://example.org/" + n))
            .toList());
  }

  private static Document html(Object value) {
    return Jsoup.parseBodyFragment(String.valueOf(Bundles.of(value).get("text/html")));
  }

  private static String plain(Object value) {
    return Bundles.text(value);
  }

  @Test
  void aListingSaysItsShapeAndWhatIsElsewhere() {
    Document html = html(listing(3));
    assertThat(html.select("caption").text()).isEqualTo("Daily Papers: 3 papers × 18 columns");
    assertThat(html.text())
        .contains("Empty columns: comments, categories, stars, project_url.")
        .contains("abstract (below the title)")
        .contains("listed = 2025-10-02")
        .contains("fetched_at = 2025-10-03T08:00:00Z");
    assertThat(html.select("th[scope=col]").eachText())
        .containsExactly(
            "#",
            "id string",
            "title string",
            "authors string",
            "organization string",
            "published date",
            "upvotes integer",
            "keywords string",
            "code_url string");
  }

  @Test
  void aPaperHasItsLinksItsAuthorsAndItsFoldedAbstract() {
    Element row = html(listing(3)).expectFirst("tbody tr");
    assertThat(row.select("a").eachAttr("href"))
        .containsExactly(
            "https://arxiv.org/abs/2510.00001",
            "https://example.org/1",
            "https://github.com/lab/repo1");
    assertThat(row.select("a").eachAttr("rel")).containsOnly("noopener noreferrer");
    assertThat(row.select("td").get(3).select("summary").text()).isEqualTo("Ada, Bob +14");
    assertThat(row.select("td").get(3).text()).contains("Ada; Bob; Cyd; Dee");
    Element folded = row.select("td").get(2).expectFirst("details");
    assertThat(folded.select("summary").text()).hasSizeLessThan(80).endsWith("…");
    assertThat(folded.ownText()).isEqualTo("It says. ".repeat(30).strip());
    assertThat(row.select("td").get(6).select("div").attr("align")).isEqualTo("right");
    assertThat(row.nextElementSiblings().get(0).select("td").get(4).text()).isEqualTo("–");
  }

  @Test
  void aLongTableShowsItsStartAndItsEndAndSaysHowToSeeTheRest() {
    Table table = listing(41);
    Document html = html(table);
    assertThat(html.select("tbody tr")).hasSize(26);
    assertThat(html.select("tbody tr").get(20).text())
        .isEqualTo("⋮ 16 papers not shown; .inRange(20, 36) gives them");
    assertThat(html.select("tbody tr").get(21).child(0).text()).isEqualTo("37");
    assertThat(table.inRange(20, 36).rowCount()).isEqualTo(16);
    assertThat(plain(table)).contains("⋮ 16 papers not shown; .inRange(20, 36) gives them");
    assertThat(html(listing(30)).select("tbody tr")).hasSize(30);
  }

  @Test
  void nothingHostileBecomesMarkup() {
    Table table =
        PaperTable.of(HOSTILE, List.of(paper(1, HOSTILE, HOSTILE, "javascript:alert(1)")));
    Table odd = Table.create(HOSTILE, StringColumn.create(HOSTILE, HOSTILE, "x"));
    for (Table each : List.of(table, odd)) {
      Map<String, Object> bundle = Bundles.of(each);
      Document html = Jsoup.parseBodyFragment(String.valueOf(bundle.get("text/html")));
      assertThat(html.select("script, img, [onerror], [href^=javascript]")).isEmpty();
      assertThat(html.text()).contains("<img src=x onerror=alert(1)>").contains("🙂");
      assertThat(html.select("table")).hasSize(1);
      assertThat(String.valueOf(bundle.get("text/markdown")))
          .doesNotContain("<script")
          .doesNotContain("<img")
          .doesNotContain("\u202E")
          .contains("\\|");
      assertThat(String.valueOf(bundle.get("text/plain"))).doesNotContain("\u202E");
      assertThat(String.valueOf(bundle.get("text/plain")).lines().count()).isLessThan(7);
    }
  }

  @Test
  void staysWithinItsBytesAndSaysSo() {
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      papers.add(paper(i, "T".repeat(3000), "long ".repeat(2000), "https://example.org/"));
    }
    papers.add(paper(31, "x".repeat(1_000_000), "y".repeat(1_000_000), "https://example.org/"));
    String html = String.valueOf(Bundles.of(PaperTable.of("Large", papers)).get("text/html"));
    assertThat(html.getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThanOrEqualTo(TableHtml.MOST_BYTES);
    assertThat(html).contains("Texts are cut at 400 characters").contains("papers not shown");
    assertThat(plain(PaperTable.of("Large", papers)).length()).isLessThan(5000);
  }

  @Test
  void aTerminalLineHasRankIdTitleUpvotesAndDay() {
    Table table = listing(12);
    assertThat(plain(table).lines().toList())
        .startsWith(
            "Daily Papers: 12 papers × 18 columns",
            " #  id          title                                        upvotes  published",
            " 1  2510.00001  Paper number 1                                    99  2025-10-01")
        .allMatch(line -> Plain.width(line) <= 80);
  }

  @Test
  void numbersAreShortMissingIsADashAndTheTableIsNotChanged() {
    Table table =
        Table.create(
            "",
            DoubleColumn.create("share", 0.1 + 0.2, 2_500_000.75, Double.NaN, 1e-12),
            IntColumn.create(
                "year", 2025, 2026, 2027, IntColumn.create("").appendMissing().getInt(0)),
            BooleanColumn.create("whole", Arrays.asList(true, false, null, null)));
    String before = table.print();
    assertThat(plain(table))
        .isEqualTo(
            """
            4 rows × 3 columns
            #    share  year  whole
            1      0.3  2025  true
            2  2500001  2026  false
            3        –  2027  –
            4  1.0E-12     –  –""");
    assertThat(table.print()).isEqualTo(before);
  }

  @Test
  void aFormatTheReaderGaveAColumnIsKept() {
    DoubleColumn share = DoubleColumn.create("share", 0.25, 0.5);
    share.setPrintFormatter(NumberColumnFormatter.percent(1));
    assertThat(plain(Table.create("", share))).contains("25.0%");
    DoubleColumn score = DoubleColumn.create("score", 32, 29.46);
    var oneDigit = new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    score.setPrintFormatter(new NumberColumnFormatter(oneDigit));
    assertThat(plain(Table.create("", score))).contains("32.0", "29.5");
  }

  @Test
  void anEmptyListingIsShownWithItsColumns() {
    assertThat(html(listing(0)).text()).contains("0 papers × 18 columns").contains("No papers.");
    assertThat(plain(listing(0))).contains("No papers.");
    assertThat(html(Table.create("nothing")).text()).contains("0 rows × 0 columns");
  }

  @Test
  void aColumnIsShownAsATableOfOne() {
    assertThat(plain(listing(2).column("upvotes")))
        .isEqualTo("2 rows × 1 column\n#  upvotes\n1       99\n2       98");
  }

  @Test
  void aTableOfManyColumnsNamesThoseItLeavesOut() {
    Table wide = Table.create("wide");
    IntStream.range(0, 500).forEach(n -> wide.addColumns(IntColumn.create("c" + n, 1, 2)));
    assertThat(html(wide).select("thead th")).hasSize(41);
    assertThat(html(wide).text()).contains("Not shown: c40, c41").contains("and 440 more");
  }
}
