package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A line of arXiv's snapshot, read the quick way and as a tree: never two different papers. */
class ArxivRecordTest {
  private static final int TIMES = Integer.getInteger("broadsheet.fuzz", 150);

  private static ByteLines line(String text) throws IOException {
    ByteLines lines =
        new ByteLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(lines.next()).isTrue();
    return lines;
  }

  /** Whether the quick way knew it; if so, that the tree says the same. */
  private static boolean isQuick(String text) throws IOException {
    ByteLines line = line(text);
    Paper quick = ArxivRecord.quick(line, PaperTable.COLUMN_NAMES);
    Remarks remarks = new Remarks();
    if (quick != null) {
      assertThat(quick).as(text).isEqualTo(ArxivRecord.read(line.tree(), 1, remarks));
      assertThat(remarks.notes(1)).as(text).isEmpty();
    }
    return quick != null;
  }

  @Test
  void readsALineOfTheSnapshotTheQuickWayAsItsTreeSaysIt() throws IOException {
    for (String text : lines()) {
      assertThat(isQuick(text)).as(text).isTrue();
    }
    assertThat(isQuick(lines().get(0).replace("[\"Quill\",\"Ada\",\"\"]", "[\"Q\"],[],[\"\"]")))
        .isTrue();
  }

  @Test
  void leavesALineOfAnyOtherShapeToItsTree() throws IOException {
    String text = lines().get(0);
    for (String odd :
        List.of(
            text.replace("\"abstract\":\"", "\"abstract\":null,\"x\":\""),
            text.replace("\"versions\":[", "\"versions\":[1,"),
            text.replace("\"authors_parsed\"", "\"authors_unparsed\""),
            text.replace("\"id\":\"2510", "\"id\":\"nothing"),
            text.strip() + " 1",
            text.substring(0, 300),
            "[1]")) {
      assertThat(isQuick(odd)).as(odd).isFalse();
    }
  }

  @Test
  void saysTheSameOfALineThatIsDamaged() throws IOException {
    int quick = 0;
    for (int seed = 0; seed < TIMES; seed++) {
      String damaged = new Mutations(seed).slight(lines().get(seed % lines().size()));
      quick += isQuick(damaged.replace("\n", " ")) ? 1 : 0;
    }
    assertThat(quick).isGreaterThan(TIMES / 4);
  }

  @Test
  void leavesUnreadWhatNobodyWants() throws IOException {
    Paper paper =
        Objects.requireNonNull(ArxivRecord.quick(line(lines().get(1)), Set.of("published")));
    assertThat(paper.published()).isEqualTo("2007-04-02");
    assertThat(paper.abstractText()).isNull();
    assertThat(paper.authors()).isEmpty();
  }

  @Test
  void readsTheRealLinesAsTheirTreesSayThem() throws IOException {
    for (String text : Files.readAllLines(RealData.path("kaggle/arxiv-metadata-200.jsonl"))) {
      assertThat(isQuick(text)).as(text).isTrue();
    }
  }

  @Test
  void linesAreTheSameWhereverABufferEnds() throws IOException {
    StringBuilder text = new StringBuilder("\n \r\n");
    for (int i = 0; i < 900; i++) {
      text.append("{\"n\":").append(i).append(",\"x\":\"").append("é".repeat(i)).append("\"}\r\n");
    }
    ByteLines lines = line(text + "{\"n\":900}");
    for (int i = 0; i < 900; i++) {
      assertThat(lines.tree().path("n").asInt()).isEqualTo(i);
      assertThat(lines.tree().path("x").asText()).hasSize(i);
      assertThat(lines.next()).isTrue();
    }
    assertThat(lines.tree().path("n").asInt()).isEqualTo(900);
    assertThat(lines.place()).isEqualTo(901);
    assertThat(lines.next()).isFalse();
  }

  private static List<String> lines() {
    return List.of(
        PaperStreamTest.line(1, "cs.CL").strip(),
        PaperStreamTest.line(2, "hep-th").replace("ink", "i\\u00f1k \\ud83d \\u0000 é").strip());
  }
}
