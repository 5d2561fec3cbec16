package io.github.broadsheet;

import io.github.broadsheet.PhraseChoice.Chosen;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.display.MimeBundle;
import io.github.broadsheet.text.PhraseIndex;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Phrases whose share of papers has changed most between two times, as {@link Trend#rising} and
 * {@link Trend#falling} find them. As the value of a cell it shows its table.
 *
 * <pre>{@code
 * var rising = Trend.rising(papers, 20);
 * rising.plot()
 * rising.papers("world model")
 * rising.since("2025-01-01")
 * }</pre>
 */
public final class Shifts implements MimeBundle {
  private static final int MOST_ALSO = 4;

  private final PaperPhrases phrases;
  private final Clock clock;
  private final boolean falling;
  private final int most;
  private final Periods periods;
  private final int tested;
  private final int passed;
  private final List<Shift> shifts;

  /** A phrase with its numbers; {@code before} and {@code now} count papers. */
  record Shift(String phrase, int before, int now, double q, BitSet papers, List<String> also) {}

  private Shifts(
      PaperPhrases phrases, Clock clock, boolean falling, int most, Periods.Wanted wanted) {
    this.phrases = phrases;
    this.clock = clock;
    this.falling = falling;
    this.most = most;
    periods =
        Periods.of(
            phrases.papers(),
            phrases.counted(),
            word(falling),
            wanted,
            LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    PhraseIndex index = phrases.index();
    BitSet less = falling ? periods.now() : periods.before();
    BitSet more = falling ? periods.before() : periods.now();
    int[] clumps = periods.clumps();
    Contrast contrast = Contrast.of(index, less, more, row -> clumps[row]);
    tested = contrast.tested();
    passed = contrast.found().size();
    shifts = new ArrayList<>();
    for (Chosen one : PhraseChoice.of(index, less, more, contrast.found(), most)) {
      shifts.add(shift(one));
    }
  }

  static Shifts of(Clock clock, Table papers, int most, boolean falling) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "%s needs how many phrases, at least 1; got %d. Try Trend.rising(papers, 10)."
              .formatted(word(falling), most));
    }
    return new Shifts(
        PaperPhrases.of(papers, word(falling)), clock, falling, most, Periods.Wanted.NOTHING);
  }

  private static String word(boolean falling) {
    return falling ? "Trend.falling(…)" : "Trend.rising(…)";
  }

  private Shift shift(Chosen one) {
    int less = one.found().less();
    int more = one.found().more();
    List<String> also = new ArrayList<>();
    one.also().stream()
        .limit(MOST_ALSO)
        .forEach(other -> also.add(phrases.written(other.phrase(), other.papers())));
    return new Shift(
        phrases.written(one.found().phrase(), one.papers()),
        falling ? more : less,
        falling ? less : more,
        one.found().q(),
        one.papers(),
        also);
  }

  /**
   * The same question with another begin of now: all papers from this day on against all before.
   * Example: {@code Trend.rising(papers, 10).since("2025-01-01")}
   *
   * @param day UTC, written year-month-day
   */
  public Shifts since(String day) {
    return since(Days.day(day));
  }

  /** The same question with another begin of now: see {@link #since(String)}. */
  public Shifts since(LocalDate day) {
    return new Shifts(phrases, clock, falling, most, new Periods.Wanted(null, null, day));
  }

  /**
   * The same question between two times, each from a day to a day, both included. Example: {@code
   * Trend.rising(papers, 10).between("2024-01-01", "2024-12-31", "2025-01-01", "2025-12-31")}
   *
   * @throws IllegalArgumentException if a time ends before it begins or they have a day in common
   */
  public Shifts between(String from, String to, String nowFrom, String nowTo) {
    Periods.Span before = new Periods.Span(Days.day(from), Days.day(to));
    Periods.Span now = new Periods.Span(Days.day(nowFrom), Days.day(nowTo));
    if (!before.to().isBefore(now.from())) {
      throw new IllegalArgumentException(
          "The earlier time (%s) must end before the later one (%s) begins."
              .formatted(before, now));
    }
    return new Shifts(phrases, clock, falling, most, new Periods.Wanted(before, now, null));
  }

  /**
   * The numbers, one row a phrase, the clearest change first.
   *
   * <p>Columns: {@code rank} (Integer, from 1), {@code phrase} (String, as the papers mostly write
   * it), {@code before}, {@code now} (Double, shares of all papers of the time, 0 to 1), {@code
   * change} (Double, the difference), {@code papers_before}, {@code papers_now} (Integer), {@code
   * q} (Double, the false-discovery rate of the list down to here), {@code first} (String, id of
   * the first paper that mentions it) and {@code first_day} (LocalDate), {@code examples} (String,
   * ids of three papers joined with "; ", the most upvoted of the time in which the phrase is more
   * frequent) and {@code titles}, {@code also} (String, phrases that say the same of the same
   * papers).
   */
  public Table table() {
    return ShiftTable.of(phrases, periods, falling, shifts);
  }

  /**
   * The papers of both times that mention a phrase of the table, as rows of the listing, most
   * upvoted first.
   *
   * @throws IllegalArgumentException if the phrase is none of the table
   */
  public Table papers(String phrase) {
    for (Shift shift : shifts) {
      if (shift.phrase.equalsIgnoreCase(phrase.strip())
          || shift.also.stream().anyMatch(phrase.strip()::equalsIgnoreCase)) {
        BitSet rows = (BitSet) shift.papers.clone();
        BitSet both = (BitSet) periods.before().clone();
        both.or(periods.now());
        rows.and(both);
        Table papers = phrases.rows(rows.stream().toArray());
        papers.setName("Papers that mention " + shift.phrase);
        return papers.containsColumn("upvotes") ? papers.sortDescendingOn("upvotes") : papers;
      }
    }
    throw new IllegalArgumentException(
        "«%s» is none of the phrases found (%s). about(\"%s\") finds papers of any phrase: papers.where(about(\"%s\"))."
            .formatted(
                phrase,
                shifts.isEmpty()
                    ? "none was"
                    : String.join(", ", shifts.stream().limit(8).map(Shift::phrase).toList()),
                phrase,
                phrase));
  }

  /** The share of each phrase before (hollow) and now (full), the clearest change at the top. */
  public Chart plot() {
    return ShiftChart.of(
        falling ? "Falling phrases" : "Rising phrases",
        new ShiftChart.Sides("before", "now", true),
        facts(),
        shifts.stream()
            .map(
                shift ->
                    new ShiftChart.Row(
                        shift.phrase,
                        share(shift.before, periods.before()),
                        share(shift.now, periods.now()),
                        shift.before,
                        shift.now,
                        shift.q))
            .toList());
  }

  private static double share(int count, BitSet of) {
    return (double) count / Math.max(1, of.cardinality());
  }

  /** What a reader should know: the two times, how many phrases were tested, rows left out. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(facts());
    notes.addAll(phrases.notes());
    return notes;
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>();
    facts.add(periods.words());
    BitSet both = (BitSet) periods.before().clone();
    both.or(periods.now());
    String origin = phrases.origin(both);
    if (!origin.isEmpty()) {
      facts.add(origin);
    }
    if (!periods.before().isEmpty() && !periods.now().isEmpty()) {
      facts.add(
          Plural.of("# {phrase|phrases} tested, ", tested)
              + Plural.of("# " + (falling ? "fell" : "rose"), passed)
              + " at a false-discovery rate of 5 %"
              + (passed > shifts.size() ? ", those that say the same joined" : ""));
    }
    facts.addAll(periods.notes());
    return facts;
  }

  @Override
  public Map<String, Object> mimeBundle() {
    return NotedTable.of(ShiftTable.shown(table()), notes());
  }

  @Override
  public String toString() {
    return NotedTable.text(ShiftTable.shown(table()), notes());
  }
}
