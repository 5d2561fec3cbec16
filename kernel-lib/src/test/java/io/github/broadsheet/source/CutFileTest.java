package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.broadsheet.PapersException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages and tables that were saved in part: the papers that are whole, and what is lost. */
class CutFileTest {
  private static final String REST =
      " before that are here, what follows is lost. Fetch or save the file again to have all.";

  @TempDir private Path folder;

  private ReadTable read(String text) throws IOException {
    return PaperFile.read(Files.writeString(folder.resolve("cut"), text), null);
  }

  private static List<String> column(ReadTable read, String name) {
    return read.table().stringColumn(name).asList();
  }

  private static String record(int number) {
    return "{\"paper\":{\"id\":\"2505.000%d0\",\"title\":\"Ink & \\\"%d\\\"\",\"upvotes\":%d}}"
        .formatted(number, number, number);
  }

  private static String page(String props) {
    return "<!DOCTYPE html><html><body><div data-target=\"Other\" data-props=\"{}\"></div><div"
        + " data-target=\"DailyPapers\" data-props=\""
        + props.replace("&", "&amp;").replace("\"", "&quot;");
  }

  @Test
  void aPageOfHuggingFaceGivesThePapersBeforeTheCutWhereverItIs() throws IOException {
    String whole =
        page(
            "{\"dateString\":\"2025-05-02\",\"dailyPapers\":["
                + String.join(",", record(1), record(2), record(3))
                + "],\"periodType\":\"day\"}");
    int first = whole.indexOf("Ink");
    int second = whole.indexOf("Ink", first + 1);
    int third = whole.indexOf("Ink", second + 1);
    for (int end = second; end < third; end += 3) {
      ReadTable read = read(whole.substring(0, end));
      // The first is whole a few signs before the second begins to have a title.
      assertThat(column(read, "id").size()).isBetween(1, 2);
      assertThat(column(read, "title")).contains("Ink & \"1\"");
      assertThat(read.table().dateColumn("listed").get(0)).isEqualTo("2025-05-02");
      assertThat(read.notes())
          .singleElement()
          .asString()
          .startsWith("The saved page breaks off or is broken: the ");
    }
    assertThat(column(read(whole), "id")).containsExactly("2505.00030", "2505.00020", "2505.00010");
    assertThatThrownBy(() -> read(whole.substring(0, first + 3)))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("This web page holds no listing");
  }

  private static String entry(int number) {
    return """
        <dt><a href ="/abs/2508.000%1$d0" title="Abstract">x</a></dt>
        <dd><div class='meta'><div class='list-title mathjax'>Paper %1$d on ink</div>
        <div class='list-authors'><a href="#">Ada Quill</a></div></div></dd>
        """
        .formatted(number);
  }

  @Test
  void aPageOfArxivNeverGivesHalfATitle() throws IOException {
    String whole = "<!DOCTYPE html><html><body><dl id='articles'>" + entry(1) + entry(2) + entry(3);
    int from = whole.indexOf("</dd>", whole.indexOf("</dd>") + 1) + 5;
    for (int end = from; end < whole.length() - 7; end++) {
      ReadTable read = read(whole.substring(0, end));
      assertThat(column(read, "title")).containsExactly("Paper 1 on ink", "Paper 2 on ink");
      assertThat(read.notes()).containsExactly("The saved page breaks off: the 2 records" + REST);
    }
    ReadTable all = read(whole + "</dl></body></html>");
    assertThat(column(all, "title")).hasSize(3);
    assertThat(all.notes()).isEmpty();
  }

  @Test
  void aTitleDoesNotTakeTheAuthorsInWhereItsEndIsDamaged() throws IOException {
    String page =
        "<html><dl id='articles'>" + entry(1).replace("ink</div>", "ink</div") + "</dl></html>";
    assertThat(column(read(page), "title")).containsExactly("Paper 1 on ink");
    String swallowed =
        page.replace("ink</div", "ink</divx>").replace("</dd>", "<p class='damaged'>Long</p></dd>");
    assertThat(column(read(swallowed), "title")).containsExactly("Paper 1 on ink");
  }

  @Test
  void aTableNamesTheRowAndWhatItLacks() throws IOException {
    String csv =
        "id,title,abstract,upvotes\n\"2510.00010\",\"One\",\"A \"\"b\"\", c\nd\",1\n"
            + "\"2510.00020\",\"Two, or \"\"more";
    ReadTable read = read(csv);
    assertThat(column(read, "abstract")).containsExactly("A \"b\", c\nd");
    assertThat(read.notes())
        .containsExactly(
            "The CSV file breaks off in row 2, inside the quotes of title and before abstract,"
                + " upvotes: the record before that is here, what follows is lost. Fetch or save the"
                + " file again to have all.");
    ReadTable plain = read(csv + "\"");
    assertThat(column(plain, "id")).containsExactly("2510.00010");
    assertThat(plain.notes())
        .containsExactly("1 of 2 records skipped: row 2 has 2 values for 4 columns.");
  }

  @Test
  void aTableThatIsCutAfterItsLastColumnHasBegunLosesThatRow() throws IOException {
    ReadTable read = read("id,title\n2510.00010,\"One\"\n2510.00020,\"Tw");
    assertThat(column(read, "title")).containsExactly("One");
    assertThat(read.notes().get(0))
        .startsWith("The CSV file breaks off in row 2, inside the quotes of title: the record");
  }

  @Test
  void aWidePageIsReadAsFarAsItGoesToo() throws IOException {
    byte[] text =
        page("{\"dailyPapers\":[" + record(1) + "," + record(2)).getBytes(StandardCharsets.UTF_16);
    ReadTable read = PaperFile.read(Files.write(folder.resolve("wide"), text), null);
    assertThat(column(read, "id")).containsExactly("2505.00020", "2505.00010");
  }
}
