package io.github.broadsheet;

import io.github.broadsheet.Shifts.Shift;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The phrases that rose or fell as a table. */
final class ShiftTable {
  private static final int EXAMPLES = 3;

  private ShiftTable() {}

  static Table of(PaperPhrases phrases, Periods periods, boolean falling, List<Shift> shifts) {
    IntColumn rank = IntColumn.create("rank");
    StringColumn phrase = StringColumn.create("phrase");
    DoubleColumn before = Figures.percent("before");
    DoubleColumn now = Figures.percent("now");
    DoubleColumn change = Figures.percent("change");
    IntColumn papersBefore = IntColumn.create("papers_before");
    IntColumn papersNow = IntColumn.create("papers_now");
    DoubleColumn q = Figures.q("q");
    StringColumn first = StringColumn.create("first");
    DateColumn firstDay = DateColumn.create("first_day");
    StringColumn examples = StringColumn.create("examples");
    StringColumn titles = StringColumn.create("titles");
    StringColumn also = StringColumn.create("also");
    for (Shift shift : shifts) {
      rank.append(rank.size() + 1);
      phrase.append(shift.phrase());
      double earlier = (double) shift.before() / periods.before().cardinality();
      double later = (double) shift.now() / periods.now().cardinality();
      before.append(earlier);
      now.append(later);
      change.append(later - earlier);
      papersBefore.append(shift.before());
      papersNow.append(shift.now());
      q.append(shift.q());
      Integer oldest = oldest(periods, shift.papers());
      append(first, oldest == null ? null : phrases.text("id", oldest));
      LocalDate day = oldest == null ? null : periods.days().get(oldest);
      firstDay.append(day);
      List<Integer> best =
          phrases.examples(
              shift.phrase(), shift.papers(), falling ? periods.before() : periods.now(), EXAMPLES);
      append(examples, join(phrases, "id", best, "; "));
      append(titles, join(phrases, "title", best, " · "));
      append(also, shift.also().isEmpty() ? null : String.join("; ", shift.also()));
    }
    return Table.create(
        falling ? "Falling phrases" : "Rising phrases",
        rank,
        phrase,
        before,
        now,
        change,
        papersBefore,
        papersNow,
        q,
        first,
        firstDay,
        examples,
        titles,
        also);
  }

  /** The columns for which a notebook has room; the rows are numbered anyway. */
  static Table shown(Table table) {
    return table
        .copy()
        .removeColumns("rank", "papers_before", "first", "examples")
        .setName(table.name());
  }

  static void append(StringColumn column, @Nullable String text) {
    if (text == null) {
      column.appendMissing();
    } else {
      column.append(text);
    }
  }

  private static @Nullable String join(
      PaperPhrases phrases, String column, List<Integer> rows, String joint) {
    List<String> texts =
        rows.stream().map(row -> phrases.text(column, row)).filter(Objects::nonNull).toList();
    return texts.isEmpty() ? null : String.join(joint, texts);
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
