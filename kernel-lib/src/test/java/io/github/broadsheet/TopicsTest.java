package io.github.broadsheet;

import static io.github.broadsheet.Bucket.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TopicsTest {
  private static final List<List<String>> FIELDS =
      List.of(
          List.of("zorvex", "plinth kernels", "quorl flow", "drimble"),
          List.of("fanoop", "grestal graphs", "mivver", "toskin fields"),
          List.of("wembley", "ostrich trees", "yarrow", "ibex loops"));

  /** 240 papers of three fields; the third has a third as many. */
  private static Table papers() {
    Random random = new Random(9);
    StringColumn id = StringColumn.create("id");
    StringColumn title = StringColumn.create("title");
    StringColumn text = StringColumn.create("abstract");
    DateColumn listed = DateColumn.create("listed");
    IntColumn upvotes = IntColumn.create("upvotes");
    for (int i = 0; i < 240; i++) {
      List<String> field = FIELDS.get(Math.min(2, i % 7 / 3));
      StringBuilder words = new StringBuilder();
      for (int w = 0; w < 8; w++) {
        List<String> from = random.nextInt(12) == 0 ? FIELDS.get(random.nextInt(3)) : field;
        words.append(from.get(random.nextInt(4))).append(". ");
      }
      id.append("p" + i);
      title.append("On <b>" + field.get(random.nextInt(4)) + "</b>");
      text.append(words.toString());
      listed.append(LocalDate.of(2024 + i / 120, 1 + i % 12, 15));
      upvotes.append(i);
    }
    return Table.create("papers", id, title, text, listed, upvotes);
  }

  private final Table papers = papers();
  private final Topics topics = Topics.of(papers, 3);

  @Test
  void findsTheFieldsAndNamesThemByTheirWords() {
    Table table = topics.table();
    assertThat(table.rowCount()).isEqualTo(3);
    Set<Integer> fields = new HashSet<>();
    for (Row row : table) {
      for (int f = 0; f < 3; f++) {
        boolean all =
            List.of(row.getString("topic").toLowerCase().split(", ")).stream()
                .allMatch(FIELDS.get(f)::contains);
        if (all) {
          fields.add(f);
        }
      }
    }
    assertThat(fields).hasSize(3);
    assertThat(table.intColumn("papers").sum()).isEqualTo(240);
    assertThat(table.intColumn("papers").get(2)).isLessThan(60);
    assertThat(topics.notes()).anyMatch(note -> note.contains("the groups are stable"));
  }

  @Test
  void namesAGroupByThePhraseInWhichItMostlySaysAWord() {
    StringColumn title = StringColumn.create("title");
    StringColumn text = StringColumn.create("abstract");
    for (int i = 0; i < 40; i++) {
      title.append(i % 2 == 0 ? "Plinth of quorl" : "Fanoop grestal");
      text.append(
          i % 2 == 0
              ? "A plinth of quorl" + (i % 8 == 0 ? ". Plinth. Quorl" : "")
              : "Fanoop grestal" + (i % 5 == 0 ? ". Fanoop. Grestal" : ""));
    }
    Topics two = Topics.of(Table.create("two", title, text), 2);
    assertThat(two.names())
        .map(String::toLowerCase)
        .containsExactlyInAnyOrder("plinth of quorl", "fanoop grestal");
  }

  @Test
  void givesTheSameGroupsEveryTime() {
    assertThat(Topics.of(papers.copy(), 3).table().print()).isEqualTo(topics.table().print());
  }

  @Test
  void givesThePapersOfATopicTheMostTypicalFirst() {
    String name = topics.names().get(2);
    Table rows = topics.papers(name.toUpperCase());
    assertThat(rows.columnNames()).isEqualTo(papers.columnNames());
    assertThat(rows.rowCount()).isEqualTo((int) topics.table().intColumn("papers").get(2));
    assertThat(topics.papers(name.split(",")[0]).rowCount()).isEqualTo(rows.rowCount());
    assertThat(rows.getString(0, "title")).isEqualTo(topics.table().getString(2, "typical"));
    assertThatThrownBy(() -> topics.papers("nothing such"))
        .hasMessageContaining("«nothing such» is in the names of none of the topics")
        .hasMessageContaining(name);
  }

  @Test
  void followsTheSharesOfTheGroupsOverTime() {
    Table trend = topics.trend().by(YEAR).table();
    Table first = trend.where(trend.dateColumn("bucket").isEqualTo(LocalDate.of(2024, 1, 1)));
    assertThat(first.intColumn("count").sum()).isEqualTo(120);
    assertThat(first.intColumn("total").get(0)).isEqualTo(120);
    assertThat(first.stringColumn("topic").asList()).containsExactlyElementsOf(topics.names());
  }

  @Test
  void saysThatATopicIsAGroupAndNoMention() {
    Trend trend = topics.trend().by(YEAR);
    assertThat(trend.toString()).startsWith("Share of papers in a topic, by year");
    assertThat(trend.plot().json().at("/layout/title/text").asText())
        .startsWith("Share of papers in a topic, by year<br>");
  }

  @Test
  void asksOnAboutTheSharesOfTheGroups() {
    assertThat(topics.trend().by(YEAR).weighted("upvotes").toString())
        .startsWith("Share of upvotes of papers in a topic");
    Table with = papers.copy();
    with.addColumns(StringColumn.create("organization", Collections.nCopies(240, "One Lab")));
    assertThat(Topics.of(with, 3).trend().by(YEAR).each("organization").toString())
        .startsWith("organization: One Lab\nShare of papers in a topic, by year\n240 papers");
  }

  @Test
  void saysSoWhereTheGroupsAreLuck() {
    Random random = new Random(3);
    StringColumn title = StringColumn.create("title");
    for (int i = 0; i < 200; i++) {
      StringBuilder words = new StringBuilder();
      for (int w = 0; w < 4; w++) {
        words.append("zor").append((char) ('a' + random.nextInt(26))).append("ex. ");
      }
      title.append(words.toString());
    }
    assertThat(Topics.of(Table.create("noise", title), 5).notes())
        .anyMatch(note -> note.endsWith("(adjusted Rand index): the groups are partly luck."));
  }

  @Test
  void drawsEveryPaperWithItsCard() {
    JsonNode figure = topics.plot().json();
    int points = 0;
    for (JsonNode trace : figure.path("data")) {
      points += trace.path("x").size();
      assertThat(trace.at("/hovertext/0").asText())
          .startsWith("<b>On &lt;b&gt;")
          .contains("upvotes");
    }
    assertThat(points).isEqualTo(240);
    assertThat(topics.plot().json()).isEqualTo(figure);
    assertThat(topics.plot().mimeBundle()).containsKey("image/png");
  }

  @Test
  void foldsALongTitleInItsCard() {
    String title = "Zorvex plinths and quorls, ".repeat(4).strip();
    StringColumn titles = StringColumn.create("title", Collections.nCopies(6, title));
    assertThat(Topics.of(Table.create("six", titles), 2).plot().json().toString())
        .contains("Zorvex plinths and quorls, Zorvex plinths and quorls, Zorvex<br>plinths");
  }

  @Test
  void choosesHowManyAndSaysWhy() {
    Topics chosen = Topics.of(papers);
    assertThat(chosen.notes().get(0)).contains("the number on which different starts agree best");
    assertThat(chosen.toString()).contains("agree to");
  }

  @Test
  void findsHowManyFieldsThereAre() {
    Random random = new Random(5);
    StringColumn title = StringColumn.create("title");
    StringColumn text = StringColumn.create("abstract");
    for (int i = 0; i < 800; i++) {
      StringBuilder words = new StringBuilder();
      for (int w = 0; w < 10; w++) {
        int field = random.nextInt(3) == 0 ? random.nextInt(8) : i % 8;
        words.append(word(field, random.nextInt(20))).append(". ");
      }
      title.append(word(i % 8, random.nextInt(20)));
      text.append(words.toString());
    }
    assertThat(Topics.of(Table.create("p", title, text)).names()).hasSize(8);
  }

  /** Words of which no two have a stem in common. */
  private static String word(int field, int place) {
    Random letters = new Random(1000L * field + place);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append("bdfgkmprtvz".charAt(letters.nextInt(11)))
          .append("aeiou".charAt(letters.nextInt(5)));
    }
    return word.append("x").toString();
  }

  @Test
  void saysNoStemTwiceInAName() {
    StringColumn title = StringColumn.create("title");
    StringColumn text = StringColumn.create("abstract");
    for (int i = 0; i < 60; i++) {
      title.append(i % 2 == 0 ? "Robots and robotic arms, wembley" : "Fanoop, grestal, mivver");
      text.append(i % 2 == 0 ? "A robot. Robotic grasps. A wembley." : "Fanoop. Grestal. Mivver.");
    }
    for (String name : Topics.of(Table.create("p", title, text), 2).names()) {
      assertThat(name.toLowerCase(Locale.ROOT).split("robot", -1)).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void saysWhatCannotBeGrouped() {
    assertThatThrownBy(() -> Topics.of(papers, 1)).hasMessageContaining("at least 2 groups, got 1");
    for (Table few : List.of(papers.emptyCopy(), papers.first(1))) {
      Topics none = Topics.of(few, 3);
      assertThat(none.table().rowCount()).isZero();
      assertThat(none.notes()).anyMatch(note -> note.startsWith("There are too few papers"));
      assertThat(none.plot().mimeBundle()).containsKey("image/png");
      assertThatThrownBy(none::trend).hasMessageContaining("no topics to follow");
    }
    assertThat(Topics.of(papers.selectColumns("title"), 3).trend().table().rowCount()).isZero();
  }
}
