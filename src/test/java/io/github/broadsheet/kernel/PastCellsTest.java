package io.github.broadsheet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.protocol.History;
import io.github.broadsheet.protocol.History.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastCellsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void keepsCellsForLaterSessions() {
    PastCells first = session();
    first.add(1, "int a = 1;");
    first.add(2, "a");
    first.result(2, "1");
    PastCells second = session();
    second.add(1, "int b = 2;");
    assertThat(second.find(new History.Tail(2, false)))
        .containsExactly(new Entry(1, 2, "a", "1"), new Entry(2, 1, "int b = 2;", null));
    assertThat(second.find(new History.Range(-1, 1, 2, false)))
        .containsExactly(new Entry(1, 1, "int a = 1;", null));
    assertThat(second.find(new History.Range(0, 1, 9, false))).hasSize(1);
    assertThat(second.find(new History.Range(1, 1, 9, false))).hasSize(2);
    assertThat(session().find(new History.Search("int*", 9, false, false)))
        .extracting(Entry::input)
        .containsExactly("int a = 1;", "int b = 2;");
  }

  @Test
  void givesKernelsThatRunAtOnceNumbersOfTheirOwn() {
    PastCells one = session();
    PastCells other = session();
    one.add(1, "1");
    other.add(1, "2");
    one.add(2, "3");
    assertThat(session().find(new History.Tail(9, false)))
        .extracting(e -> e.session() + ":" + e.line() + " " + e.input())
        .containsExactly("1:1 1", "2:1 2", "1:2 3");
  }

  @Test
  void losesOneLineAtMostToACrash() throws IOException {
    session().add(1, "first");
    Files.writeString(file(), "{\"s\":1,\"l\":2,\"i\":\"cu", StandardOpenOption.APPEND);
    session().add(1, "after");
    assertThat(session().find(new History.Tail(9, false)))
        .extracting(Entry::input)
        .containsExactly("first", "after");
  }

  @Test
  void keepsNoSecret() {
    session().add(1, "%env HF_TOKEN=hf_abcdefgh123\nString password = \"correct horse\";");
    assertThat(file()).content().contains("HF_TOKEN").doesNotContain("hf_abc", "correct");
  }

  @Test
  void forgetsTheOlderHalfWhenItIsTooMuch() throws IOException {
    String line = "{\"s\":7,\"l\":1,\"i\":\"" + "x".repeat(10_000) + "\"}\n";
    Files.writeString(file(), line.repeat(1_000));
    session().add(1, "new");
    assertThat(Files.size(file())).isLessThan(6_000_000);
    assertThat(session().find(new History.Tail(1, false)))
        .isEqualTo(List.of(new Entry(8, 1, "new", null)));
  }

  @Test
  void runsCellsWithoutAFolderToWriteTo() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    PastCells cells = new PastCells(new HistoryFile(folder.resolve("file/history.jsonl")));
    cells.add(1, "1");
    cells.result(1, "1");
    assertThat(cells.find(new History.Tail(1, false))).hasSize(1);
  }

  private Path file() {
    return folder.resolve("history.jsonl");
  }

  private PastCells session() {
    return new PastCells(new HistoryFile(file()));
  }
}
