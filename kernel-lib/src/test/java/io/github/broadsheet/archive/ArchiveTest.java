package io.github.broadsheet.archive;

import static io.github.broadsheet.archive.Some.NOON;
import static io.github.broadsheet.archive.Some.arxiv;
import static io.github.broadsheet.archive.Some.day;
import static io.github.broadsheet.archive.Some.hf;
import static io.github.broadsheet.archive.Some.list;
import static io.github.broadsheet.archive.Some.lists;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.source.ListKeeper.Extent;
import io.github.broadsheet.source.ListKeeper.Lists;
import io.github.broadsheet.source.Listing;
import io.github.broadsheet.source.Paper;
import io.github.broadsheet.source.PaperTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class ArchiveTest {
  private static final Instant LATER = NOON.plusSeconds(3600);

  @TempDir private Path home;
  private Archive archive;

  @BeforeEach
  void open() {
    archive = Archive.open(home);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private void keep(Paper... papers) {
    archive.keep(Listing.of(List.of(papers)));
  }

  private Paper only() {
    return Objects.requireNonNull(Some.only(archive.all("Archive")));
  }

  private List<String> ids(String from, String to) {
    return archive.between("", day(from), day(to)).stringColumn("id").asList();
  }

  @Test
  void givesBackWhatItWasGiven() {
    Paper whole = hf("2510.00010", "2025-10-29", 5, NOON);
    Paper bare =
        new Paper(
            "2510.00020",
            "Bare",
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            "hf",
            NOON);
    keep(whole, bare);
    close();
    open();
    Table table = archive.all("Archive");
    Table same = PaperTable.of("Archive", List.of(whole, bare));
    assertThat(table.columnNames()).isEqualTo(same.columnNames());
    assertThat(table.types()).isEqualTo(same.types());
    assertThat(table.print(10)).isEqualTo(same.print(10));
    assertThat(table.stringColumn("abstract").isMissing(1)).isTrue();
    assertThat(table.intColumn("upvotes").isMissing(1)).isTrue();
  }

  @Test
  void makesOneRowOfBothHalvesOfAPaperWhicheverComesFirst() {
    Paper votes = hf("2510.00010", "2025-10-29", 5, NOON);
    Paper later = arxiv("2510.00010", "Second title", LATER);
    Paper earlier = arxiv("2510.00010", "First title", NOON.minusSeconds(9));
    keep(votes, later);
    assertThat(only())
        .isEqualTo(
            new Paper(
                "2510.00010",
                "Second title",
                later.abstractText(),
                later.authors(),
                3,
                "Example Lab",
                day("2025-10-01"),
                day("2025-10-29"),
                5,
                1,
                votes.keywords(),
                later.categories(),
                votes.codeUrl(),
                7,
                null,
                votes.url(),
                "hf",
                NOON));
    close();
    home = home.resolve("other");
    open();
    keep(earlier, votes);
    assertThat(only().title()).isEqualTo("Paper 2510.00010");
    assertThat(only().authorCount()).isEqualTo(3);
    assertThat(only().categories()).containsExactly("cs.CL", "cs.AI");
    assertThat(only().published()).isEqualTo("2025-10-01");
    assertThat(only().url()).isEqualTo(votes.url());
    assertThat(only().source()).isEqualTo("hf");
  }

  @Test
  void keepsTheNewestVotesAndTheEarliestDayInWhateverOrderTheyCome() {
    keep(hf("2510.00010", "2025-10-30", 9, LATER));
    keep(hf("2510.00010", "2025-10-29", 5, NOON));
    keep(hf("2510.00010", "2025-10-29", 5, NOON));
    assertThat(only().upvotes()).isEqualTo(9);
    assertThat(only().fetchedAt()).isEqualTo(LATER);
    assertThat(only().listed()).isEqualTo("2025-10-29");
    Table history = archive.history("History", "2510.00010");
    assertThat(history.columnNames()).containsExactly("seen_at", "upvotes", "comments");
    assertThat(history.instantColumn("seen_at").asList()).containsExactly(NOON, LATER);
    assertThat(history.intColumn("upvotes").asList()).containsExactly(5, 9);
  }

  @Test
  void givesAListAsItsDayHadItMostUpvotedFirst() {
    archive.keep(
        list(
            "2025-10-28",
            NOON,
            hf("2510.00010", "2025-10-28", 1, NOON),
            hf("2510.00011", "2025-10-28", 1, NOON)));
    archive.keep(
        list(
            "2025-10-29",
            NOON,
            hf("2510.00012", "2025-10-29", 8, NOON),
            hf("2510.00010", "2025-10-29", 1, NOON)));
    assertThat(ids("2025-10-28", "2025-10-29"))
        .containsExactly("2510.00012", "2510.00010", "2510.00011");
    assertThat(ids("2025-10-29", "2025-10-29")).containsExactly("2510.00012", "2510.00010");
    assertThat(
            archive.between("", day("2025-10-29"), day("2025-10-29")).dateColumn("listed").asList())
        .containsOnly(day("2025-10-29"));
  }

  @Test
  void freezesADayThatWasFetchedWholeMoreThanTwoWeeksAfterIt() {
    archive.keep(lists("2025-12-15", "2025-12-16", true, NOON));
    assertThat(archive.has(day("2025-12-15"))).isTrue();
    assertThat(archive.has(day("2025-12-16"))).isFalse();
    assertThat(archive.knows(day("2025-12-16"))).isTrue();
    assertThat(archive.knows(day("2025-12-17"))).isFalse();
    assertThat(archive.listed(day("2025-12-15"))).contains(false);
    assertThat(archive.listed(day("2025-12-16"))).isEmpty();
  }

  @Test
  void asksAgainForAListWithUnreadableRecordsButNotForEver() {
    Paper good = hf("2510.00010", "2025-10-29", 5, NOON);
    List<Boolean> frozen = new ArrayList<>();
    for (int fetch = 0; fetch < 3; fetch++) {
      archive.keep(lists("2025-10-29", "2025-10-29", false, NOON.plusSeconds(fetch), good));
      frozen.add(archive.has(day("2025-10-29")));
    }
    assertThat(frozen).containsExactly(false, false, true);
  }

  @Test
  void neverTakesTheBeginningOfAListForAllOfIt() {
    LocalDate day = day("2025-10-29");
    for (int fetch = 0; fetch < 5; fetch++) {
      Paper first = hf("2510.00010", "2025-10-29", 5, NOON);
      Instant asked = NOON.plusSeconds(fetch);
      archive.keep(new Lists(day, day, Listing.of(List.of(first)), Extent.BEGUN, asked));
    }
    assertThat(archive.has(day)).isFalse();
    archive.keep(
        lists("2025-10-29", "2025-10-29", false, LATER, hf("2510.00010", "2025-10-29", 5, LATER)));
    assertThat(archive.has(day)).isFalse();
  }

  @Test
  void takesTheNewerListButNeverNothingForSomething() {
    archive.keep(list("2025-10-29", NOON, hf("2510.00010", "2025-10-29", 5, NOON)));
    archive.keep(list("2025-10-29", LATER, hf("2510.00011", "2025-10-29", 5, LATER)));
    assertThat(ids("2025-10-29", "2025-10-29")).containsExactly("2510.00011");
    archive.keep(list("2025-10-29", NOON, hf("2510.00012", "2025-10-29", 5, NOON)));
    archive.keep(list("2025-10-29", LATER.plusSeconds(1)));
    assertThat(ids("2025-10-29", "2025-10-29")).containsExactly("2510.00011");
    assertThat(archive.all("").rowCount()).isEqualTo(3);
  }

  @Test
  void losesNothingToAListOfWhichAPartCame() {
    archive.keep(list("2025-12-29", NOON, hf("2512.00010", "2025-12-29", 5, NOON)));
    archive.keep(
        lists("2025-12-28", "2025-12-29", false, LATER, hf("2512.00011", "2025-12-29", 5, LATER)));
    assertThat(ids("2025-12-29", "2025-12-29")).containsExactly("2512.00010", "2512.00011");
    assertThat(archive.knows(day("2025-12-28"))).isFalse();
  }

  @Test
  void tellsWhatItHolds() {
    assertThat(archive.contents()).isEqualTo(new Archive.Contents(0, 0, 0, null, null, 0));
    archive.keep(
        lists(
            "2025-10-25",
            "2025-10-29",
            true,
            NOON,
            hf("2510.00010", "2025-10-27", 5, NOON),
            hf("2510.00011", "2025-10-29", 5, NOON)));
    assertThat(archive.contents())
        .isEqualTo(new Archive.Contents(2, 2, 5, day("2025-10-27"), LocalDate.of(2025, 10, 29), 2));
    assertThat(archive.newest()).contains(day("2025-10-29"));
    archive.check();
  }

  @Test
  void readsInAnyShellUnderTheNamesOfTheListing() throws SQLException {
    keep(hf("2510.00010", "2025-10-29", 5, NOON));
    try (Connection shell = DriverManager.getConnection("jdbc:sqlite:" + archive.file());
        Statement statement = shell.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM listing")) {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        names.add(row.getMetaData().getColumnName(i));
      }
      assertThat(names).isEqualTo(PaperTable.of("", List.of()).columnNames());
      assertThat(row.getString("listed")).isEqualTo("2025-10-29");
      assertThat(row.getString("fetched_at")).isEqualTo("2025-12-30T12:00:00.123Z");
      assertThat(row.getString("authors")).isEqualTo("Ada Example; Ben, Example");
    }
  }
}
