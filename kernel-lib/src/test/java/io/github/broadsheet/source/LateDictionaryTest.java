package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class LateDictionaryTest {
  private static final List<String> TEXTS = List.of("b", "", "a", "b", "c", "ä", "");

  private static StringColumn late() {
    return LateDictionary.column("text", TEXTS);
  }

  private static StringColumn usual() {
    return StringColumn.create("text", TEXTS);
  }

  static Stream<Function<StringColumn, Object>> questions() {
    return Stream.of(
        StringColumn::asList,
        StringColumn::size,
        column -> column.get(4),
        column -> column.isMissing(1) + " " + column.isMissing(2),
        StringColumn::countMissing,
        StringColumn::countUnique,
        column -> List.of(column.asObjectArray()),
        column -> column.unique().asSet(),
        column -> column.isEqualTo("b").toArray(),
        column -> column.isIn("a", "c").toArray(),
        column -> column.isNotIn("a", "c").toArray(),
        column -> column.isMissing().toArray(),
        column -> column.startsWith("b").toArray(),
        column -> column.firstIndexOf("c"),
        column -> column.countOccurrences("b"),
        column -> column.equals(0, 3) + " " + column.equals(0, 2),
        column -> column.where(column.isNotMissing()).asList(),
        column -> column.removeMissing().asList(),
        column -> column.lag(2).asList(),
        column -> column.upperCase().asList(),
        column -> column.copy().append("more").asList(),
        column -> column.getDummies().size(),
        column -> counts(Table.create(column).countBy("text")),
        column -> Table.create(column).sortOn("-text").stringColumn(0).asList(),
        column -> Table.create(column).dropDuplicateRows().rowCount());
  }

  private static Map<String, Integer> counts(Table counted) {
    Map<String, Integer> counts = new TreeMap<>();
    counted.forEach(row -> counts.put(row.getString(0), row.getInt(1)));
    return counts;
  }

  @ParameterizedTest
  @MethodSource("questions")
  void answersAsAnyOtherColumn(Function<StringColumn, Object> question) {
    assertThat(question.apply(late())).isEqualTo(question.apply(usual()));
    StringColumn asked = late();
    asked.countUnique();
    assertThat(question.apply(asked)).isEqualTo(question.apply(usual()));
  }

  @Test
  void changesAsAnyOtherColumn() {
    List<Consumer<StringColumn>> changes =
        List.of(
            column -> column.append("z"),
            StringColumn::appendMissing,
            column -> column.set(0, "new"),
            column -> column.setMissing(2),
            StringColumn::sortAscending,
            StringColumn::sortDescending,
            StringColumn::clear,
            column -> IntStream.range(0, 300).forEach(i -> column.append("number " + i)));
    for (Consumer<StringColumn> change : changes) {
      StringColumn late = late();
      StringColumn usual = usual();
      change.accept(late);
      change.accept(usual);
      assertThat(late.asList()).isEqualTo(usual.asList());
      assertThat(late.countUnique()).isEqualTo(usual.countUnique());
    }
  }

  @Test
  void countsMoreTextsThanTablesawItselfCan() {
    List<String> texts = IntStream.range(0, 70_000).mapToObj(i -> "text " + i).toList();
    StringColumn column = LateDictionary.column("text", texts);
    assertThat(Table.create(column).countBy("text").rowCount()).isEqualTo(70_000);
    assertThat(column.countByCategory().rowCount()).isEqualTo(70_000);
  }
}
