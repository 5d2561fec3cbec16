package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a JVM of its own, as Tablesaw starts once in each. */
class TablesawStartTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tech.tablesaw.columns.strings.StringColumnType.instance().name()",
        "new tech.tablesaw.io.csv.CsvReader().getClass().getSimpleName()"
      })
  void letsTheFirstCellBeginAtTheOtherEnd(String cell, @TempDir Path folder) throws Exception {
    Path said = folder.resolve("said.txt");
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    Process process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FirstCell.class.getName(),
                cell)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).describedAs("the cell and the start wait for each other").isTrue();
    assertThat(said).content().contains("text/plain=");
  }

  /** Runs a cell while Tablesaw starts. */
  static final class FirstCell {
    public static void main(String[] args) {
      try (Session session = Session.open()) {
        session.rehearse();
        Session.startTables();
        System.out.println(session.evaluate(new Cell(1, args[0]), new Transcript()));
      }
      System.exit(0);
    }
  }
}
