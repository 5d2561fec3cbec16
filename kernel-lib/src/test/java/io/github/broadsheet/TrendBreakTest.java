package io.github.broadsheet;

import static io.github.broadsheet.Bucket.MONTH;
import static io.github.broadsheet.TrendTest.clock;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TrendBreakTest {
  private final DateColumn listed = DateColumn.create("listed");
  private final StringColumn title = StringColumn.create("title");
  private final StringColumn summary = StringColumn.create("abstract");
  private final StringColumn source = StringColumn.create("source");

  /** Fourteen months of ten list days each, with so many papers on each day of a month. */
  private Trend trend(IntUnaryOperator papers) {
    Random random = new Random(1);
    for (int month = 0; month < 14; month++) {
      for (int day = 1; day <= 10; day++) {
        int size = papers.applyAsInt(month) + random.nextInt(3) - 1;
        for (int i = 0; i < size; i++) {
          listed.append(LocalDate.of(2024, 1, 1).plusMonths(month).withDayOfMonth(day));
          title.append("agent");
          summary.append(month < 9 ? "" : "text");
          source.append(month < 5 ? "page" : "hf");
        }
      }
    }
    return Trend.of(clock("2026-01-01"), Table.create(listed, title), "agent").by(MONTH);
  }

  @Test
  void marksAListThatChangesItsSize() {
    Trend trend = trend(month -> month < 6 ? 12 : 30);
    assertThat(trend.notes())
        .containsExactly(
            "Break at 2024-07: 12 papers a day before, 30 from there on. Shares before and after"
                + " may differ for that reason alone.",
            "2025-02 is not finished: the papers end on 2025-02-10.");
    JsonNode line =
        StreamSupport.stream(trend.plot().json().path("data").spliterator(), false)
            .filter(trace -> trace.path("name").asText().equals("break"))
            .findFirst()
            .orElseThrow();
    assertThat(line.path("x").toString()).isEqualTo("[\"2024-07-01\",\"2024-07-01\"]");
    assertThat(line.at("/line/dash").asText()).isEqualTo("dot");
    assertThat(line.path("hovertext").asText()).contains("12 papers a day before");
  }

  @Test
  void doesNotTakeGrowthOrNoiseForABreak() {
    assertThat(trend(month -> 12 + 2 * month).notes()).noneMatch(note -> note.startsWith("Break"));
    assertThat(new TrendBreakTest().trend(month -> 12).notes())
        .noneMatch(note -> note.startsWith("Break"));
    assertThat(new TrendBreakTest().trend(month -> month % 2 == 0 ? 12 : 24).notes())
        .noneMatch(note -> note.startsWith("Break"));
  }

  @Test
  void marksAFieldThatStartsAndASourceThatChanges() {
    trend(month -> 12);
    Table papers = Table.create(listed, title, summary, source);
    assertThat(Trend.of(clock("2026-01-01"), papers, "agent").by(MONTH).notes())
        .contains(
            "Break at 2024-06: the source changes from page to hf. Shares before and after may"
                + " differ for that reason alone.",
            "Break at 2024-10: 100 % of the papers have an abstract, before 0 %. Shares before and"
                + " after may differ for that reason alone.");
    assertThat(Trend.of(clock("2026-01-01"), papers, "agent").by(MONTH).in("title").notes())
        .noneMatch(note -> note.contains("abstract"));
  }
}
