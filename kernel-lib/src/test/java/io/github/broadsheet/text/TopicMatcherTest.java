package io.github.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicMatcherTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "agent|agentic AND tool use; Agents; with tool use; true",
        "agent|agentic AND tool use; Agents; with tools; false",
        "agent|agentic AND tool use; Agentic tool-use; ; true",
        "agent NOT survey; An agent; surveys of it; false",
        "agent NOT survey; An agent; no more; true",
        "agent NOT survey|review AND plan|act; An agent; that acts; true",
        "/gpt-?[45]/; GPT4; ; true",
        "/(?-i)gpt-?[45]/; GPT4; ; false",
        "llm|/gpt-\\d/ NOT /gpt-[12]/; GPT-2 and GPT-4; ; false",
      })
  void weighsTitleAndAbstractTogether(
      String topic, String title, String summary, boolean mentioned) {
    TopicMatcher.Scan scan =
        TopicMatcher.of(List.of(Topic.parse("something else"), Topic.parse(topic))).scan();
    scan.read("something else, an agent with tool use, read before");
    scan.clear();
    scan.read(title);
    if (summary != null) {
      scan.read(summary);
    }
    assertThat(scan.mentions(1)).isEqualTo(mentioned);
    assertThat(scan.mentions(0)).isFalse();
    assertThat(!scan.isPromising() && mentioned).isFalse();
  }

  @Test
  void keepsTermsThatTopicsShare() {
    TopicMatcher matcher =
        TopicMatcher.of(List.of(Topic.parse("agent|/x+/"), Topic.parse("b: /x+/|agent AND tool")));
    TopicMatcher.Scan scan = matcher.scan();
    scan.read("xx");
    assertThat(scan.mentions(0)).isTrue();
    assertThat(scan.mentions(1)).isFalse();
    scan.read("tool");
    assertThat(scan.mentions(1)).isTrue();
    assertThat(matcher.size()).isEqualTo(2);
  }

  /** Java's own \\b is of Unicode up to 18 and of ASCII from 19 on, its \\w of ASCII. */
  @Test
  void readsExpressionsInUnicodeAndTextsAsAReaderSeesThem() {
    TopicMatcher.Scan scan =
        TopicMatcher.of(List.of(Topic.parse("/\\bna\\b|\\bna\\w+ve\\b/"))).scan();
    scan.read("na\u00efve na\u00efvet\u00e9");
    assertThat(scan.mentions(0)).isTrue();
    scan.clear();
    scan.read("na\u00efvet\u00e9 \u00e9na");
    assertThat(scan.mentions(0)).isFalse();
    for (String text : List.of("a na", "na\u00adive", "nai\u0308ve", "N\uff21")) {
      scan.clear();
      scan.read(text);
      assertThat(scan.mentions(0)).as(text).isTrue();
    }
  }

  @Test
  void givesUpOnAnExpressionThatWouldRunForEver() {
    TopicMatcher.Scan scan = TopicMatcher.of(List.of(Topic.parse("x: /(.*a){12}b|aaa a/"))).scan();
    scan.read("aaaa aaaa");
    assertThat(scan.mentions(0)).isTrue();
    scan.clear();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scan.read("a".repeat(60) + "!"))
        .withMessageStartingWith(
            "The topic «x»: the regular expression (.*a){12}b|aaa a tries too many ways in a text of 61"
                + " characters («aaa")
        .withMessageContaining("(a++)+");
    TopicMatcher.Scan deep = TopicMatcher.of(List.of(Topic.parse("/(a|b)*c/"))).scan();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deep.read("ab".repeat(200_000)))
        .withMessageContaining("too deep for a text of 400,000 characters");
  }
}
