package io.github.broadsheet.bench;

import io.github.broadsheet.Papers;
import io.github.broadsheet.source.ReplayServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How fast archived answers of Hugging Face, from 2024-05-27 to 2025-12-31, come through a loopback
 * server into a new archive, in how many requests; beside Python's urllib, json and pandas, which
 * ask for the same days in the same run and keep nothing. It needs what {@link ReplayServer} needs.
 */
public final class BackfillBench {
  private static final String FROM = "2024-05-27";
  private static final String TO = "2025-12-31";
  private static final String PYTHON =
      """
      import datetime, json, sys, time, urllib.request
      import pandas
      start = time.perf_counter()
      day, records, asked = datetime.date.fromisoformat(sys.argv[2]), [], 0
      while day <= datetime.date.fromisoformat(sys.argv[3]):
          with urllib.request.urlopen(f'{sys.argv[1]}/api/daily_papers?date={day}&limit=100') as answer:
              records += [record['paper'] for record in json.load(answer)]
          asked += 1
          day += datetime.timedelta(1)
      rows = len(pandas.DataFrame(records))
      seconds = time.perf_counter() - start
      print(f'Python: {rows:,} records in {seconds:.1f} s, {rows / seconds:,.0f} a second, {asked} requests')
      """;

  private BackfillBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 1) {
      System.setProperty("broadsheet.home", args[0]);
      fetch();
      return;
    }
    Path home = Files.createTempDirectory("backfill-bench");
    try (ReplayServer hub = ReplayServer.start("--today", TO, "--quota", "100000/300")) {
      String here = hub.uri().toString();
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String classPath = System.getProperty("java.class.path");
      String bench = BackfillBench.class.getName();
      run(here, List.of(java, "-cp", classPath, bench, home.toString()));
      System.out.printf("%,d requests%n", hub.log().size());
      run(here, List.of("/usr/bin/python3", "-c", PYTHON, here, FROM, TO));
    } finally {
      try (Stream<Path> files = Files.walk(home)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void run(String hub, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder process = new ProcessBuilder(command).inheritIO();
    process.environment().put("HF_ENDPOINT", hub);
    process.start().waitFor();
  }

  private static void fetch() {
    for (String what : List.of("from the network", "again")) {
      long start = System.nanoTime();
      int rows = Papers.between(FROM, TO).rowCount();
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%s: %,d papers in %.1f s, %,.0f a second%n",
          what,
          rows,
          seconds,
          rows / seconds);
    }
  }
}
