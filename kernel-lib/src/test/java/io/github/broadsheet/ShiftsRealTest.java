package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.source.RealData;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What rose and fell among 5,841 listed papers from 2024 to 2025, against what the field knows. */
class ShiftsRealTest {
  private static Table papers() {
    StringColumn id = StringColumn.create("id");
    StringColumn title = StringColumn.create("title");
    StringColumn summary = StringColumn.create("abstract");
    DateColumn listed = DateColumn.create("listed");
    for (Path file : RealData.files("hf-daily")) {
      for (JsonNode record : RealData.json(file)) {
        id.append(record.at("/paper/id").asText());
        title.append(record.at("/paper/title").asText());
        summary.append(record.at("/paper/summary").asText());
        listed.append(LocalDate.parse(file.getFileName().toString().substring(0, 10)));
      }
    }
    return Table.create("daily", id, title, summary, listed);
  }

  private static List<String> phrases(Shifts shifts) {
    return shifts.table().stringColumn("phrase").asList().stream()
        .map(phrase -> phrase.toLowerCase(Locale.ROOT).replace('-', ' '))
        .toList();
  }

  @Test
  void namesWhatThePeopleOfTheFieldWouldName() {
    Table papers = papers();
    List<String> rising = phrases(Trend.rising(papers, 30).since("2025-01-01"));
    assertThat(rising)
        .contains("reasoning", "reinforcement learning", "agentic", "agents", "chain of thought")
        .contains(
            "grpo", "deepseek r1", "verifiable rewards", "test time scaling", "post training");
    List<String> falling = phrases(Trend.falling(papers, 30).since("2025-01-01"));
    assertThat(rising).contains("reasoning models", "vla").doesNotContain("lrms", "vla models");
    assertThat(falling).contains("nerf").doesNotContain("neural radiance fields", "3dgs");
    assertThat(falling)
        .contains("diffusion models", "gpt 4", "instruction tuning", "3d gaussian splatting");
    assertThat(rising).doesNotContainAnyElementsOf(falling);
    // One thing once: the short name, alone and in a phrase, goes with the long one.
    assertThat(phrases(Trend.rising(papers, 60).since("2025-07-01")))
        .containsAnyOf("vla", "vision language action models")
        .doesNotContain("vla models")
        .satisfies(
            all ->
                assertThat(all.contains("vla") && all.contains("vision language action models"))
                    .isFalse());
    assertThat(String.join(" ", rising) + String.join(" ", falling))
        .doesNotContain("propose", "significant", "github", "http", "extensive", "outperform");
  }
}
