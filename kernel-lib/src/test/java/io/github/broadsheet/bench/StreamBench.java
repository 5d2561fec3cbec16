package io.github.broadsheet.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.management.OperatingSystemMXBean;
import io.github.broadsheet.Bucket;
import io.github.broadsheet.Filter;
import io.github.broadsheet.Papers;
import io.github.broadsheet.Trend;
import io.github.broadsheet.source.Generated;
import io.github.broadsheet.source.Paper;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import tech.tablesaw.api.Table;

/**
 * How fast a file in the shape of arXiv's snapshot is filtered and counted by a Java with a heap of
 * 64 MB, beside Python's json with pandas over the same file in the same run. The argument is the
 * number of papers; a path in its place is a file that is there.
 */
public final class StreamBench {
  private static final int ROUNDS = 3;
  private static final String PANDAS =
      """
      import json, sys, time
      import pandas
      def chosen(lines):
          for line in lines:
              paper = json.loads(line)
              if 'cs.CL' in paper['categories'].split(' ') and int(paper['versions'][0]['created'].split(' ')[3]) >= 2024:
                  yield paper
      for what in ('json alone', 'json, filtered, into pandas'):
          start, cpu = time.perf_counter(), time.process_time()
          with open(sys.argv[1], encoding='utf-8') as lines:
              if what == 'json alone':
                  rows = sum(1 for line in lines if json.loads(line))
              else:
                  table = pandas.DataFrame(chosen(lines))
                  rows = len(table)
          print(f'  Python, {what}: {time.process_time() - cpu:.2f} CPU-s {time.perf_counter() - start:.2f} s wall ({rows:,})')
      """;

  private StreamBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      read(Path.of(args[1]));
    } else if (Files.exists(Path.of(args[0]))) {
      compare(Path.of(args[0]));
    } else {
      Path file = Files.createTempFile("snapshot", ".json");
      try {
        write(Integer.parseInt(args[0]), file);
        compare(file);
      } finally {
        Files.delete(file);
      }
    }
  }

  private static void compare(Path file) throws IOException, InterruptedException {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            StreamBench.class.getName(),
            "read",
            file.toString())
        .inheritIO()
        .start()
        .waitFor();
    python(file);
  }

  private static void read(Path file) throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%,d MB, most heap %,d MB, load %.1f%n",
        Files.size(file) >> 20,
        Runtime.getRuntime().maxMemory() >> 20,
        system.getSystemLoadAverage());
    Filter filter = Filter.in("cs.CL").and(Filter.since("2024-01-01"));
    measure(system, "Papers.read(file, " + filter + ")", () -> chosen(file, filter));
    measure(system, "Trend.of(file, topic).by(MONTH)", () -> counted(file));
  }

  private static long chosen(Path file, Filter filter) {
    Table table = Papers.read(file, filter);
    return table.rowCount();
  }

  private static long counted(Path file) {
    return (long) Trend.of(file, "world model").by(Bucket.MONTH).table().intColumn("total").sum();
  }

  private static void measure(OperatingSystemMXBean system, String what, LongSupplier work) {
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = system.getProcessCpuTime();
      long wall = System.nanoTime();
      long rows = work.getAsLong();
      System.out.printf(
          Locale.ROOT,
          "  %s: %.2f CPU-s %.2f s wall (%,d), heap at most %,d MB%n",
          what,
          (system.getProcessCpuTime() - cpu) / 1e9,
          (System.nanoTime() - wall) / 1e9,
          rows,
          ManagementFactory.getMemoryPoolMXBeans().stream()
                  .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                  .mapToLong(StreamBench::peak)
                  .sum()
              >> 20);
    }
  }

  private static long peak(MemoryPoolMXBean pool) {
    return pool.getPeakUsage().getUsed();
  }

  private static void python(Path file) throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder("/usr/bin/python3", "-c", PANDAS, file.toString())
            .redirectErrorStream(true)
            .start();
    System.out.print(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    python.waitFor();
  }

  private static void write(int size, Path file) throws IOException {
    Generated generated = Generated.of(size, 1);
    try (Writer writer = Files.newBufferedWriter(file);
        JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.setRootValueSeparator(null);
      for (int i = 0; i < size; i++) {
        line(generated.paper(i), i, json);
        json.writeRaw('\n');
      }
    }
  }

  private static void line(Paper paper, int number, JsonGenerator json) throws IOException {
    String created =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            LocalDate.of(2007 + number % 18, 1 + number % 12, 2)
                .atTime(19, 18, 42)
                .atOffset(ZoneOffset.UTC));
    json.writeStartObject();
    json.writeStringField("id", "%04d.%05d".formatted(701 + number / 90_000, number % 90_000));
    json.writeStringField(
        "submitter", paper.authors().isEmpty() ? "Ada Quill" : paper.authors().get(0));
    json.writeStringField("authors", String.join(", ", paper.authors()));
    json.writeStringField("title", paper.title());
    json.writeStringField("comments", "12 pages, 3 figures");
    json.writeNullField("journal-ref");
    json.writeNullField("doi");
    json.writeNullField("report-no");
    json.writeStringField("categories", number % 7 == 0 ? "cs.CL cs.AI" : "hep-th math.MP");
    json.writeStringField("license", "http://arxiv.org/licenses/nonexclusive-distrib/1.0/");
    json.writeStringField(
        "abstract",
        "  " + String.valueOf(paper.abstractText()).replaceAll("(.{70,80}) ", "$1\n") + "\n");
    json.writeArrayFieldStart("versions");
    for (int version = 1; version <= 1 + number % 3; version++) {
      json.writeStartObject();
      json.writeStringField("version", "v" + version);
      json.writeStringField("created", created);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("update_date", "2025-11-26");
    json.writeArrayFieldStart("authors_parsed");
    for (String name : paper.authors().isEmpty() ? List.of("Ada Quill") : paper.authors()) {
      String[] parts = name.split(" ", 2);
      json.writeStartArray();
      json.writeString(parts[parts.length - 1]);
      json.writeString(parts[0]);
      json.writeString("");
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
