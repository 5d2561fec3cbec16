package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** XChart searches for ticks without end when names look alike where they are cut. */
class EndlessAxisTest {
  @Test
  void namesThatBeginAlikeEndInAChartAndNotInALoop() {
    String[] titles =
        IntStream.range(0, 15)
            .mapToObj(i -> "A long title that begins like all the other ones, number " + i)
            .toArray(String[]::new);
    Table table =
        Table.create(
            StringColumn.create("title", titles),
            IntColumn.create("upvotes", IntStream.range(1, 16).toArray()));

    var bundle =
        assertTimeoutPreemptively(
            Duration.ofSeconds(300), () -> Plot.bars(table, "title", "upvotes").mimeBundle());

    assertThat(bundle)
        .containsKeys("application/vnd.plotly.v1+json", "text/html", "image/png", "text/plain");
  }
}
