package io.github.broadsheet.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.broadsheet.Papers;
import io.github.broadsheet.Trend;
import io.github.broadsheet.text.PhraseIndex;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tech.tablesaw.api.Table;

/**
 * What rising phrases cost, the first time and again, and the memory of the index beside that of
 * the texts. Beside it, in the same run, the plainest way to count the same candidates: a hash map
 * of all runs of one to four words, which knows no plurals, no tests and no choice; it gets a tenth
 * of the papers, since it takes so long.
 *
 * <p>{@code RisingBench 100000} for generated papers, {@code RisingBench arxiv.jsonl.gz} for a
 * file, on the test class path with {@code -Xmx6g}.
 */
public final class RisingBench {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private RisingBench() {}

  public static void main(String[] args) {
    boolean generated = args[0].chars().allMatch(Character::isDigit);
    Table papers =
        generated
            ? Papers.generated(Integer.parseInt(args[0]), 1)
            : Papers.read(Path.of(args[0]).toString());
    String[] titles = papers.stringColumn("title").asObjectArray();
    String[] texts = papers.stringColumn("abstract").asObjectArray();
    long characters = 0;
    for (int i = 0; i < texts.length; i++) {
      characters += titles[i].length() + texts[i].length();
    }
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, load %.1f; %,d papers, %,d MB of text%n",
        System.getProperty("java.version"),
        SYSTEM.getAvailableProcessors(),
        SYSTEM.getSystemLoadAverage(),
        papers.rowCount(),
        characters >> 20);
    measure("Trend.rising(papers, 20)", () -> rising(papers) + " phrases");
    measure("the same table again: Trend.falling", () -> falling(papers) + " phrases");
    measure(
        "the index alone",
        () -> {
          PhraseIndex index =
              PhraseIndex.of(
                  texts.length, i -> titles[i], i -> texts[i], PhraseIndex.least(texts.length));
          return String.format(
              Locale.ROOT, "%,d phrases, %,d MB", index.phrases(), index.bytes() >> 20);
        });
    measure(
        "a hash map of all runs, a tenth of papers",
        () -> plain(titles, texts, (texts.length + 9) / 10));
  }

  private static int rising(Table papers) {
    return Trend.rising(papers, 20).table().rowCount();
  }

  private static int falling(Table papers) {
    return Trend.falling(papers, 20).table().rowCount();
  }

  private static String plain(String[] titles, String[] texts, int papers) {
    Map<String, Integer> counts = new HashMap<>();
    for (int paper = 0; paper < papers; paper++) {
      String[] words =
          (titles[paper] + " . " + texts[paper]).toLowerCase(Locale.ROOT).split("\\W+");
      Set<String> seen = new HashSet<>();
      for (int from = 0; from < words.length; from++) {
        String run = "";
        for (int to = from; to < Math.min(words.length, from + 4); to++) {
          run = to == from ? words[to] : run + " " + words[to];
          seen.add(run);
        }
      }
      seen.forEach(run -> counts.merge(run, 1, Integer::sum));
    }
    return String.format(Locale.ROOT, "%,d runs", counts.size());
  }

  private static void measure(String what, Supplier<String> work) {
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    String result;
    try {
      result = work.get();
    } catch (OutOfMemoryError e) {
      result = "memory was not enough";
    }
    System.out.printf(
        Locale.ROOT,
        "%-42s %7.2f CPU-s %7.2f s wall  (%s)%n",
        what,
        (SYSTEM.getProcessCpuTime() - cpu) / 1e9,
        (System.nanoTime() - wall) / 1e9,
        result);
  }
}
