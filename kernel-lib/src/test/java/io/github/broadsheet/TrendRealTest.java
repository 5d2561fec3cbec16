package io.github.broadsheet;

import static io.github.broadsheet.Bucket.QUARTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.source.RealData;
import io.github.broadsheet.text.SlowMatcher;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The trends of 5,841 listed papers against a direct count over the raw answers. */
class TrendRealTest {
  private final DateColumn listed = DateColumn.create("listed");
  private final StringColumn title = StringColumn.create("title");
  private final StringColumn summary = StringColumn.create("abstract");

  private void read() {
    for (Path file : RealData.files("hf-daily")) {
      for (JsonNode record : RealData.json(file)) {
        listed.append(LocalDate.parse(file.getFileName().toString().substring(0, 10)));
        title.append(record.path("paper").path("title").asText());
        summary.append(record.path("paper").path("summary").asText());
      }
    }
  }

  private String quarter(int row) {
    LocalDate day = listed.get(row);
    return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1).toString();
  }

  @Test
  void countsTitlesByQuarterAsADirectCountDoes() {
    read();
    Map<String, List<String>> topics =
        Map.of(
            "agent|agentic", List.of("agent", "agentic"),
            "reasoning", List.of("reasoning"),
            "diffusion", List.of("diffusion"),
            "world model", List.of("world model"));
    Map<String, Integer> expected = new TreeMap<>();
    topics.forEach(
        (topic, phrases) -> {
          List<SlowMatcher> matchers = phrases.stream().map(SlowMatcher::new).toList();
          for (int row = 0; row < title.size(); row++) {
            String text = title.get(row);
            int hit = matchers.stream().anyMatch(matcher -> matcher.matches(text)) ? 1 : 0;
            expected.merge(quarter(row) + " " + topic, hit, Integer::sum);
            expected.merge(quarter(row) + " of " + topic, 1, Integer::sum);
          }
        });
    Table trend =
        Trend.of(Table.create(listed, title), topics.keySet().toArray(String[]::new))
            .by(QUARTER)
            .table();
    Map<String, Integer> counted = new TreeMap<>();
    for (Row row : trend) {
      String bucket = row.getDate("bucket").toString();
      counted.put(bucket + " " + row.getString("topic"), row.getInt("count"));
      counted.put(bucket + " of " + row.getString("topic"), row.getInt("total"));
    }
    assertThat(counted).isEqualTo(expected);
    assertThat(trend.intColumn("total").sum()).isEqualTo(4 * 5841);
  }

  @Test
  void countsTitlesAndAbstractsAsARegularExpressionDoes() {
    read();
    Pattern agent =
        Pattern.compile("\\b(agent(e?s)?|tool[-\\s]+use(e?s)?)\\b", Pattern.CASE_INSENSITIVE);
    Map<String, Integer> expected = new TreeMap<>();
    for (int row = 0; row < title.size(); row++) {
      boolean found =
          agent.matcher(title.get(row)).find() || agent.matcher(summary.get(row)).find();
      expected.merge(quarter(row), found ? 1 : 0, Integer::sum);
    }
    Table trend =
        Trend.of(Table.create(listed, title, summary), "agents: agent|tool use")
            .by(QUARTER)
            .table();
    Map<String, Integer> counted = new TreeMap<>();
    for (Row row : trend) {
      counted.put(row.getDate("bucket").toString(), row.getInt("count"));
    }
    assertThat(counted).isEqualTo(expected);
  }
}
