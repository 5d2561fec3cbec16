package io.github.broadsheet;

import io.github.broadsheet.source.PaperLines;
import io.github.broadsheet.source.PaperLines.Line;
import io.github.broadsheet.text.TopicMatcher;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The papers of a file of JSON lines, read for a trend line by line; none is kept. */
final class TrendFile implements TrendSource {
  private final Path file;
  private final TrendQuestion question;
  private final LocalDate today;

  TrendFile(Path file, TrendQuestion question, LocalDate today) {
    this.file = file;
    this.question = question;
    this.today = today;
  }

  @Override
  public TrendQuestion question() {
    return question;
  }

  @Override
  public TrendFile asking(TrendQuestion other) {
    return new TrendFile(file, other, today);
  }

  @Override
  public TrendRows rows(String word) {
    throw new IllegalArgumentException(
        "%s needs a table; this trend reads the file %s line by line. Read it whole: Trend.of(Papers.read(\"%s\"), …)."
            .formatted(word, file, file));
  }

  @Override
  public TrendCounts count() {
    Counter counter = new Counter();
    List<String> notes = new ArrayList<>(PaperLines.read(file, counter::add));
    counter.note(notes);
    DayCounts.Counts all = counter.counts.all();
    TrendCounts.noteTitles(notes, question.texts(), all);
    counter.singulars.note(notes, all.mentions);
    return new TrendCounts(
        question,
        counter.counts,
        question.texts(),
        question.day() != null ? question.day() : counter.listed ? "listed" : "published",
        new TreeSet<>(all.sources.keySet().stream().filter(name -> !name.isEmpty()).toList()),
        today,
        false,
        notes);
  }

  private final class Counter {
    private final Singulars singulars = new Singulars(question.topics());
    private final TopicMatcher matcher = TopicMatcher.of(singulars.topics());
    private final TopicMatcher.Scan scan = matcher.scan();
    private final DayCounts counts = new DayCounts(matcher.size(), question.texts().size());
    private final Ids ids = new Ids();
    private boolean listed;
    private int undated;
    private int ahead;
    private int repeated;
    private int weightless;

    void add(Line line) {
      LocalDate day = day(line);
      Double weight = question.weight() == null ? (Double) 1.0 : line.number(question.weight());
      if (day == null) {
        undated++;
      } else if (day.isAfter(today)) {
        ahead++;
      } else if (line.id() != null && !ids.add(line.id())) {
        repeated++;
      } else if (weight == null || !(weight >= 0)) {
        weightless++;
      } else {
        count(line, day, weight);
      }
    }

    private @Nullable LocalDate day(Line line) {
      if (question.day() != null) {
        return line.day(question.day());
      }
      LocalDate day = line.day("listed");
      listed |= day != null;
      return day != null ? day : line.day("published");
    }

    private void count(Line line, LocalDate day, double weight) {
      scan.clear();
      List<String> texts = question.texts();
      for (String column : texts) {
        String text = line.text(column);
        if (text != null) {
          scan.read(text);
        }
      }
      String source = line.text("source");
      int[] there =
          counts.add((int) day.toEpochDay(), weight, source == null ? "" : source, scan).texts;
      for (int i = 0; i < there.length; i++) {
        there[i] += line.text(texts.get(i)) != null ? 1 : 0;
      }
    }

    void note(List<String> notes) {
      Plural.note(notes, undated, "# of the papers {has|have} no day and {is|are} left out.");
      String late = "a day after " + today;
      Plural.note(notes, ahead, "# of the papers {has|have} " + late + " and {is|are} left out.");
      Plural.note(
          notes, repeated, "# {paper is|papers are} there again and {is|are} counted once.");
      String light = "no " + question.weight();
      Plural.note(
          notes, weightless, "# {paper has|papers have} " + light + " and {is|are} left out.");
    }
  }

  /**
   * The ids so far, in many small sets: a large one doubles in one piece, for which a small heap
   * has no room though it has the memory.
   */
  private static final class Ids {
    private static final int SETS = 256;

    private final LongOpenHashSet[] sets = new LongOpenHashSet[SETS];

    /** Whether it is a new one. */
    boolean add(String id) {
      long hash = hash(id);
      int place = (int) (hash >>> 56);
      LongOpenHashSet set = sets[place];
      if (set == null) {
        set = new LongOpenHashSet();
        sets[place] = set;
      }
      return set.add(hash);
    }

    /** 64 bits of the id: of a hundred million papers, two agree by chance in one file of 3,700. */
    private static long hash(String id) {
      long hash = 0xcbf29ce484222325L;
      for (int i = 0; i < id.length(); i++) {
        hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        hash ^= hash >>> 29;
      }
      return hash;
    }
  }
}
