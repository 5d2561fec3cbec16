package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ComparisonTest {
  private static Table set(String name, int from, String often, String seldom, long seed) {
    Random random = new Random(seed);
    List<String> filler = List.of("plinth", "quorl", "drimble", "fanoop", "grestal", "mivver");
    StringColumn id = StringColumn.create("id");
    StringColumn title = StringColumn.create("title");
    StringColumn text = StringColumn.create("abstract");
    for (int i = 0; i < 300; i++) {
      String topic = random.nextInt(100) < 40 ? often : random.nextInt(100) < 5 ? seldom : "";
      id.append(name + (from + i));
      title.append(topic + ": " + filler.get(random.nextInt(6)));
      StringBuilder words = new StringBuilder(topic + ". We propose a method. ");
      for (int w = 0; w < 8; w++) {
        words.append(filler.get(random.nextInt(6))).append(w % 3 == 2 ? ". " : " ");
      }
      text.append(words + topic + ".");
    }
    return Table.create(name, id, title, text);
  }

  private final Table one = set("ours", 0, "Zorvex Kernel", "toskin flow", 1);
  private final Table other = set("theirs", 0, "Toskin Flow", "zorvex kernels", 2);

  @Test
  void namesWhatEachSetSaysMore() {
    Table table = Trend.compare(one, other).table();
    List<String> phrases = new ArrayList<>();
    for (Row row : table) {
      phrases.add(row.getString("phrase").toLowerCase());
    }
    assertThat(phrases).hasSize(2);
    assertThat(phrases.get(0)).startsWith("zorvex kernel");
    assertThat(phrases.get(1)).startsWith("toskin flow");
    Row first = table.row(0);
    assertThat(first.getDouble("z")).isPositive();
    assertThat(first.getDouble("first")).isEqualTo(first.getInt("papers_first") / 300.0);
    assertThat(table.row(1).getDouble("z")).isNegative();
    assertThat(table.name()).isEqualTo("ours against theirs");
  }

  @Test
  void isTheSameTheOtherWayRound() {
    Table there = Trend.compare(one, other).table();
    Table back = Trend.compare(other, one).table();
    for (int row = 0; row < 2; row++) {
      assertThat(back.row(row).getDouble("z")).isEqualTo(-there.row(1 - row).getDouble("z"));
      assertThat(back.row(row).getInt("papers_first"))
          .isEqualTo(there.row(1 - row).getInt("papers_second"));
    }
  }

  @Test
  void leavesOutPapersOfBothSets() {
    Table both = one.copy().append(other.first(50));
    Comparison compared = Trend.compare(both, other);
    assertThat(compared.notes())
        .contains("50 papers are in both sets and are left out.")
        .noneMatch(note -> note.contains("repeat"));
    assertThat(compared.notes().get(0)).contains("300 papers").contains("250 papers");
  }

  @Test
  void countsOneInTheSingular() {
    assertThat(Trend.compare(one.first(1).setName("a"), other.last(1).setName("b")).notes())
        .contains("a: 1 paper, b: 1 paper");
  }

  @Test
  void drawsBothSharesAndSaysWhatIsMissing() {
    Comparison compared = Trend.compare(one, other);
    assertThat(compared.plot().mimeBundle()).containsKey("image/png");
    assertThat(compared.plot().json().at("/data/1/name").asText()).isEqualTo("ours");
    assertThat(Trend.compare(one, other.emptyCopy()).notes())
        .contains("One of the sets has no papers: there is nothing to compare.");
    assertThat(Trend.compare(one, one.copy()).table().rowCount()).isZero();
    assertThatThrownBy(() -> Trend.compare(one, other.selectColumns("id")))
        .hasMessageContaining("looks in \"title\" and \"abstract\"");
  }
}
