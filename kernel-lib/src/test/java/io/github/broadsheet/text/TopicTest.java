package io.github.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicTest {
  @Test
  void readsAPhrase() {
    assertThat(Topic.parse(" tool \n use ")).isEqualTo(new Topic("tool use", List.of("tool use")));
  }

  @Test
  void readsAlternatives() {
    assertThat(Topic.parse("agent | agentic"))
        .isEqualTo(new Topic("agent|agentic", List.of("agent", "agentic")));
  }

  @Test
  void readsALabelAndQuotedPhrases() {
    assertThat(Topic.parse("name: a|b|\"c d\""))
        .isEqualTo(new Topic("name", List.of("a", "b", "c d")));
    assertThat(Topic.parse("odd: “a|b”|\"x: y\"|c:d"))
        .isEqualTo(new Topic("odd", List.of("a|b", "x: y", "c:d")));
    assertThat(Topic.parse("\"x: y\"")).isEqualTo(new Topic("x: y", List.of("x: y")));
  }

  @Test
  void keepsEachSpellingOnce() {
    assertThat(Topic.parse("few-shot|Few shot||few\u00a0-\u00a0shot").phrases())
        .containsExactly("few-shot");
  }

  @Test
  void saysWhatIsWrongAndShowsAnExample() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Topic.parse(" \n"))
        .withMessageStartingWith("The topic is empty.")
        .withMessageContaining("agent|agentic");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Topic.parse(" | - |"))
        .withMessageContaining("only separators");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Topic.parse("agents:"))
        .withMessageContaining("no phrase");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Topic.parse(": agent"))
        .withMessageContaining("nothing before the colon");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Topic.parse("a|\"tool use"))
        .withMessageContaining("quote that is not closed")
        .withMessageContaining("a|\"tool use");
  }
}
