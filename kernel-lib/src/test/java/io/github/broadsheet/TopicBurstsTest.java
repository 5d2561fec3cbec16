package io.github.broadsheet;

import static io.github.broadsheet.Bucket.MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TopicBurstsTest {
  private static final int[] COUNTS = {0, 2, 1, 6, 7, 2, 8, 9, 1, 1, 0, 2};

  /** A hundred papers a month of 2024, the first of which mention the topic. */
  private static Table papers() {
    StringColumn title = StringColumn.create("title");
    DateColumn listed = DateColumn.create("listed");
    for (int month = 0; month < 12; month++) {
      for (int i = 0; i < 100; i++) {
        title.append(i < COUNTS[month] ? "On Zorvex" : "On other things");
        listed.append(LocalDate.of(2024, month + 1, 1 + i % 28));
      }
    }
    // The last day of the last month, or it would count as not finished.
    listed.set(1199, LocalDate.of(2024, 12, 31));
    return Table.create("papers", title, listed);
  }

  private final TopicBursts bursts = Trend.bursts(papers(), "zorvex").by(MONTH);

  @Test
  void tellsTheBurstOfTheWorkedExampleInMonths() {
    Table table = bursts.table();
    Table burst = table.where(table.stringColumn("what").isEqualTo("burst"));
    assertThat(burst.rowCount()).isEqualTo(1);
    assertThat(burst.dateColumn("from").get(0)).isEqualTo("2024-04-01");
    assertThat(burst.dateColumn("to").get(0)).isEqualTo("2024-08-01");
    assertThat(burst.intColumn("papers").get(0)).isEqualTo(32);
    assertThat(burst.doubleColumn("share").get(0)).isEqualTo(32 / 500.0);
    assertThat(burst.doubleColumn("before").get(0)).isEqualTo(7 / 700.0);
    assertThat(burst.getString(0, "weight")).isEqualTo("6.2");
    assertThat(bursts.toString()).contains("One burst in 12 finished months");
  }

  @Test
  void shadesTheBurstInThePlot() {
    JsonNode figure = bursts.plot().json();
    List<JsonNode> areas =
        StreamSupport.stream(figure.path("data").spliterator(), false)
            .filter(trace -> trace.path("name").asText().equals("burst"))
            .toList();
    assertThat(areas).hasSize(1);
    assertThat(areas.get(0).path("x").toString())
        .isEqualTo("[\"2024-03-17\",\"2024-03-17\",\"2024-08-17\",\"2024-08-17\"]");
    assertThat(areas.get(0).path("fill").asText()).isEqualTo("tozeroy");
    assertThat(figure.at("/layout/title/text").asText()).contains("<br>Shaded: a burst");
    assertThat(bursts.mimeBundle()).containsKeys("image/png", "text/html", "text/plain");
  }

  @Test
  void findsAChangeOfLevel() {
    StringColumn title = StringColumn.create("title");
    DateColumn listed = DateColumn.create("listed");
    for (int month = 0; month < 24; month++) {
      for (int i = 0; i < 200; i++) {
        title.append(i % 200 < (month < 10 ? 4 : 30) + month % 3 ? "On Zorvex" : "On others");
        listed.append(LocalDate.of(2023 + month / 12, month % 12 + 1, 1 + i % 28));
      }
    }
    Table table = Trend.bursts(Table.create("t", title, listed), "zorvex").by(MONTH).table();
    Table change = table.where(table.stringColumn("what").isEqualTo("change"));
    assertThat(change.rowCount()).isEqualTo(1);
    assertThat(change.dateColumn("from").get(0)).isEqualTo("2023-11-01");
    assertThat(change.dateColumn("to").isMissing(0)).isTrue();
  }

  @Test
  void saysSoWhereThereIsNothing() {
    assertThat(Trend.bursts(papers(), "plinth").table().rowCount()).isZero();
    assertThat(Trend.bursts(papers(), "plinth").notes())
        .first()
        .asString()
        .contains("No burst")
        .contains("does not change");
    Table none = papers().emptyCopy();
    assertThat(Trend.bursts(none, "zorvex").table().rowCount()).isZero();
    assertThat(Trend.bursts(none, "zorvex").plot().mimeBundle()).containsKey("image/png");
    assertThatThrownBy(() -> Trend.bursts(none, " ")).hasMessageContaining("empty");
  }
}
