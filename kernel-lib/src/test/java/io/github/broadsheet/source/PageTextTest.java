package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.broadsheet.PapersException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PageTextTest {
  private static final LocalDate TODAY = LocalDate.of(2029, 3, 4);

  private static final String PAGE =
      """
      new

      Get trending papers in your email inbox!

      Subscribe

      Daily Papers

      byAK and the research community

      Jun 1

      Quills: A Study of </script> and 5\\%

      Feathers are cut, 'dipped' and "weighed" · see https://example.org/quills for λ_c.

        • 6 authors
      ·
      Jun 26, 2023

      Inkwells Run Dry

      Ink is finite. We count the drops that forty scribes spill in one winter, and why they do it.

      Blotting at Scale

      Blots spread.

        • 1 authors
      ·
      Feb 8 3

      Paper Cranes 🧪 \u202Eabc

      Cranes fold.

      vellum-lab Vellum Lab of Folding
      ·
      Jun 2 4

      Last Leaf

      Leaves fall.

        • 16 authors
      ·
      Dec 31, 2024 2""";

  @Test
  void readsPapersWithAndWithoutABlock() {
    List<Paper> papers = read(PAGE).papers();

    assertThat(papers)
        .extracting(Paper::title)
        .containsExactly(
            "Quills: A Study of </script> and 5\\%",
            "Inkwells Run Dry", "Blotting at Scale", "Paper Cranes 🧪 \u202Eabc", "Last Leaf");
    assertThat(papers).extracting(Paper::authorCount).containsExactly(6, null, 1, null, 16);
    assertThat(papers).extracting(Paper::comments).containsExactly(null, null, 3, 4, 2);
    assertThat(papers.get(1).abstractText())
        .startsWith("Ink is finite.")
        .endsWith("why they do it.");
    assertThat(papers.get(1).published()).isNull();
    assertThat(papers.get(3).organization()).isEqualTo("Vellum Lab of Folding");
    assertThat(papers.get(0).organization()).isNull();
    assertThat(papers.get(0).abstractText()).endsWith("for λ_c.");
    assertThat(papers).allMatch(paper -> paper.source().equals("page"));
    assertThat(papers)
        .extracting(Paper::id)
        .allMatch(id -> id.matches("page:[0-9a-f]{10}"))
        .doesNotHaveDuplicates();
  }

  @Test
  void datesWithoutAYearAreInTheYearAfterTheLatestNamedUpToThePagesDay() {
    Listing listing = read(PAGE);

    assertThat(listing.papers())
        .extracting(Paper::published)
        .containsExactly(
            LocalDate.of(2023, 6, 26),
            null,
            LocalDate.of(2025, 2, 8),
            LocalDate.of(2024, 6, 2), // the day after the page can only be last year's
            LocalDate.of(2024, 12, 31));
    assertThat(listing.notes()).hasSize(1);
    assertThat(listing.notes().get(0)).startsWith("2 dates have no year and were read as of 2025.");
    assertThat(listing.papers().get(0).fetchedAt())
        .isEqualTo(Instant.parse("2025-06-01T00:00:00Z"));
  }

  @Test
  void theDayGivenSetsTheYear() {
    Listing listing = PageText.read(PAGE, LocalDate.of(2028, 6, 2), TODAY);

    assertThat(listing.papers().get(2).published()).isEqualTo(LocalDate.of(2028, 2, 8));
    assertThat(listing.papers().get(3).published()).isEqualTo(LocalDate.of(2028, 6, 2));
    assertThat(listing.papers().get(0).published()).isEqualTo(LocalDate.of(2023, 6, 26));
    assertThat(listing.notes()).isEmpty();
  }

  @Test
  void aLeapDayIsFoundInItsYear() {
    String page = PAGE.replace("Feb 8 3", "Feb 29");
    assertThat(PageText.read(page, LocalDate.of(2025, 1, 5), TODAY).papers().get(2).published())
        .isEqualTo(LocalDate.of(2024, 2, 29));
    Listing listing = PageText.read(page, LocalDate.of(2026, 5, 5), TODAY);
    assertThat(listing.papers().get(2).published()).isNull();
    assertThat(listing.notes())
        .containsExactly(
            "1 value left empty: date of record 3 \"Blotting at Scale\" is \"Feb 29\", not a day of"
                + " the calendar.");
  }

  @Test
  void layoutMakesNoDifference() {
    Listing expected = read(PAGE);
    assertThat(read(PAGE.replace("\n", "\r\n"))).isEqualTo(expected);
    assertThat(read(PAGE.replace("\n", "\r"))).isEqualTo(expected);
    assertThat(read(PAGE.replaceAll("\n+", "\n"))).isEqualTo(expected);
    assertThat(read(PAGE.replace("\n", "  \t\u00A0\n"))).isEqualTo(expected);
    assertThat(read(PAGE.replace("\n", "\n\n\n") + "\n\n")).isEqualTo(expected);
    assertThat(read(PAGE.replace("\n·\n", " · "))).isEqualTo(expected);
    assertThat(read(PAGE.replace("2024 2", "2024\n2"))).isEqualTo(expected);
    assertThat(read("\uFEFF" + PAGE)).isEqualTo(expected);
  }

  @Test
  void needsNoHeading() {
    String bare = PAGE.substring(PAGE.indexOf("Quills"));
    Listing listing = read(bare);

    assertThat(listing.papers()).hasSize(5);
    assertThat(listing.papers().get(2).published()).isEqualTo(LocalDate.of(2025, 2, 8));
    assertThat(listing.papers().get(3).published()).isEqualTo(LocalDate.of(2025, 6, 2));
    assertThat(listing.papers().get(0).fetchedAt()).isNull();
  }

  @Test
  void withoutAnyYearItIsTheLatestSuchDay() {
    String page = "Title\n\nAbstract.\n\n• 2 authors\n·\nMar 5\n";
    assertThat(read(page).papers().get(0).published()).isEqualTo(LocalDate.of(2028, 3, 5));
  }

  @Test
  void leavesOutTheFootOfThePageAndSaysSo() {
    Listing listing = read(PAGE + "\n\nPrevious\n\n1\n\nNext\n\nTOS\n");

    assertThat(listing.papers()).hasSize(5);
    assertThat(listing.notes().get(0))
        .startsWith("The text ends with \"Previous 1 Next TOS\", which is no paper");
  }

  @Test
  void readsATitleWithoutAbstract() {
    String page =
        "Alone\n• 2 authors\n·\nMar 5, 2024\nNext\nIts abstract.\n• 1 authors\n·\nMar 6, 2024";
    assertThat(read(page).papers())
        .extracting(Paper::title, Paper::abstractText)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Alone", null),
            org.assertj.core.groups.Tuple.tuple("Next", "Its abstract."));
  }

  @Test
  void saysWhenThereIsNoPaper() {
    String empty = PAGE.substring(0, PAGE.indexOf("Quills"));
    assertThat(PageText.fits(empty)).isTrue();
    assertThatThrownBy(() -> read(empty))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("holds no paper")
        .hasMessageContaining("copy it again");
    assertThat(PageText.fits("Dear diary, today I read a paper.\nIt was long.")).isFalse();
  }

  /** Reads the same records by the description of the format alone. */
  @Test
  void readsAll41RecordsOfTheFoundingPage() throws IOException {
    String text = Files.readString(RealData.path("page-text/daily-papers-search.txt"));
    List<Paper> papers = read(text).papers();
    List<String> lines =
        new ArrayList<>(Arrays.stream(text.split("\n")).map(String::strip).toList());
    lines.removeIf(String::isEmpty);
    lines.subList(0, lines.indexOf("Jun 1") + 1).clear();

    assertThat(papers).hasSize(41);
    int line = 0;
    for (int i = 0; i < 41; i++) {
      Paper paper = papers.get(i);
      assertThat(paper.title()).isEqualTo(lines.get(line++));
      assertThat(paper.abstractText()).isEqualTo(lines.get(line++));
      if (i == 5 || i == 16) {
        assertThat(paper.published()).isNull();
        assertThat(paper.authorCount()).isNull();
        continue;
      }
      if (i == 35) {
        assertThat(paper.organization()).isEqualTo("LongCat");
        assertThat(lines.get(line++)).isEqualTo("meituan-longcat LongCat");
      } else {
        assertThat("• " + paper.authorCount() + " authors").isEqualTo(lines.get(line++));
        assertThat(paper.organization()).isNull();
      }
      assertThat(lines.get(line++)).isEqualTo("·");
      assertThat(shown(paper)).isEqualTo(lines.get(line++));
    }
    assertThat(line).isEqualTo(lines.size());
    assertThat(papers).filteredOn(paper -> paper.comments() != null).hasSize(9);
    assertThat(papers)
        .filteredOn(paper -> paper.published() != null && paper.published().getYear() == 2026)
        .hasSize(9);
    assertThat(papers).extracting(Paper::id).doesNotHaveDuplicates();
  }

  @Test
  void theSampleHoldsTheSameFacts() throws IOException {
    String text = Files.readString(RealData.path("page-text/daily-papers-search.txt"));
    List<Paper> sample = Sample.listing().papers();
    List<Paper> page = read(text).papers();
    for (int i = 0; i < 41; i++) {
      assertThat(sample.get(i).title()).isEqualTo(page.get(i).title());
      assertThat(sample.get(i).published()).isEqualTo(page.get(i).published());
      assertThat(sample.get(i).authorCount()).isEqualTo(page.get(i).authorCount());
      assertThat(sample.get(i).organization()).isEqualTo(page.get(i).organization());
      assertThat(sample.get(i).comments()).isEqualTo(page.get(i).comments());
      assertThat(sample.get(i).fetchedAt()).isEqualTo(page.get(i).fetchedAt());
      assertThat(sharedWords(sample.get(i), page.get(i))).isEmpty();
    }
  }

  /** Runs of five words that our sentence has in common with the abstract. */
  private static List<String> sharedWords(Paper ours, Paper theirs) {
    List<String> runs = runs(ours);
    runs.retainAll(runs(theirs));
    return runs;
  }

  private static List<String> runs(Paper paper) {
    String[] words =
        Objects.requireNonNull(paper.abstractText()).toLowerCase(Locale.ROOT).split("\\W+");
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + 5 <= words.length; i++) {
      runs.add(String.join(" ", Arrays.asList(words).subList(i, i + 5)));
    }
    return runs;
  }

  private static String shown(Paper paper) {
    LocalDate day = Objects.requireNonNull(paper.published());
    String month = day.getMonth().toString();
    return month.charAt(0)
        + month.substring(1, 3).toLowerCase(Locale.ROOT)
        + " "
        + day.getDayOfMonth()
        + (day.getYear() == 2026 ? "" : ", " + day.getYear())
        + (paper.comments() == null ? "" : " " + paper.comments());
  }

  private static Listing read(String text) {
    return PageText.read(text, null, TODAY);
  }
}
