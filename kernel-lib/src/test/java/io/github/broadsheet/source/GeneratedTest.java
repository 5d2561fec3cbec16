package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.broadsheet.Papers;
import io.github.broadsheet.source.Generated.Planted;
import io.github.broadsheet.text.SlowMatcher;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class GeneratedTest {
  @Test
  void givesTheSamePapersForTheSameNumbers() {
    List<Paper> papers = Generated.of(50, 7).papers().toList();
    assertThat(Generated.of(50, 7).papers()).isEqualTo(papers);
    assertThat(Generated.of(50, 7).paper(31)).isEqualTo(papers.get(31));
    assertThat(Generated.of(50, 8).paper(31).abstractText())
        .isNotEqualTo(papers.get(31).abstractText());
    assertThat(papers.toString().hashCode()).isEqualTo(HASH);
  }

  /** Of these fifty papers on another machine. */
  private static final int HASH = -1227456945;

  @Test
  void plantsPhrasesAtTheirShareAndNowhereElse() {
    List<Planted> planted =
        List.of(new Planted("world model", 0.1, 0.5), new Planted("bag of words", 0, 0));
    Generated generated = new Generated(4000, 3, 6, planted);
    SlowMatcher world = new SlowMatcher("world model");
    int[] hits = new int[6];
    int[] totals = new int[6];
    generated
        .papers()
        .forEach(
            paper -> {
              int month = month(paper);
              totals[month]++;
              String text = String.valueOf(paper.abstractText());
              assertThat(text).doesNotContain("bag of");
              hits[month] += world.matches(text) ? 1 : 0;
            });
    for (int month = 0; month < 6; month++) {
      double share = planted.get(0).share(month, 6);
      double sigma = Math.sqrt(share * (1 - share) / totals[month]);
      assertThat((double) hits[month] / totals[month])
          .as("month %d", month)
          .isCloseTo(share, within(4 * sigma));
    }
    assertThat(totals[5]).isGreaterThan(3 * totals[0] / 2);
    assertThat(generated.planting(List.of()).papers())
        .noneMatch(paper -> String.valueOf(paper.abstractText()).contains("world"));
  }

  private static int month(Paper paper) {
    LocalDate day = paper.published();
    return day == null ? -1 : day.getMonthValue() - 7;
  }

  @Test
  void fillsTheColumnsOfAListing() {
    Table table = Papers.generated(300, 1);
    assertThat(table.columnNames()).isEqualTo(Papers.sample().columnNames());
    assertThat(table.stringColumn("id").unique().size()).isEqualTo(300);
    assertThat(table.dateColumn("published").asList()).isSorted();
    assertThat(table.dateColumn("published").min()).isAfterOrEqualTo("2024-01-01");
    assertThat(table.dateColumn("published").max()).isBeforeOrEqualTo("2025-12-31");
    assertThat(table.dateColumn("listed").countMissing()).isEqualTo(300);
    Set<String> abstracts = new HashSet<>(table.stringColumn("abstract").asList());
    assertThat(abstracts).hasSize(300).allMatch(text -> text.split(" ").length > 90);
  }

  @Test
  void refusesLessThanNoPapers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Generated(-1, 0, 3, List.of()))
        .withMessageContaining("got -1 and 3");
    assertThatIllegalArgumentException().isThrownBy(() -> Papers.generated(0, 1));
  }
}
