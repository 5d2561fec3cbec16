package io.github.broadsheet;

import io.github.broadsheet.text.PhraseIndex;
import io.github.broadsheet.text.PhraseMatcher;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The phrases of the papers of a table. All papers are looked at in the same way: either in title
 * and abstract, or, where abstracts are few, in the title alone, so that an abstract that is
 * missing makes no difference.
 *
 * @param index of all rows of the table
 * @param counted the rows that count: each paper once, and with an abstract unless titles are read
 * @param notes which rows do not count, and why
 */
record PaperPhrases(Table papers, PhraseIndex index, BitSet counted, List<String> notes) {
  private static final int KEPT = 3;
  private static final double FEW = 0.5;
  private static final int TELLING = 60;

  /** By what the texts are, not by the table: the same rows read again find their index. */
  private static final Map<Key, SoftReference<PhraseIndex>> MADE = new LinkedHashMap<>();

  private record Key(int rows, long texts, int least) {}

  /**
   * Reads a table; a second time it finds what it made the first time.
   *
   * @param word what the reader typed, for messages
   */
  static PaperPhrases of(Table papers, String word) {
    return of(papers, word, PhraseIndex.least(papers.rowCount()));
  }

  static PaperPhrases of(Table papers, String word, int least) {
    IntFunction<@Nullable String> title = text(papers, word, "title");
    IntFunction<@Nullable String> summary = text(papers, word, "abstract");
    if (title == null && summary == null) {
      new Asked(papers, word).texts("title", "abstract");
    }
    int rows = papers.rowCount();
    BitSet counted = new BitSet();
    BitSet summaries = new BitSet();
    Set<String> ids = new HashSet<>();
    int repeated = 0;
    int wordless = 0;
    for (int row = 0; row < rows; row++) {
      boolean summed = summary != null && summary.apply(row) != null;
      if (!summed && (title == null || title.apply(row) == null)) {
        wordless++;
      } else if (isRepeated(papers, row, ids)) {
        repeated++;
      } else {
        counted.set(row);
        summaries.set(row, summed);
      }
    }
    List<String> notes = new ArrayList<>();
    Plural.note(notes, repeated, "# {row repeats|rows repeat} a paper and {is|are} left out.");
    Plural.note(
        notes, wordless, "# {row has|rows have} neither title nor abstract and {is|are} left out.");
    int without = counted.cardinality() - summaries.cardinality();
    boolean titles = summaries.cardinality() < FEW * counted.cardinality();
    if (titles) {
      notes.add(
          without == counted.cardinality()
              ? "No paper has an abstract: only titles were read."
              : String.format(
                  Locale.ROOT,
                  "%,d of %,d papers have no abstract: to treat all alike, only titles were read.",
                  without,
                  counted.cardinality()));
      summary = null;
    } else {
      Plural.note(notes, without, "# {paper has|papers have} no abstract and {is|are} left out.");
      counted = summaries;
    }
    return new PaperPhrases(
        papers, index(rows, title, summary, least), counted, List.copyOf(notes));
  }

  private static @Nullable IntFunction<@Nullable String> text(
      Table papers, String word, String column) {
    if (!papers.containsColumn(column)) {
      return null;
    }
    IntFunction<@Nullable String> texts = new Asked(papers, word).texts(column).get(0);
    return row -> {
      // Tablesaw's setMissing can leave "" that does not count as missing.
      String text = texts.apply(row);
      return text == null || text.isBlank() ? null : text;
    };
  }

  private static boolean isRepeated(Table papers, int row, Set<String> ids) {
    return papers.containsColumn("id")
        && !papers.column("id").isMissing(row)
        && !ids.add(papers.column("id").getString(row));
  }

  private static PhraseIndex index(
      int rows,
      @Nullable IntFunction<@Nullable String> title,
      @Nullable IntFunction<@Nullable String> summary,
      int least) {
    IntFunction<@Nullable String> none = row -> null;
    IntFunction<@Nullable String> titles = title == null ? none : title;
    IntFunction<@Nullable String> summaries = summary == null ? none : summary;
    long texts = 17;
    for (int row = 0; row < rows; row++) {
      texts = 0x9E3779B97F4A7C15L * (texts + hash(titles.apply(row)));
      texts = 0x9E3779B97F4A7C15L * ((texts ^ texts >>> 29) + hash(summaries.apply(row)));
    }
    Key key = new Key(rows, texts, least);
    synchronized (MADE) {
      SoftReference<PhraseIndex> made = MADE.remove(key);
      PhraseIndex index = made == null ? null : made.get();
      if (index == null) {
        index = PhraseIndex.of(rows, titles, summaries, least);
        made = new SoftReference<>(index);
      }
      MADE.put(key, made);
      while (MADE.size() > KEPT) {
        MADE.remove(MADE.keySet().iterator().next());
      }
      return index;
    }
  }

  private static long hash(@Nullable String text) {
    return text == null ? 0 : text.hashCode() * 31L + text.length();
  }

  /** A phrase as these papers mostly write it; a few dozen of them tell. */
  String written(int phrase, BitSet rows) {
    List<String> texts = new ArrayList<>();
    for (String column : List.of("abstract", "title")) {
      if (texts.isEmpty() && papers.containsColumn(column)) {
        rows.stream()
            .filter(row -> !papers.column(column).isMissing(row))
            .limit(TELLING)
            .forEach(row -> texts.add(papers.column(column).getString(row)));
      }
    }
    return index.written(phrase, texts);
  }

  /**
   * The rows that show best what a phrase is about: those with it in the title, then the most
   * upvoted, then the newest.
   */
  List<Integer> examples(String phrase, BitSet rows, BitSet among, int most) {
    PhraseMatcher matcher = PhraseMatcher.of(List.of(phrase));
    Comparator<Integer> best =
        Comparator.comparing((Integer row) -> !titled(matcher, row))
            .thenComparingDouble(row -> -votes(row))
            .thenComparing(Comparator.reverseOrder());
    return rows.stream().filter(among::get).boxed().sorted(best).limit(most).toList();
  }

  private boolean titled(PhraseMatcher matcher, int row) {
    String title = text("title", row);
    return title != null && matcher.matches(title);
  }

  private double votes(int row) {
    return !papers.containsColumn("upvotes") || papers.column("upvotes").isMissing(row)
        ? 0
        : papers.numberColumn("upvotes").getDouble(row);
  }

  @Nullable String text(String column, int row) {
    return papers.containsColumn(column) && !papers.column(column).isMissing(row)
        ? papers.column(column).getString(row)
        : null;
  }

  /** What some rows have in a column, joined; null if none has anything. */
  @Nullable String joined(String column, List<Integer> rows, String joint) {
    return joined(
        rows.stream().map(row -> text(column, row)).filter(Objects::nonNull).toList(), joint);
  }

  static @Nullable String joined(List<String> texts, String joint) {
    return texts.isEmpty() ? null : String.join(joint, texts);
  }

  /**
   * Where some of the papers come from and when they were fetched, as far as the table says: {@code
   * source hf, as of 2025-11-23}; empty if it does not.
   */
  String origin(BitSet rows) {
    TreeSet<String> sources = new TreeSet<>();
    rows.stream()
        .mapToObj(row -> text("source", row))
        .filter(Objects::nonNull)
        .forEach(sources::add);
    return sources.isEmpty()
        ? ""
        : "source "
            + String.join(", ", sources)
            + TrendRows.seen(papers).map(day -> ", as of " + day).orElse("");
  }

  /** Some rows of the table. */
  Table rows(int... rows) {
    return papers.rows(rows);
  }
}
