package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.broadsheet.text.KeyWords;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class KeyPhrasesTest {
  private static final String TEXT =
      "Attention sinks in language models. The first token of a sequence takes much of the attention,"
          + " which is called an attention sink. We show that Attention sinks help streaming."
          + " Without attention sinks, streaming fails after a few thousand tokens.";

  @Test
  void findsWhatATextIsAbout() {
    KeyPhrases keys = KeyPhrases.of(TEXT);
    assertThat(keys.list().subList(0, 3)).anyMatch(key -> key.equalsIgnoreCase("attention sinks"));
    assertThat(keys.list()).noneMatch(phrase -> phrase.toLowerCase().contains("show"));
    assertThat(keys.table().intColumn("count").max()).isEqualTo(3);
    assertThat(keys.toString()).contains("Key phrases");
  }

  @Test
  void namesWholePhrasesAndNoPiecesOfThem() {
    List<String> keys =
        KeyPhrases.of(
                "Quorled plinth models fail. The security in quorled plinth networks matters to"
                    + " zorvex, and zorvex alone.")
            .list();
    assertThat(keys)
        .contains("Quorled plinth models", "zorvex")
        .doesNotContain("Quorled plinth", "security in quorled");
  }

  @Test
  void writesPhrasesAsTheTextDoes() {
    List<String> keys =
        KeyPhrases.of(
                "Zorvex-2: Rethinking Plinth Quorls. We meet the plinth  quorl of 1,200-drimble"
                    + " Zorvex-2, undermining grestal. The plinth quorl hallucinates the fanoop.")
            .list();
    assertThat(keys)
        .contains("Zorvex-2", "Plinth Quorls")
        .noneMatch(key -> key.matches("(?i).*(rethinking|undermining|the ).*|200.*"))
        .doesNotContain("fanoop", "Plinth", "quorl");
  }

  /** Worked by hand after the equations of the paper: one word, in both of two sentences. */
  @Test
  void scoresAsTheEquationsSay() {
    KeyWords.Key key = KeyWords.of("zorvex. Then zorvex.", 5).get(0);
    assertThat(key.phrase()).isEqualTo("zorvex");
    double position = Math.log(Math.log(3.5));
    // In the second sentence it stands beside "then": one neighbour of one, at the full count.
    double related = 1 + 1 * 2 / 2.0;
    double word = related * position / (0 + 2 / 2.0 / related + 1 / related);
    assertThat(key.score()).isCloseTo(word / (2 * (1 + word)), Offset.offset(1e-9));
  }

  @Test
  void findsWhatASetOfPapersIsAbout() {
    StringColumn title = StringColumn.create("title");
    StringColumn text = StringColumn.create("abstract");
    for (int i = 0; i < 40; i++) {
      title.append(i % 2 == 0 ? "Zorvex Plinths" : "Quorl");
      text.append(
          i % 2 == 0
              ? "The zorvex plinth. A zorvex plinth."
              : "We propose quorl, a plinth. Quorl.");
    }
    KeyPhrases keys = KeyPhrases.of(Table.create("p", title, text));
    assertThat(keys.list().get(0)).isEqualToIgnoringCase("zorvex plinth");
    assertThat(keys.table().intColumn("papers").get(0)).isEqualTo(20);
    assertThat(keys.table().doubleColumn("share").get(0)).isEqualTo(0.5);
    assertThat(KeyPhrases.of(Papers.sample(), 5).list()).hasSize(5);
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(KeyPhrases.of("").table().rowCount()).isZero();
    assertThat(KeyPhrases.of("We show that it is.").list()).isEmpty();
    assertThat(KeyPhrases.of(Papers.sample().first(1)).notes())
        .anyMatch(note -> note.startsWith("No phrase is in 3 papers"));
    assertThatThrownBy(() -> KeyPhrases.of(Papers.sample(), 0)).hasMessageContaining("at least 1");
  }
}
