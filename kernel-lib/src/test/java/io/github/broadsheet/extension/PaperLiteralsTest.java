package io.github.broadsheet.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.extension.LiteralCompleter.Suggestion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PaperLiteralsTest {
  private static final String PAPERS = "io.github.broadsheet.Papers";

  private final PaperLiterals literals =
      new PaperLiterals(Clock.fixed(Instant.parse("2026-01-01T10:00:00Z"), ZoneOffset.UTC));

  @Test
  void offersDaysWeeksAndMonthsNewestFirst() {
    assertThat(texts(PAPERS, "on", "day")).hasSize(8).startsWith("2026-01-01", "2025-12-31");
    assertThat(texts(PAPERS, "week", "week")).startsWith("2026-W01", "2025-W52");
    assertThat(texts(PAPERS, "month", "month")).startsWith("2026-01", "2025-12", "2025-11");
  }

  @Test
  void takesListsApartAndPutsTheMostFrequentFirst() {
    Table table = Table.create(StringColumn.create("authors", "Ann; Bo", "Bo", ""));
    assertThat(
            literals.suggest(
                new Literal("io.github.broadsheet.Filter", "by", "author", "", List.of(table))))
        .containsExactly(new Suggestion("Bo", "2 ×"), new Suggestion("Ann", "1 ×"));
  }

  @Test
  void knowsNothingOfTheCallsOfOthers() {
    assertThat(texts("org.lab.Tools", "on", "day")).isEmpty();
    assertThat(texts("org.lab.Tools", "of", "columnName")).isEmpty();
  }

  private List<String> texts(String type, String method, String parameter) {
    return literals.suggest(new Literal(type, method, parameter, "", List.of())).stream()
        .map(Suggestion::text)
        .toList();
  }
}
