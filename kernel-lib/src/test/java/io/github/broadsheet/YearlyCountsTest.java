package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.source.Loopback;
import io.github.broadsheet.source.OpenAlex;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Answers in the shape of {@code GET /works?group_by=publication_year}. */
class YearlyCountsTest {
  private static Reply groups(int in2024, int in2025) {
    return Reply.ok(
        """
        {"meta":{"count":3},"results":[],"group_by":[
        {"key":"2024","key_display_name":"2024","count":%d},
        {"key":"2025","key_display_name":"2025","count":%d},
        {"key":"unknown","key_display_name":"unknown","count":5}]}"""
            .formatted(in2024, in2025));
  }

  @Test
  void givesCountsTotalsAndSharesOfEachYear() {
    try (Loopback there =
        new Loopback(
            (seen, number) ->
                seen.target().contains("filter") ? groups(5, 30) : groups(100, 200))) {
      YearlyCounts counts =
          YearlyCounts.of(
              new OpenAlex(there.client), there.time, "agent", "ssm: \"state space\"|\"mamba, x\"");
      Table table = counts.table();
      assertThat(
              there.server.targets().stream()
                  .map(t -> URLDecoder.decode(t, StandardCharsets.UTF_8)))
          .containsExactly(
              "/works?group_by=publication_year&per-page=200",
              "/works?filter=title_and_abstract.search:\"agent\"&group_by=publication_year&per-page=200",
              "/works?filter=title_and_abstract.search:\"state space\" OR \"mamba x\"&group_by=publication_year&per-page=200");
      assertThat(table.rowCount()).isEqualTo(60);
      Table last = table.last(4);
      assertThat(last.intColumn("year").asObjectArray()).containsExactly(2024, 2024, 2025, 2025);
      assertThat(last.stringColumn("topic").asList())
          .containsExactly("agent", "ssm", "agent", "ssm");
      assertThat(last.intColumn("count").asObjectArray()).containsExactly(5, 5, 30, 30);
      assertThat(last.doubleColumn("share").asObjectArray())
          .containsExactly(0.05, 0.05, 0.15, 0.15);
      assertThat(last.booleanColumn("complete").asObjectArray())
          .containsExactly(true, true, false, false);
      assertThat(table.doubleColumn("share").isMissing(0)).isTrue();
      assertThat(counts.mimeBundle()).containsKeys("text/html", "text/plain");
      assertThat(counts.toString()).contains("2025");
    }
  }

  @Test
  void asksForConditionsInOpenAlexsLanguage() {
    try (Loopback there = new Loopback((seen, number) -> groups(1, 1))) {
      YearlyCounts.of(
          new OpenAlex(there.client), there.time, "a: agent|agentic AND tool use NOT survey");
      assertThat(URLDecoder.decode(there.server.targets().get(1), StandardCharsets.UTF_8))
          .contains(":(\"agent\" OR \"agentic\") AND (\"tool use\") NOT (\"survey\")&");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> YearlyCounts.of(new OpenAlex(there.client), there.time, "/GPT-?5/"))
          .withMessage("OpenAlex counts phrases, not regular expressions: leave out /GPT-?5/.");
    }
  }

  @Test
  void explainsAnswersWithoutCountsAndMissingTopics() {
    try (Loopback there = new Loopback((seen, number) -> Reply.ok("{\"results\":[]}"))) {
      PapersException failure =
          catchThrowableOfType(
              PapersException.class,
              () -> YearlyCounts.of(new OpenAlex(there.client), there.time, "agent"));
      assertThat(failure).hasMessageContaining("sent JSON without counts (group_by)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> YearlyCounts.of(new OpenAlex(there.client), there.time))
          .withMessageContaining("needs a topic");
    }
  }
}
