package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Damaged answers of every kind: what is read of them is right or refused in our own words. {@code
 * -Dbroadsheet.fuzz=5000} asks for more of them.
 */
@Timeout(600)
class FuzzTest {
  private static final int TIMES = Integer.getInteger("broadsheet.fuzz", 150);
  private static final int SHARED = -1;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final Pattern LABEL = Pattern.compile("(TI|AB|AU|OR|KW)(\\d\\d)(?!\\d)");
  private static final Map<String, String> FIELDS =
      Map.of(
          "title", "TI", "abstract", "AB", "authors", "AU", "organization", "OR", "keywords", "KW");

  /** The papers of a text, or null if it is refused as it should be. */
  private static @Nullable Table read(String ending, String text) {
    try (FileText file =
        FileText.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      return PaperFile.read(Path.of("answer." + ending), file, DAY).table();
    } catch (PapersException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return null;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static @Nullable Table read(LabelledPapers kind, String text) {
    if (kind != LabelledPapers.OAI) {
      return read(kind.ending, text);
    }
    try {
      return PaperTable.of("oai", OaiPage.read(text, Instant.EPOCH).listing().papers());
    } catch (Trouble refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return null;
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryPaperOfAnAnswerThatIsWhole(LabelledPapers kind) {
    Table whole = Objects.requireNonNull(read(kind, kind.text));
    assertThat(whole.rowCount()).isEqualTo(10);
    nothingIsSwapped(kind.text, kind.text, whole);
  }

  @ParameterizedTest
  @EnumSource
  void refusesInItsOwnWordsWhateverIsDamaged(LabelledPapers kind) {
    for (int seed = 0; seed < TIMES; seed++) {
      String damaged = new Mutations(seed).wild(kind.text);
      try {
        read(kind, damaged);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("Seed " + seed + " of " + kind, e);
      }
    }
  }

  // Signs that move a comma of a CSV file move its values, and nothing shows it.
  @ParameterizedTest
  @EnumSource(names = "CSV", mode = EnumSource.Mode.EXCLUDE)
  void swapsNothingForASignThatIsWrong(LabelledPapers kind) {
    int rows = 0;
    for (int seed = 0; seed < TIMES; seed++) {
      String damaged = new Mutations(seed).slight(kind.text);
      try {
        Table table = read(kind, damaged);
        rows += table == null ? 0 : table.rowCount();
        if (table != null) {
          nothingIsSwapped(kind.text, damaged, table);
        }
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("Seed " + seed + " of " + kind + ":\n" + damaged, e);
      }
    }
    assertThat(rows).isGreaterThan(TIMES / 2);
  }

  /**
   * Every label stands in its own field, and in a row are those of one paper. Not judged is a label
   * that the damage itself has made out of another.
   */
  private static void nothingIsSwapped(String whole, String text, Table table) {
    for (int row = 0; row < table.rowCount(); row++) {
      Set<String> papers = new HashSet<>();
      for (String field : FIELDS.keySet()) {
        Matcher label = LABEL.matcher(cell(table, field, row));
        while (label.find()) {
          if (times(whole, label.group()) == times(text, label.group())) {
            assertThat(label.group(1)).as(field + " of row " + row).isEqualTo(FIELDS.get(field));
            papers.add(label.group(2));
          }
        }
      }
      Matcher id = Pattern.compile("2510\\.000(\\d\\d)").matcher(cell(table, "id", row));
      if (id.matches()) {
        papers.add(id.group(1));
      }
      // A digit that was changed makes a paper of its own; two whole papers must not mix.
      papers.removeIf(paper -> text.split("\\D" + paper + "(?!\\d)", -1).length < 3);
      assertThat(papers.size()).as("papers in row " + row + ": " + papers).isLessThanOrEqualTo(2);
    }
  }

  private static int times(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static String cell(Table table, String column, int row) {
    return table.containsColumn(column) && table.column(column) instanceof StringColumn texts
        ? texts.get(row)
        : "";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hf-daily/2024-06-03.json.gz",
        "hf-daily/2025-10-29.json.gz",
        "hf-html/papers_2024-08-01.html",
        "hf-malformed/2024-12-11.json.gz",
        "arxiv-atom/q_testing_s0_m10.xml",
        "arxiv-atom/arxiv_atom_2026-08-02.xml",
        "arxiv-rss/atom_cs.AI_2025-08-20_example.xml",
        "kaggle/arxiv-metadata-200.jsonl",
        "page-text/daily-papers-search.txt"
      })
  void refusesRealAnswersThatAreDamagedAndMixesNoTwoPapers(String name) throws IOException {
    Path path = RealData.path(name);
    String text = text(path);
    String ending = name.replaceFirst("\\.gz$", "").replaceFirst(".*\\.", "");
    Table whole = Objects.requireNonNull(read(ending, text));
    Map<String, Integer> papers = new HashMap<>();
    for (String column : List.of("id", "title", "abstract")) {
      for (int row = 0; row < whole.rowCount(); row++) {
        papers.merge(cell(whole, column, row), row, (one, other) -> SHARED);
      }
    }
    papers.put("", SHARED);
    papers.values().removeIf(row -> row == SHARED);
    // Large pages take long to read.
    int times = Math.max(5, TIMES / (4 + text.length() / 50_000));
    for (int seed = 0; seed < times; seed++) {
      try {
        read(ending, new Mutations(seed).wild(text));
        String damaged = new Mutations(seed).slight(text);
        Table slight = read(ending, damaged);
        if (slight != null) {
          noTwoAreMixed(text, damaged, slight, papers);
        }
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        throw new AssertionError("Seed " + seed + " of " + name, e);
      }
    }
  }

  /** Ids, titles and abstracts that are whole stand beside those they stood beside before. */
  private static void noTwoAreMixed(
      String whole, String text, Table table, Map<String, Integer> papers) {
    for (int row = 0; row < table.rowCount(); row++) {
      Set<Integer> found = new HashSet<>();
      for (String column : List.of("id", "title", "abstract")) {
        String cell = cell(table, column, row);
        Integer paper = papers.get(cell);
        // A digit that was changed may have made the id of another paper.
        if (paper != null && times(whole, cell) == times(text, cell)) {
          found.add(paper);
        }
      }
      assertThat(found)
          .as("papers in row " + row + ": " + table.rows(row))
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private static String text(Path path) throws IOException {
    if (!path.toString().endsWith(".gz")) {
      return Files.readString(path);
    }
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void damageIsTheSameForTheSameSeed() {
    List<String> twice =
        List.of(new Mutations(7).wild("some text"), new Mutations(7).wild("some text"));
    assertThat(Set.copyOf(twice)).hasSize(1);
  }
}
