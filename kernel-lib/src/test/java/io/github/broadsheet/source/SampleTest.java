package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleTest {
  private final List<Paper> papers = Sample.listing().papers();

  @Test
  void has41PapersWithATitleAndASentenceEach() {
    assertThat(papers).hasSize(41).allMatch(paper -> paper.source().equals("sample"));
    assertThat(papers).extracting(Paper::title).doesNotHaveDuplicates().noneMatch(String::isBlank);
    assertThat(papers)
        .extracting(paper -> Objects.requireNonNull(paper.abstractText()).length())
        .allMatch(length -> length > 60 && length < 300);
  }

  @Test
  void givesAnArxivIdOrSaysThatItIsItsOwn() {
    assertThat(papers)
        .extracting(Paper::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("\\d{4}\\.\\d{5}|sample:\\d\\d"));
    assertThat(papers)
        .allMatch(
            paper ->
                paper.id().startsWith("sample:")
                    ? paper.url() == null
                    : ("https://huggingface.co/papers/" + paper.id()).equals(paper.url()));
  }

  @Test
  void leavesUnknownWhatThePageDidNotShow() {
    Paper rot = papers.get(5);
    assertThat(rot.title()).isEqualTo("LLMs Can Get \"Brain Rot\"!");
    assertThat(rot.published()).isNull();
    assertThat(rot.authorCount()).isNull();
    assertThat(papers).filteredOn(paper -> paper.published() == null).hasSize(2);
    assertThat(papers).filteredOn(paper -> paper.authorCount() == null).hasSize(3);
    assertThat(papers).filteredOn(paper -> paper.comments() != null).hasSize(9);
    assertThat(papers).allMatch(paper -> paper.upvotes() == null && paper.listed() == null);
  }

  @Test
  void knowsAnOrganizationWhereAuthorsAreHidden() {
    Paper survey = papers.get(35);
    assertThat(survey.organization()).isEqualTo("LongCat");
    assertThat(survey.authorCount()).isNull();
    assertThat(survey.comments()).isEqualTo(4);
    assertThat(survey.published()).isEqualTo(LocalDate.of(2026, 4, 10));
    assertThat(survey.fetchedAt()).isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
  }
}
