package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** The buckets and counts of a trend against pandas' resampling of the same rows. */
class TrendPandasTest {
  private static final String COUNT =
      """
      import sys, pandas as pd
      papers = pd.read_json(sys.argv[1], lines=True, dtype={'id': str})
      papers = papers.dropna(subset=['published'])
      papers['published'] = pd.to_datetime(papers['published'])
      text = papers['title'] + ' . ' + papers['abstract']
      papers['hit'] = text.str.contains(r'\\b' + sys.argv[3] + r's?\\b', case=False).astype(int)
      ends = pd.offsets
      freq = {'DAY': ends.Day(), 'WEEK': ends.Week(weekday=6), 'MONTH': ends.MonthEnd(),
              'QUARTER': ends.QuarterEnd(startingMonth=12), 'YEAR': ends.YearEnd()}[sys.argv[2]]
      counts = papers.set_index('published')['hit'].resample(freq).agg(['sum', 'count'])
      for end, row in counts.iterrows():
          print(end.date(), row['sum'], row['count'])
      """;

  /** Debian's python3-pandas belongs to Debian's own Python. */
  private static final String PYTHON =
      Files.exists(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";

  @TempDir private Path folder;

  @BeforeAll
  static void needsPandas() throws IOException, InterruptedException {
    assumeThat(isPandasHere()).as("pandas for python3 (python3-pandas) is missing").isTrue();
  }

  private static boolean isPandasHere() throws InterruptedException {
    try {
      Process python =
          new ProcessBuilder(PYTHON, "-W", "ignore", "-c", "import pandas")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return python.waitFor(60, TimeUnit.SECONDS) && python.exitValue() == 0;
    } catch (IOException noPython) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsAsPandasDoes(Bucket bucket) throws IOException, InterruptedException {
    Table papers = Papers.generated(1500, 9);
    Path file = folder.resolve("papers.jsonl");
    Papers.write(papers, file);
    Path script = Files.writeString(folder.resolve("count.py"), COUNT);
    Process python =
        new ProcessBuilder(PYTHON, script.toString(), file.toString(), bucket.name(), "world model")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> expected =
        new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(python.waitFor()).isZero();
    List<String> counted = new ArrayList<>();
    for (Row row : Trend.of(papers, "world model").by(bucket).table()) {
      counted.add(
          bucket.end(row.getDate("bucket"))
              + " "
              + row.getInt("count")
              + " "
              + row.getInt("total"));
    }
    assertThat(counted).isEqualTo(expected);
  }
}
