package io.github.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {
  private static List<Term> phrases(String... texts) {
    return Arrays.stream(texts).map(text -> new Term(text, false)).toList();
  }

  @Test
  void readsAPhrase() {
    assertThat(Topic.parse(" tool \n use "))
        .isEqualTo(new Topic("tool use", List.of(phrases("tool use")), List.of()));
  }

  @Test
  void readsAlternatives() {
    Topic topic = new Topic("agent|agentic", List.of(phrases("agent", "agentic")), List.of());
    assertThat(Topic.parse("agent | agentic")).isEqualTo(topic);
    assertThat(Topic.parse("agent OR agentic")).isEqualTo(topic);
  }

  @Test
  void readsALabelAndQuotedPhrases() {
    assertThat(Topic.parse("name: a|b|\"c d\""))
        .isEqualTo(new Topic("name", List.of(phrases("a", "b", "c d")), List.of()));
    assertThat(Topic.parse("odd: “a|b”|\"x: y\"|c:d"))
        .isEqualTo(new Topic("odd", List.of(phrases("a|b", "x: y", "c:d")), List.of()));
    assertThat(Topic.parse("\"x: y\"").label()).isEqualTo("x: y");
  }

  @Test
  void readsConditions() {
    Topic topic =
        new Topic(
            "tools",
            List.of(phrases("agent", "agentic"), phrases("tool use")),
            phrases("survey", "review"));
    assertThat(Topic.parse("tools: agent|agentic AND tool use NOT survey|review")).isEqualTo(topic);
    assertThat(Topic.parse("tools: agent|agentic AND tool use AND NOT survey NOT review"))
        .isEqualTo(topic);
    assertThat(Topic.parse("agent AND tool use NOT survey").label())
        .isEqualTo("agent AND tool use NOT survey");
  }

  @Test
  void takesConditionsInCapitalsAlone() {
    assertThat(Topic.parse("search and rescue").all())
        .isEqualTo(List.of(phrases("search and rescue")));
    assertThat(Topic.parse("\"NOT\" AND AND-gate").all())
        .isEqualTo(List.of(phrases("NOT"), phrases("AND-gate")));
  }

  @Test
  void readsARegularExpression() {
    assertThat(Topic.parse("gpt: /GPT-?[45]o?\\b/ | a\\/b | /c:|\"d\\/e/ NOT /x y/"))
        .isEqualTo(
            new Topic(
                "gpt",
                List.of(
                    List.of(
                        new Term("GPT-?[45]o?\\b", true),
                        new Term("a\\/b", false),
                        new Term("c:|\"d/e", true))),
                List.of(new Term("x y", true))));
    assertThat(Topic.parse("/GPT/").label()).isEqualTo("/GPT/");
    assertThat(Topic.parse("A/B testing").all()).isEqualTo(List.of(phrases("A/B testing")));
  }

  @Test
  void keepsEachSpellingOnce() {
    assertThat(Topic.parse("few-shot|Few shot||few\u00a0-\u00a0shot").phrases())
        .containsExactly("few-shot");
    assertThat(Topic.parse("few shot|few-shot").phrases()).containsExactly("few shot", "few-shot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "'  \t' ¦ The topic is empty.",
        "' | - |' ¦ only separators",
        "agents: ¦ no phrase",
        ": agent ¦ nothing before the colon",
        "'a|\"tool use' ¦ quote that is not closed",
        "AND agent ¦ nothing before AND",
        "x: NOT survey ¦ nothing before NOT",
        "agent AND ¦ nothing after AND",
        "agent AND AND tool ¦ nothing after AND",
        "agent NOT ¦ nothing after NOT",
        "agent NOT NOT b ¦ nothing after NOT",
        "agent AND - ¦ nothing after AND",
        "a|/b ¦ regular expression that is not closed",
        "a|/b\\/ ¦ regular expression that is not closed",
        "/a(b/ ¦ the regular expression is broken: Unclosed group",
        "// ¦ needs a regular expression",
        "/a/ b ¦ goes on after the regular expression /a/ with «b»",
      })
  void saysWhatIsWrongAndShowsAnExample(String topic, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Topic.parse(topic))
        .withMessageContaining(message)
        .withMessageContainingAll("The topic", topic.isBlank() ? "" : topic);
  }

  @Test
  void survivesAnyText() {
    String[] parts = {
      "a", " ", "|", ":", "\"", "/", "AND", "NOT", "OR", "-", "\\", "(", "\u0301", "\ud83e", "“",
      "中"
    };
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder topic = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        topic.append(parts[random.nextInt(parts.length)]);
      }
      try {
        Topic read = Topic.parse(topic.toString());
        assertThat(read.all()).isNotEmpty().allMatch(terms -> !terms.isEmpty());
        TopicMatcher.of(List.of(read));
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).startsWith("The topic ");
      }
    }
  }
}
