package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.source.Paper;
import io.github.broadsheet.source.PaperTable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;
import tech.tablesaw.api.Table;

class ListingTextTest {
  @Test
  void showsRankTitleNoticeAuthorsAndLink() {
    assertThat(
            printed(
                Terminal.plain(),
                paper("Small Models, Long Memories", 12, 1, "https://example.org/papers/1")))
        .isEqualTo(
            """
              1 Small Models, Long Memories
                12 upvotes · 1 comment · Example Lab
                Ada Byron, Grace Hopper and 3 more
                https://example.org/papers/1
            """);
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(printed(Terminal.plain(), paper("Bare", null, null, null)))
        .contains("    Example Lab\n")
        .contains("    2501.00001\n")
        .doesNotContain("upvote", "null");
  }

  @Test
  void wrapsAtTheWidthOfTheTerminal() {
    String title = "Word ".repeat(40) + "長い題名".repeat(20);
    String text = printed(Terminal.plain(), paper(title, 1, 1, null));
    assertThat(text.lines()).allMatch(line -> line.length() <= 80);
    assertThat(text.lines().filter(line -> line.contains("長")))
        .allMatch(line -> line.codePoints().filter(point -> point > 0x3000).count() <= 38);
  }

  @Test
  void noTitleCanPaintOnTheTerminal() {
    String title = "\u001B[2J\u001B]0;owned\u0007Nice\r\nsecond \u202Eline\u202C \u009B31m";
    String text = printed(Terminal.plain(), paper(title, 1, 1, "javascript:alert(1)"));
    assertThat(text)
        .contains("Nice second line", "2501.00001")
        .doesNotContain("\u001B", "\u0007", "\r", "\u202E", "\u009B", "javascript");
    assertThat(text.lines()).hasSize(4);
  }

  @Test
  void coloursOnlyWhereTheScreenShowsThem() {
    Terminal colour = Terminal.of(java.util.Map.of(), true, true);
    assertThat(printed(colour, paper("Title", 1, 1, null))).contains("\u001B[1mTitle");
    assertThat(Terminal.of(java.util.Map.of("NO_COLOR", "1"), true, true).out())
        .isEqualTo(Ansi.OFF);
    assertThat(Terminal.of(java.util.Map.of("TERM", "dumb"), true, true).out()).isEqualTo(Ansi.OFF);
    assertThat(Terminal.of(java.util.Map.of(), false, true).out()).isEqualTo(Ansi.OFF);
    assertThat(Terminal.of(java.util.Map.of("COLUMNS", "132"), false, false).columns())
        .isEqualTo(132);
    assertThat(Terminal.of(java.util.Map.of("COLUMNS", "x"), false, false).columns()).isEqualTo(80);
  }

  private static String printed(Terminal terminal, Paper... papers) {
    StringWriter text = new StringWriter();
    Table table = PaperTable.of("Papers", List.of(papers));
    new ListingText(terminal).print(table, new PrintWriter(text));
    return text.toString();
  }

  private static Paper paper(
      String title, @Nullable Integer upvotes, @Nullable Integer comments, @Nullable String url) {
    return new Paper(
        "2501.00001",
        title,
        null,
        List.of("Ada Byron", "Grace Hopper", "Emmy Noether"),
        5,
        "Example Lab",
        null,
        null,
        upvotes,
        comments,
        List.of(),
        List.of(),
        null,
        null,
        null,
        url,
        "hf",
        null);
  }
}
