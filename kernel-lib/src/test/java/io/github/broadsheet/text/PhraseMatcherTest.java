package io.github.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.broadsheet.source.Generated;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseMatcherTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agent | An Agent, at last | true",
        "agent | multi-agents talk | true",
        "agent | the agent's view | true",
        "agent | reagent | false",
        "agent | agentic | false",
        "bias | Biases | true",
        "policy | two policies | true",
        "few-shot | Few shot learning | true",
        "few shot | few-shot | true",
        "few shot | fewshot | false",
        "few-shot | fewshot | true",
        "few-shot | Few-Shots | true",
        "few–shot | FEWSHOT! | true",
        "vision-language-action | visionlanguage action | true",
        "gpt-4 | GPT4 | true",
        "gpt - 4 | GPT4 | false",
        "state space | statespace | false",
        "vision language | vision–language | true",
        "C++ | in C++11 | true",
        "gpt-4 | GPT-4o | false",
        "na | naïve | false",
        "naïve | NAÏVE Bayes | true",
        "agent | ❤️agent🤖 | true",
        "中文 | 这是中文文本 | true",
        "agent | 多agent系统 | true",
        "智能体 | 多智能体系统 | true",
        "überraschung | ÜBERRASCHUNGEN | false",
        "κύμα | ΚΎΜΑ | true",
        "мир | мирный | false",
        "हिन्दी | हिन्दी भाषा | true",
        "हिन्द | हिन्दी भाषा | false",
        "x | 𝒜x | false",
        "LLM | ＬＬＭ を使う | true",
        "RAG | 𝐑𝐀𝐆 at last | true",
        "o1 | o1-mini | true",
        "agent | snake_agent_case | true",
      })
  void findsWholeWords(String phrase, String text, boolean found) {
    assertThat(PhraseMatcher.of(List.of(phrase)).matches(text)).isEqualTo(found);
  }

  @Test
  void takesAnyWhiteSpaceBetweenWords() {
    PhraseMatcher matcher = PhraseMatcher.of(List.of("tool use"));
    assertThat(matcher.matches("tool\n  use")).isTrue();
    assertThat(matcher.matches("Tool\u00a0use")).isTrue();
    assertThat(matcher.matches("tool, use")).isFalse();
  }

  @Test
  void takesAnAccentWrittenAsItsOwnCharacter() {
    assertThat(PhraseMatcher.of(List.of("naïve")).matches("nai\u0308ve")).isTrue();
    assertThat(PhraseMatcher.of(List.of("nai\u0308ve")).matches("naïve")).isTrue();
    assertThat(PhraseMatcher.of(List.of("nai")).matches("nai\u0308ve")).isFalse();
  }

  @Test
  void readsWhatAReaderSees() {
    PhraseMatcher agent = PhraseMatcher.of(List.of("agent"));
    assertThat(agent.matches("multi-a\u00adgent")).isTrue();
    assertThat(agent.matches("\ufeffAgents")).isTrue();
    assertThat(agent.matches("agent\u00adic")).isFalse();
    assertThat(agent.matches("a\u200cgent")).isTrue();
    assertThat(agent.matches("\u202eagent\u202c")).isTrue();
    assertThat(agent.matches("re\u200bagent")).isFalse();
    assertThat(PhraseMatcher.of(List.of("finetuning", "flow")).matches("\ufb01netuning")).isTrue();
    assertThat(PhraseMatcher.of(List.of("e\ufb03cient")).matches("Efficient")).isTrue();
    assertThat(PhraseMatcher.of(List.of("caf\u00e9")).matches("cafe\u00ad\u0301")).isTrue();
    assertThat(PhraseMatcher.of(List.of("istanbul")).matches("\u0130stanbul")).isTrue();
    assertThat(PhraseMatcher.of(List.of("$\\alpha$-divergence")).matches("an $\\alpha$ divergence"))
        .isTrue();
    assertThat(PhraseMatcher.of(List.of("why?")).matches("why\ud83d")).isFalse();
  }

  @Test
  void findsPhrasesThatOverlap() {
    PhraseMatcher matcher =
        PhraseMatcher.of(List.of("state space", "space model", "state space model", "model", "s"));
    BitSet found = new BitSet();
    matcher.find("a State-Space Models", found);
    assertThat(found.stream()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void readsTextThatEndsInHalfACharacter() {
    assertThat(PhraseMatcher.of(List.of("agent")).matches("\udc00 agent \ud83e")).isTrue();
  }

  @Test
  void refusesAnEmptyPhrase() {
    assertThatIllegalArgumentException().isThrownBy(() -> PhraseMatcher.of(List.of("a", " - ")));
  }

  /** Letters that make prefixes, plurals, boundaries and folds likely. */
  @Test
  void agreesWithASlowMatcherOnRandomTexts() {
    String[] letters = {
      "a",
      "b",
      "s",
      "e",
      "y",
      "A",
      "S",
      " ",
      " ",
      "-",
      "\n",
      ".",
      "+",
      "ï",
      "Ï",
      "i\u0308",
      "中",
      "の",
      "🤖",
      "𝒜",
      "’",
      "'",
      "1",
      "_",
      "\u00a0",
      "–",
      "e\u0301",
      "É",
      "\u00ad",
      "\ufb01",
      "fi",
      "\ufeff",
      "\u200d",
      "\u200b",
      "\u202e",
      "\uff21",
      "\uff04",
      "\ud835\udc12",
      "\u0130",
      "$\\alpha$"
    };
    assertThat(hits(letters, letters, 4)).isGreaterThan(1_500);
  }

  /** Words long enough for stretches to be passed over unread. */
  @Test
  void agreesWithASlowMatcherOnPlainWords() {
    String[] parts = {
      "agent", "Agent", "gent", "age", "tool", "us", "e", "s", "es", "polic", "y", "ies", "rag",
      "RAG", "x", " ", " ", " ", " ", "-", ". ", "(", "\n", "--", "gpt", "4", "+", "'s ", "state",
      " space ", "model ", "  "
    };
    String[] words = {
      "agent",
      "tool",
      " use",
      "policy",
      "rag",
      "gpt-4",
      "state-space",
      " model",
      "-",
      " ",
      "polic",
      "use",
      "gent"
    };
    assertThat(hits(words, parts, 3)).isGreaterThan(1_500);
  }

  @Test
  void agreesWithASlowMatcherOnGeneratedPapers() {
    List<String> phrases =
        Generated.of(1, 1).planted().stream().map(Generated.Planted::phrase).toList();
    PhraseMatcher matcher = PhraseMatcher.of(phrases);
    List<SlowMatcher> slow = phrases.stream().map(SlowMatcher::new).toList();
    Generated.of(60, 11)
        .papers()
        .map(paper -> String.valueOf(paper.abstractText()))
        .forEach(
            text -> {
              BitSet found = new BitSet();
              matcher.find(text, found);
              for (int i = 0; i < phrases.size(); i++) {
                assertThat(found.get(i)).as(phrases.get(i)).isEqualTo(slow.get(i).matches(text));
              }
            });
  }

  private static int hits(String[] ofPhrases, String[] ofTexts, int longest) {
    Random random = new Random(20240527);
    int hits = 0;
    for (int round = 0; round < 200; round++) {
      List<String> phrases = new ArrayList<>();
      int wanted = 1 + random.nextInt(12);
      while (phrases.size() < wanted) {
        String phrase = random(random, ofPhrases, 1 + random.nextInt(longest));
        if (!Letters.foldMarking(phrase).isEmpty()) {
          phrases.add(phrase);
        }
      }
      PhraseMatcher matcher = PhraseMatcher.of(phrases);
      List<SlowMatcher> slow = phrases.stream().map(SlowMatcher::new).collect(Collectors.toList());
      for (int i = 0; i < 40; i++) {
        String text = random(random, ofTexts, random.nextInt(30));
        BitSet found = new BitSet();
        matcher.find(text, found);
        BitSet expected = new BitSet();
        IntStream.range(0, phrases.size())
            .filter(p -> slow.get(p).matches(text))
            .forEach(expected::set);
        assertThat(found).as("%s in «%s»", phrases, text).isEqualTo(expected);
        assertThat(matcher.matches(text)).isEqualTo(!expected.isEmpty());
        hits += expected.cardinality();
      }
    }
    return hits;
  }

  private static String random(Random random, String[] letters, int length) {
    return random
        .ints(length, 0, letters.length)
        .mapToObj(i -> letters[i])
        .collect(Collectors.joining());
  }
}
