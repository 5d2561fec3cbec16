package io.github.broadsheet;

import io.github.broadsheet.Contrast.Found;
import io.github.broadsheet.PhraseChoice.Chosen;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.display.MimeBundle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * What distinguishes two sets of papers, as {@link Trend#compare} finds it. As the value of a cell
 * it shows its table.
 */
public final class Comparison implements MimeBundle {
  private static final int MOST = 15;
  private static final List<String> USED =
      List.of("id", "title", "abstract", "upvotes", "source", "fetched_at");

  private final PaperPhrases phrases;
  private final List<String> names;
  private final BitSet first = new BitSet();
  private final BitSet second = new BitSet();
  private final int tested;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** A phrase; the z-score is above 0 where the first set says it more. */
  private record Row(Chosen chosen, int first, int second, double z) {}

  private Comparison(Table one, Table other) {
    names = names(one, other);
    Set<String> shared = ids(one);
    shared.retainAll(ids(other));
    Table here = used(one, other, shared);
    Table both = here.copy().append(used(other, one, shared));
    phrases = PaperPhrases.of(both, "Trend.compare(…)");
    for (int row = 0; row < both.rowCount(); row++) {
      if (phrases.counted().get(row)) {
        (row < here.rowCount() ? first : second).set(row);
      }
    }
    notes.add(
        "%s: %s, %s: %s"
            .formatted(
                names.get(0),
                Plural.of("# {paper|papers}", first.cardinality()),
                names.get(1),
                Plural.of("# {paper|papers}", second.cardinality())));
    BitSet all = (BitSet) first.clone();
    all.or(second);
    String origin = phrases.origin(all);
    if (!origin.isEmpty()) {
      notes.add(origin);
    }
    Plural.note(
        notes, shared.size(), "# {paper is|papers are} in both sets and {is|are} left out.");
    Contrast more = Contrast.of(phrases.index(), second, first, null);
    Contrast less = Contrast.of(phrases.index(), first, second, null);
    tested = more.tested();
    if (first.isEmpty() || second.isEmpty()) {
      notes.add("One of the sets has no papers: there is nothing to compare.");
    } else {
      notes.add(
          Plural.of("# {phrase|phrases} tested, ", tested)
              + Plural.of(
                  "# {is|are} more frequent in one set at a false-discovery rate of 5 %",
                  more.found().size() + less.found().size()));
    }
    notes.addAll(phrases.notes());
    for (Chosen chosen : PhraseChoice.of(phrases.index(), second, first, more.found(), MOST)) {
      Found found = chosen.found();
      rows.add(new Row(chosen, found.more(), found.less(), found.z()));
    }
    List<Row> others = new ArrayList<>();
    for (Chosen chosen : PhraseChoice.of(phrases.index(), first, second, less.found(), MOST)) {
      Found found = chosen.found();
      others.add(new Row(chosen, found.less(), found.more(), -found.z()));
    }
    Collections.reverse(others);
    rows.addAll(others);
  }

  static Comparison of(Table one, Table other) {
    return new Comparison(one, other);
  }

  private static List<String> names(Table one, Table other) {
    String first = one.name() == null ? "" : one.name().strip();
    String second = other.name() == null ? "" : other.name().strip();
    boolean told = !first.isEmpty() && !second.isEmpty() && !first.equals(second);
    return told ? List.of(first, second) : List.of("first", "second");
  }

  private static Set<String> ids(Table table) {
    return table.containsColumn("id")
        ? new HashSet<>(table.column("id").asStringColumn().removeMissing().asList())
        : new HashSet<>();
  }

  /** The columns that count, of those both tables have in the same type, without some papers. */
  private static Table used(Table table, Table other, Set<String> without) {
    Table used = Table.create(table.name());
    for (String name : USED) {
      if (table.containsColumn(name) && other.containsColumn(name)) {
        ColumnType type = table.column(name).type();
        if (type == other.column(name).type()) {
          used.addColumns(table.column(name).copy());
        }
      }
    }
    if (without.isEmpty()) {
      return used;
    }
    StringColumn id = table.column("id").asStringColumn();
    return used.where(
        Selection.with(
            IntStream.range(0, table.rowCount())
                .filter(row -> !without.contains(id.get(row)))
                .toArray()));
  }

  /**
   * The phrases that distinguish the sets, from those of the first to those of the second.
   *
   * <p>Columns: {@code phrase} (String), {@code first}, {@code second} (Double, shares of the
   * papers of each set, 0 to 1), {@code papers_first}, {@code papers_second} (Integer), {@code z}
   * (Double, log-odds in standard deviations, above 0 where the first set says it more), {@code q}
   * (Double, the false-discovery rate of the list down to here), {@code titles} (String, of two
   * papers that say it), {@code also} (String, phrases that say the same).
   */
  public Table table() {
    return Columns.of(rows)
        .text("phrase", this::written)
        .share("first", row -> (double) row.first / first.cardinality())
        .share("second", row -> (double) row.second / second.cardinality())
        .count("papers_first", Row::first)
        .count("papers_second", Row::second)
        .number("z", "0.0", Row::z)
        .rate("q", row -> row.chosen.found().q())
        .text("titles", this::titles)
        .text("also", this::also)
        .table(names.get(0) + " against " + names.get(1));
  }

  private @Nullable String titles(Row row) {
    List<Integer> best =
        phrases.examples(written(row), row.chosen.papers(), row.z > 0 ? first : second, 2);
    return phrases.joined("title", best, " · ");
  }

  private @Nullable String also(Row row) {
    List<String> same =
        row.chosen.also().stream()
            .limit(3)
            .map(said -> phrases.written(said.phrase(), said.papers()))
            .toList();
    return PaperPhrases.joined(same, "; ");
  }

  private String written(Row row) {
    return phrases.written(row.chosen.found().phrase(), row.chosen.papers());
  }

  /** The share of each phrase in the first set and in the second. */
  public Chart plot() {
    return ShiftChart.of(
        "What distinguishes " + names.get(0) + " and " + names.get(1),
        new ShiftChart.Sides(names.get(0), names.get(1), false),
        notes,
        rows.stream()
            .map(
                row ->
                    new ShiftChart.Row(
                        written(row),
                        (double) row.first / first.cardinality(),
                        (double) row.second / second.cardinality(),
                        row.first,
                        row.second,
                        row.chosen.found().q()))
            .toList());
  }

  /** What a reader should know: the sets, how many phrases were tested, papers left out. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public Map<String, Object> mimeBundle() {
    return NotedTable.of(table(), notes);
  }

  @Override
  public String toString() {
    return NotedTable.text(table(), notes);
  }
}
