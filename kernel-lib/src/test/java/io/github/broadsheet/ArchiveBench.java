package io.github.broadsheet;

import com.sun.management.OperatingSystemMXBean;
import io.github.broadsheet.archive.Archive;
import io.github.broadsheet.source.ListKeeper.Extent;
import io.github.broadsheet.source.ListKeeper.Lists;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.Paper;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * How fast papers go into the archive and come out of it as a table, and what memory that takes;
 * beside Python's json with pandas, on the same papers as JSON lines. Run it as README.md says; the
 * argument is the number of papers.
 */
final class ArchiveBench {
  private static final int A_DAY = 100;
  private static final int TIMES = 3;

  /** As the program starts a kernel. */
  private static final List<String> KERNEL =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms40m",
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=100000",
          "-XX:Tier4BackEdgeThreshold=200000");

  private static final String PANDAS =
      """
      import sys, time, json
      try:
          import pandas
      except ImportError:
          sys.exit('no python3-pandas')
      start = time.perf_counter()
      with open(sys.argv[1], encoding='utf-8') as lines:
          table = pandas.DataFrame([json.loads(line) for line in lines])
      table['listed'] = pandas.to_datetime(table['listed'])
      table['published'] = pandas.to_datetime(table['published'])
      table['fetched_at'] = pandas.to_datetime(table['fetched_at'])
      print(f'{time.perf_counter() - start:.2f} s ({time.process_time():.2f} s of processor time), {len(table)} rows, '
            f'{table.memory_usage(deep=True).sum() / 1e6:.0f} MB')
      """;

  private ArchiveBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      System.setProperty("broadsheet.home", args[1]);
      read();
      return;
    }
    int papers = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    Path home = Files.createTempDirectory("archive-bench");
    try {
      say("load %.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      fill(home, papers);
      System.setProperty("broadsheet.home", home.toString());
      Path lines = home.resolve("papers.jsonl");
      Papers.write(Papers.archive(), lines);
      readElsewhere("as a kernel starts", KERNEL, home);
      readElsewhere("as Java starts", List.of("-Xmx4g"), home);
      python(lines);
    } finally {
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void fill(Path home, int papers) throws IOException {
    Random random = new Random(7);
    LocalDate first = LocalDate.of(2023, 5, 4);
    List<Lists> days = new ArrayList<>();
    for (int from = 0; from < papers; from += A_DAY) {
      LocalDate day = first.plusDays(from / A_DAY);
      List<Paper> list = new ArrayList<>();
      for (int i = from; i < Math.min(papers, from + A_DAY); i++) {
        list.add(paper(i, day, random));
      }
      days.add(
          new Lists(
              day, day, Listing.of(list), Extent.WHOLE, Instant.parse("2026-11-23T12:00:00Z")));
    }
    long start = System.nanoTime();
    try (Archive archive = Archive.open(home)) {
      days.forEach(archive::keep);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    say(
        "in: %,d papers of %,d lists in %.2f s, %,.0f a second, file of %.0f MB",
        papers,
        days.size(),
        seconds,
        papers / seconds,
        Files.size(home.resolve(Archive.FILE)) / 1e6);
  }

  /** In a process of its own, whose first time is that of a reader who has just begun. */
  private static void readElsewhere(String how, List<String> options, Path home)
      throws IOException, InterruptedException {
    say("%s:", how);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of("-cp", classPath(), ArchiveBench.class.getName(), "read", home.toString()));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** Maven runs this in its own process, whose class path is Maven's. */
  private static String classPath() {
    return ArchiveBench.class.getClassLoader() instanceof URLClassLoader maven
        ? Arrays.stream(maven.getURLs())
            .map(URL::getPath)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  private static void read() {
    for (int i = 0; i < TIMES; i++) {
      long before = used();
      long start = System.nanoTime();
      long spent = processor();
      Table table = Papers.archive();
      double seconds = (System.nanoTime() - start) / 1e9;
      long took = processor() - spent;
      say(
          "  out: %,d rows in %.2f s (%.2f s of processor time with Java's own threads), %,.0f a second, table of %d MB",
          table.rowCount(),
          seconds,
          took / 1e9,
          table.rowCount() / seconds,
          (used() - before) / 1_000_000);
      if (table.columnCount() == 0) {
        throw new IllegalStateException("keeps the table until its memory was measured");
      }
    }
  }

  private static long processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void python(Path lines) throws IOException, InterruptedException {
    // Debian's python3-pandas belongs to Debian's own Python.
    String debian = "/usr/bin/python3";
    Process python =
        new ProcessBuilder(
                Files.exists(Path.of(debian)) ? debian : "python3", "-c", PANDAS, lines.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes()).strip();
    say("%s: %s", python.waitFor() == 0 ? "json + pandas" : "json + pandas skipped", said);
  }

  private static Paper paper(int number, LocalDate day, Random random) {
    return new Paper(
        "%02d%02d.%05d".formatted(day.getYear() % 100, day.getMonthValue(), number),
        words(8, random),
        words(190, random),
        Stream.generate(() -> words(2, random)).limit(6).toList(),
        6,
        number % 2 == 0 ? null : "Laboratory " + number % 400,
        day.minusDays(number % 5),
        day,
        random.nextInt(200),
        random.nextInt(5),
        Stream.generate(() -> words(2, random)).limit(5).toList(),
        List.of("cs.CL", "cs.AI"),
        number % 3 == 0 ? "https://github.com/example/" + number : null,
        number % 3 == 0 ? number % 1000 : null,
        null,
        "https://huggingface.co/papers/" + number,
        "hf",
        Instant.parse("2026-11-23T12:00:00Z"));
  }

  private static String words(int count, Random random) {
    return Stream.generate(() -> Integer.toString(random.nextInt(1 << 30), 36))
        .limit(count)
        .collect(Collectors.joining(" "));
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
