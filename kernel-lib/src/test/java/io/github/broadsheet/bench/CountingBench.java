package io.github.broadsheet.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.broadsheet.Bucket;
import io.github.broadsheet.Trend;
import io.github.broadsheet.source.Generated;
import io.github.broadsheet.source.Paper;
import io.github.broadsheet.source.PaperTable;
import io.github.broadsheet.text.Topic;
import io.github.broadsheet.text.TopicMatcher;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.LongSupplier;
import tech.tablesaw.api.Table;

/**
 * What counting 20 topics by month costs, beside the plainest ways to do less, in the same run.
 *
 * <p>{@code CountingBench 1000000} on the test class path, with {@code -Xmx8g}; {@code
 * CountingBench write 1000000 papers.jsonl} and {@code CountingBench file 1000000 papers.jsonl}
 * with {@code -Xmx64m} for a file.
 */
public final class CountingBench {
  private static final int ROUNDS = 3;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private CountingBench() {}

  public static void main(String[] args) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, load %.1f%n",
        System.getProperty("java.version"),
        SYSTEM.getAvailableProcessors(),
        SYSTEM.getSystemLoadAverage());
    switch (args[0]) {
      case "write" -> write(Integer.parseInt(args[1]), Path.of(args[2]));
      case "file" -> file(Integer.parseInt(args[1]), Path.of(args[2]));
      default -> memory(Integer.parseInt(args[0]));
    }
  }

  private static String[] topics() {
    return Generated.of(1, 1).planted().stream()
        .limit(20)
        .map(Generated.Planted::phrase)
        .toArray(String[]::new);
  }

  private static void memory(int size) throws Exception {
    Table table = table(size);
    String[] titles = table.stringColumn("title").asObjectArray();
    String[] texts = table.stringColumn("abstract").asObjectArray();
    long characters = 0;
    for (int i = 0; i < size; i++) {
      characters += titles[i].length() + texts[i].length();
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%,d papers, %,d characters; heap with table %,d MB%n",
        size,
        characters,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    measure("each character read once", size, () -> read(titles) + read(texts));
    measure("toLowerCase + 20 x contains", size, () -> contains(titles, texts));
    measure("20 topics, one thread", size, () -> topics(titles, texts));
    ForkJoinPool two = new ForkJoinPool(2);
    measure(
        "each character read once, two threads",
        size,
        () -> two(two, () -> read(texts, 0, size / 2), () -> read(texts, size / 2, size)));
    measure(
        "Trend.of(table).by(MONTH), two threads",
        size,
        () -> {
          ForkJoinTask<Long> task = two.submit(() -> trend(table));
          return task.join();
        });
    for (int part = 10_000; part < size; part *= 10) {
      Table rows = table.first(part);
      int times = size / part;
      measure(
          "Trend over %,d papers, %,d times".formatted(part, times),
          size,
          () -> {
            long sum = 0;
            for (int i = 0; i < times; i++) {
              sum += trend(rows);
            }
            return sum;
          });
    }
  }

  private static Table table(int size) {
    Table all = PaperTable.of("Generated", List.of());
    Generated generated = Generated.of(size, 1);
    for (int from = 0; from < size; from += 50_000) {
      List<Paper> papers = new ArrayList<>();
      for (int i = from; i < Math.min(size, from + 50_000); i++) {
        papers.add(generated.paper(i));
      }
      all.append(PaperTable.of("part", papers));
    }
    return all;
  }

  private static long two(ForkJoinPool pool, LongSupplier one, LongSupplier other) {
    ForkJoinTask<Long> first = pool.submit(one::getAsLong);
    ForkJoinTask<Long> second = pool.submit(other::getAsLong);
    return first.join() + second.join();
  }

  private static long read(String[] texts) {
    return read(texts, 0, texts.length);
  }

  private static long read(String[] texts, int from, int to) {
    long sum = 0;
    for (int t = from; t < to; t++) {
      String text = texts[t];
      for (int i = 0; i < text.length(); i++) {
        sum += text.charAt(i);
      }
    }
    return sum;
  }

  private static long contains(String[] titles, String[] texts) {
    String[] topics = topics();
    long hits = 0;
    for (int i = 0; i < texts.length; i++) {
      String title = titles[i].toLowerCase(Locale.ROOT);
      String text = texts[i].toLowerCase(Locale.ROOT);
      for (String topic : topics) {
        hits += text.contains(topic) || title.contains(topic) ? 1 : 0;
      }
    }
    return hits;
  }

  private static long topics(String[] titles, String[] texts) {
    List<Topic> topics = List.of(topics()).stream().map(Topic::parse).toList();
    TopicMatcher.Scan scan = TopicMatcher.of(topics).scan();
    long hits = 0;
    for (int i = 0; i < texts.length; i++) {
      scan.clear();
      scan.read(titles[i]);
      scan.read(texts[i]);
      for (int t = 0; scan.isPromising() && t < topics.size(); t++) {
        hits += scan.mentions(t) ? 1 : 0;
      }
    }
    return hits;
  }

  private static long trend(Table table) {
    return (long) Trend.of(table, topics()).by(Bucket.MONTH).table().intColumn("count").sum();
  }

  private static void measure(String what, int papers, LongSupplier work) {
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = SYSTEM.getProcessCpuTime();
      long wall = System.nanoTime();
      long result = work.getAsLong();
      double seconds = (System.nanoTime() - wall) / 1e9;
      double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%-42s %7.2f CPU-s %7.2f s wall %7.2f us a paper  (%,d)%n",
          what,
          cpuSeconds,
          seconds,
          cpuSeconds * 1e6 / papers,
          result);
    }
  }

  private static void write(int size, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 0; i < size; i++) {
        Paper paper = Generated.of(size, 1).paper(i);
        writer.write(
            "{\"id\":\"%s\",\"title\":\"%s\",\"abstract\":\"%s\",\"published\":\"%s\"}\n"
                .formatted(paper.id(), paper.title(), paper.abstractText(), paper.published()));
      }
    }
  }

  private static void file(int size, Path file) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%,d MB, most heap %,d MB%n",
        Files.size(file) >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
    measure(
        "Trend.of(file).by(MONTH)",
        size,
        () -> (long) Trend.of(file, topics()).by(Bucket.MONTH).table().intColumn("count").sum());
  }
}
