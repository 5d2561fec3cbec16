package io.github.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {
  /** Only texts, no titles: nothing then says which phrase is topical, and all are kept. */
  private static PhraseIndex index(int least, String... texts) {
    return PhraseIndex.of(texts.length, paper -> null, paper -> texts[paper], least);
  }

  private static Map<String, Integer> counts(PhraseIndex index) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int phrase = 0; phrase < index.phrases(); phrase++) {
      counts.put(index.plain(phrase), index.count(phrase));
    }
    return counts;
  }

  @Test
  void joinsPluralsHyphensCaseAndBritishSpellings() {
    PhraseIndex index =
        index(
            3,
            "zorvex plinths",
            "Zorvex-Plinth",
            "the ZORVEX\n plinth's",
            "quorlisation",
            "quorlization",
            "quorlizations");
    assertThat(counts(index))
        .containsExactlyInAnyOrderEntriesOf(Map.of("zorvex plinth", 3, "quorlization", 3));
  }

  @Test
  void joinsWhatSomeWriteAsOneWordAndSomeAsTwo() {
    PhraseIndex index =
        index(3, "zorvex-plinth", "zorvexplinth", "zorvexplinth", "a zorvex plinth there");
    assertThat(counts(index)).containsEntry("zorvexplinth", 4);
  }

  @Test
  void goesOverNoStopNoPlainWordNoFormulaAndNoAddress() {
    PhraseIndex index =
        index(
            2,
            "zorvex. plinth, quorl (drimble) fanoop $x$ grestal \\emph mivver",
            "zorvex. plinth, quorl (drimble) fanoop $x$ grestal \\emph mivver",
            "we propose zorvex, http://plinth.com/quorl and quorl.org/drimble, me@fanoop.net",
            "zorvex proposes quorl");
    assertThat(counts(index))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "zorvex", 4, "plinth", 2, "quorl", 3, "drimble", 2, "fanoop", 2, "grestal", 2,
                "mivver", 2));
  }

  @Test
  void keepsALittleWordWithinAPhraseAndANumberTiedToOne() {
    PhraseIndex index =
        index(2, "mixture of plinths, zorvex-4", "a mixture of plinths of zorvex-4 4", "plinth");
    assertThat(counts(index)).containsKeys("mixture of plinth", "zorvex 4").doesNotContainKey("4");
  }

  @Test
  void countsNoLittleWordAmongTheFourOfALongPhrase() {
    PhraseIndex index =
        index(
            2,
            "zorvex plinth from drimble quorl",
            "a zorvex plinth from drimble quorl.",
            "mivver plinth quorl drimble fanoop",
            "mivver plinth quorl drimble fanoop");
    assertThat(counts(index).keySet())
        .filteredOn(phrase -> phrase.contains(" "))
        .containsExactlyInAnyOrder(
            "zorvex plinth from drimble quorl",
            "mivver plinth quorl drimble",
            "plinth quorl drimble fanoop");
  }

  @Test
  void goesOverThePluralOfAPlainWordAsOverTheWord() {
    assertThat(counts(index(2, "zorvex radiance fields", "zorvex radiance field")))
        .containsOnlyKeys("zorvex radiance field");
  }

  @Test
  void givesAPieceThatOnlyOccursWithinALongerPhraseToThatOne() {
    PhraseIndex index = index(2, "zorvex plinth quorl", "zorvex plinth quorl", "zorvex", "zorvex");
    assertThat(counts(index))
        .containsExactlyInAnyOrderEntriesOf(Map.of("zorvex plinth quorl", 2, "zorvex", 4));
  }

  @Test
  void writesAPhraseAsItsTextsMostlyDo() {
    PhraseIndex index = index(3, "Zorvex-Plinths", "the Zorvex-Plinths", "zorvex plinth");
    assertThat(index.written(0, List.of("Zorvex-Plinths", "of Zorvex-Plinths", "zorvex plinth")))
        .isEqualTo("Zorvex-Plinths");
    assertThat(index.written(0, List.of("nothing of the kind"))).isEqualTo("zorvex plinth");
  }

  @Test
  void dropsWordsOfStyleThatNoTitleSays() {
    List<String> titles = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      titles.add(i % 2 == 0 ? "zorvex plinth" : "grestal mivver");
      texts.add(titles.get(i) + " is " + titles.get(i) + ". verily quorl");
    }
    PhraseIndex index = PhraseIndex.of(60, titles::get, texts::get, 3);
    assertThat(counts(index)).containsOnlyKeys("zorvex plinth", "grestal mivver");
  }

  @Test
  void countsRandomTextsAsASlowCountDoes() {
    Random random = new Random(3);
    List<String> words = List.of("zorvex", "plinth", "quorl", "drimble", "fanoop", "grestal");
    String[] texts = new String[300];
    Map<String, Set<Integer>> slow = new HashMap<>();
    for (int paper = 0; paper < texts.length; paper++) {
      StringBuilder text = new StringBuilder();
      for (int sentence = 0; sentence < 4; sentence++) {
        List<String> said = new ArrayList<>();
        for (int w = 0; w < 5; w++) {
          said.add(words.get((int) (6 * random.nextDouble() * random.nextDouble())));
        }
        text.append(String.join(" ", said)).append(". ");
        for (int from = 0; from < 5; from++) {
          for (int to = from + 1; to <= Math.min(5, from + 4); to++) {
            slow.computeIfAbsent(
                    String.join(" ", said.subList(from, to)), key -> new LinkedHashSet<>())
                .add(paper);
          }
        }
      }
      texts[paper] = text.toString();
    }
    PhraseIndex index = index(5, texts);
    assertThat(index.phrases()).isGreaterThan(100);
    List<Integer> all = new ArrayList<>();
    for (int phrase = 0; phrase < index.phrases(); phrase++) {
      all.add(phrase);
    }
    List<BitSet> found = index.papersWith(all);
    for (int phrase : all) {
      Set<Integer> papers = slow.getOrDefault(index.plain(phrase), Set.of());
      assertThat(index.count(phrase)).describedAs(index.plain(phrase)).isEqualTo(papers.size());
      assertThat(found.get(phrase).stream().boxed()).containsExactlyInAnyOrderElementsOf(papers);
    }
    long missed =
        slow.entrySet().stream()
            .filter(one -> one.getValue().size() >= 5 && !counts(index).containsKey(one.getKey()))
            .filter(
                one ->
                    slow.entrySet().stream()
                        .noneMatch(
                            other ->
                                !other.getKey().equals(one.getKey())
                                    && (" " + other.getKey() + " ")
                                        .contains(" " + one.getKey() + " ")
                                    && other.getValue().size() >= 0.85 * one.getValue().size()))
            .count();
    assertThat(missed).isZero();
  }

  @Test
  void keepsNoPieceOfAWordOfHyphens() {
    PhraseIndex index =
        index(
            2,
            "closed-loop quorl, zorvex-time plinth",
            "closed-loop quorl, zorvex-time plinth",
            "open-loop quorl, fanoop-time plinth",
            "open-loop quorl, fanoop-time plinth",
            "multi-drimble",
            "multi-drimble",
            "a drimble",
            "a drimble");
    assertThat(counts(index).keySet())
        .contains("zorvex time plinth", "closed loop quorl", "drimble")
        .doesNotContain("time plinth", "loop quorl", "loop");
  }

  @Test
  void readsTextsAsAReaderSeesThem() {
    PhraseIndex index = index(3, "zor\u00advex", "\u200bzorvex", "\uff3aorvex");
    assertThat(counts(index)).containsExactly(Map.entry("zorvex", 3));
  }

  @Test
  void knowsPartsAndAbbreviations() {
    PhraseIndex index =
        index(
            2,
            "chain of plinth, cop, quorl chain, quch, quorlic chains, quain",
            "chain of plinth, cop, quorl chain, quch, quorlic chains, quain",
            "chain, plinth",
            "chain, plinth");
    Map<String, Integer> place = new HashMap<>();
    for (int phrase = 0; phrase < index.phrases(); phrase++) {
      place.put(index.plain(phrase), phrase);
    }
    int whole = place.getOrDefault("chain of plinth", -1);
    int part = place.getOrDefault("plinth", -1);
    int letters = place.getOrDefault("cop", -1);
    int other = place.getOrDefault("quorl chain", -1);
    assertThat(index.within(part, whole)).isTrue();
    assertThat(index.within(whole, part)).isFalse();
    assertThat(index.within(whole, whole)).isFalse();
    assertThat(index.abbreviates(letters, whole)).isTrue();
    assertThat(index.abbreviates(letters, other)).isFalse();
    assertThat(index.abbreviates(place.getOrDefault("quch", -1), other)).isTrue();
    assertThat(index.abbreviates(place.getOrDefault("quain", -1), other)).isFalse();
    assertThat(index.akin(other, place.getOrDefault("quorlic chain", -1))).isTrue();
    assertThat(index.akin(letters, other)).isFalse();
  }

  @Test
  void takesNoTexts() {
    PhraseIndex none = index(3);
    assertThat(none.papers()).isZero();
    assertThat(none.phrases()).isZero();
  }
}
