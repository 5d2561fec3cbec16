package io.github.broadsheet;

import io.github.broadsheet.Shifts.Shift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** The phrases that rose or fell as a table. */
final class ShiftTable {
  private static final int EXAMPLES = 3;

  private ShiftTable() {}

  /** A phrase with its shares, the row of its first paper, and the rows that show it best. */
  private record Line(
      int rank,
      Shift shift,
      double before,
      double now,
      @Nullable Integer first,
      List<Integer> examples) {}

  static Table of(PaperPhrases phrases, Periods periods, boolean falling, List<Shift> shifts) {
    BitSet telling = falling ? periods.before() : periods.now();
    List<Line> lines = new ArrayList<>();
    for (Shift shift : shifts) {
      lines.add(
          new Line(
              lines.size() + 1,
              shift,
              (double) shift.before() / periods.before().cardinality(),
              (double) shift.now() / periods.now().cardinality(),
              oldest(periods, shift.papers()),
              phrases.examples(shift.phrase(), shift.papers(), telling, EXAMPLES)));
    }
    return Columns.of(lines)
        .count("rank", Line::rank)
        .text("phrase", line -> line.shift.phrase())
        .share("before", Line::before)
        .share("now", Line::now)
        .share("change", line -> line.now - line.before)
        .count("papers_before", line -> line.shift.before())
        .count("papers_now", line -> line.shift.now())
        .rate("q", line -> line.shift.q())
        .text("first", line -> line.first == null ? null : phrases.text("id", line.first))
        .day("first_day", line -> day(periods, line.first))
        .text("examples", line -> phrases.joined("id", line.examples, "; "))
        .text("titles", line -> phrases.joined("title", line.examples, " · "))
        .text("also", line -> PaperPhrases.joined(line.shift.also(), "; "))
        .table(falling ? "Falling phrases" : "Rising phrases");
  }

  /** The columns for which a notebook has room; the rows are numbered anyway. */
  static Table shown(Table table) {
    return table
        .copy()
        .removeColumns("rank", "papers_before", "first", "examples")
        .setName(table.name());
  }

  private static @Nullable LocalDate day(Periods periods, @Nullable Integer row) {
    return row == null ? null : periods.days().get(row);
  }

  private static @Nullable Integer oldest(Periods periods, BitSet papers) {
    return papers.stream()
        .filter(row -> periods.before().get(row) || periods.now().get(row))
        .boxed()
        .min(
            Comparator.comparing((Integer row) -> periods.days().get(row))
                .thenComparing(row -> row))
        .orElse(null);
  }
}
