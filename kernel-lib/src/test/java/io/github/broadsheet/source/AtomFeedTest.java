package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.broadsheet.PapersException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AtomFeedTest {
  private static final Instant NOW = Instant.parse("2026-08-02T22:00:00Z");

  /** As the API answered until 2025. */
  private static final String OLD_ORDER =
      """
      <entry>
        <id>http://arxiv.org/abs/2401.00010v2</id>
        <updated>2024-02-01T00:00:00Z</updated>
        <published>2024-01-01T23:30:00Z</published>
        <title>Quills
        that write &lt;/script&gt; &amp; $\\alpha$</title>
        <summary>  Feathers,
      sharpened. </summary>
        <author><name>Ada Quill</name>
          <arxiv:affiliation>Goose Farm</arxiv:affiliation></author>
        <author><name>Bo Nib</name></author>
        <arxiv:comment>12 pages</arxiv:comment>
        <arxiv:primary_category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
        <category term="cs.AI" scheme="http://arxiv.org/schemas/atom"/>
        <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
        <category term="68T50, 62H30"/><category term="I.2.7"/>
      </entry>
      """;

  /** As it answers since 2026. */
  private static final String NEW_ORDER =
      """
      <entry>
        <id>http://arxiv.org/abs/math/0601001v1</id>
        <title>Old sums</title>
        <updated>2006-01-02T00:00:00Z</updated>
        <link href="https://arxiv.org/abs/math/0601001v1" rel="alternate" type="text/html"/>
        <summary>Sums.</summary>
        <category term="math.AG"/>
        <published>2006-01-02T00:00:00Z</published>
        <arxiv:primary_category term="math.AG"/>
        <author><name>Cy Vellum</name></author>
      </entry>
      """;

  @Test
  void readsBothOrdersOfTheElements() {
    AtomFeed feed = AtomFeed.read(feed(OLD_ORDER + NEW_ORDER), NOW);

    assertThat(feed.total()).isEqualTo(2);
    assertThat(feed.listing().notes()).isEmpty();
    Paper quills = feed.listing().papers().get(0);
    assertThat(quills.id()).isEqualTo("2401.00010");
    assertThat(quills.title()).isEqualTo("Quills that write </script> & $\\alpha$");
    assertThat(quills.abstractText()).isEqualTo("Feathers, sharpened.");
    assertThat(quills.authors()).containsExactly("Ada Quill", "Bo Nib");
    assertThat(quills.authorCount()).isEqualTo(2);
    assertThat(quills.published()).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(quills.categories()).containsExactly("cs.CL", "cs.AI");
    assertThat(quills.url()).isEqualTo("https://arxiv.org/abs/2401.00010");
    assertThat(quills.source()).isEqualTo("arxiv");
    assertThat(quills.fetchedAt()).isEqualTo(NOW);
    assertThat(quills.upvotes()).isNull();
    assertThat(quills.comments()).isNull();
    Paper sums = feed.listing().papers().get(1);
    assertThat(sums.id()).isEqualTo("math/0601001");
    assertThat(sums.authors()).containsExactly("Cy Vellum");
    assertThat(sums.published()).isEqualTo(LocalDate.of(2006, 1, 2));
  }

  @Test
  void readsAnAnnouncementWhoseDayIsNotThePapers() {
    String entry =
        """
        <entry><id>oai:arXiv.org:2508.00020v1</id><title>Blots</title>
          <summary>arXiv:2508.00020v1 Announce Type: new
        Abstract: Blots spread.</summary>
          <category term="cs.CL"/><published>2025-08-20T00:00:00-04:00</published>
          <dc:creator xmlns:dc="urn:dc">Ada Quill, Bo Nib</dc:creator></entry>
        """;
    Paper paper = AtomFeed.read(feed(entry), NOW).listing().papers().get(0);

    assertThat(paper.id()).isEqualTo("2508.00020");
    assertThat(paper.abstractText()).isEqualTo("Blots spread.");
    assertThat(paper.authors()).containsExactly("Ada Quill", "Bo Nib");
    assertThat(paper.published()).isNull();
  }

  @Test
  void skipsAnEntryThatIsNoPaperAndKeepsTheRest() {
    String bad =
        "<entry><id>https://example.org/post/1</id><title>A blog</title></entry>"
            + "<entry><id>http://arxiv.org/abs/2401.00011v1</id></entry>"
            + NEW_ORDER.replace("<published>2006-01-02T00:00:00Z", "<published>once");
    Listing listing = AtomFeed.read(feed(bad), null).listing();

    assertThat(listing.papers()).extracting(Paper::id).containsExactly("math/0601001");
    assertThat(listing.papers().get(0).published()).isNull();
    assertThat(listing.notes()).hasSize(2);
    assertThat(listing.notes().get(0))
        .isEqualTo(
            "2 of 3 records skipped: record 1 (https://example.org/post/1) has no arXiv id;"
                + " record 2 (http://arxiv.org/abs/2401.00011v1) has no title.");
    assertThat(listing.notes().get(1)).contains("published of record 3", "\"once\"");
  }

  @Test
  void saysWhatArxivReportsAsAnError() {
    String error =
        """
        <entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_x</id><title>Error</title>
          <summary>incorrect id format for x</summary>
          <author><name>arXiv api core</name></author></entry>
        """;
    assertThatThrownBy(() -> AtomFeed.read(feed(error), NOW))
        .isInstanceOf(PapersException.class)
        .hasMessage("arXiv refused the query: incorrect id format for x.");
  }

  @Test
  void saysWhenItIsNoWholeFeed() {
    String whole = feed(OLD_ORDER);
    assertThatThrownBy(() -> AtomFeed.read(whole.substring(0, whole.length() / 2), NOW))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("breaks off or is broken at line");
    assertThatThrownBy(() -> AtomFeed.read("Rate exceeded.", NOW))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("\"Rate exceeded.\"");
    assertThatThrownBy(() -> AtomFeed.read("<rss version='2.0'><channel/></rss>", NOW))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("expected <feed>, found <rss>");
  }

  @Test
  void anEntityReachesForNothing() {
    String attack =
        "<!DOCTYPE feed [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
            + feed(OLD_ORDER.replace("Feathers", "&x;"));
    assertThatThrownBy(() -> AtomFeed.read(attack, NOW)).isInstanceOf(PapersException.class);
  }

  @Test
  void readsTheRecordedAnswers() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (Path file : RealData.files("arxiv-atom")) {
      String name = file.getFileName().toString();
      String xml = Files.readString(file);
      if (name.equals("index.json")) {
        continue;
      }
      if (name.startsWith("id_abc")) {
        assertThatThrownBy(() -> AtomFeed.read(xml, NOW))
            .hasMessage("arXiv refused the query: incorrect id format for abc.");
        continue;
      }
      Listing listing = AtomFeed.read(xml, NOW).listing();
      assertThat(listing.notes()).as(name).isEmpty();
      assertThat(listing.papers()).as(name).hasSize(xml.split("<entry>", -1).length - 1);
      assertThat(listing.papers())
          .as(name)
          .allMatch(paper -> paper.id().matches("\\d{4}\\.\\d{4,5}|[a-z-]+/\\d{7}"))
          .allMatch(paper -> paper.abstractText() != null && paper.published() != null)
          .allMatch(paper -> !paper.authors().isEmpty() && !paper.categories().isEmpty())
          .allMatch(paper -> xml.contains("primary_category term=\"" + paper.categories().get(0)));
      counts.put(name, listing.papers().size());
    }
    assertThat(counts)
        .containsEntry("id_0000.0000_s0_m100.xml", 0)
        .containsEntry("id_astro-ph_0601001_s0_m100.xml", 1)
        .containsEntry("q_testing_s0_m100.xml", 100)
        .containsEntry("arxiv_atom_2026-08-02.xml", 25)
        .hasSize(20);
  }

  @Test
  void readsTheRecordedAnnouncement() throws IOException {
    String xml = Files.readString(RealData.files("arxiv-rss").get(0));
    Listing listing = AtomFeed.read(xml, NOW).listing();

    assertThat(listing.papers()).hasSize(7).allMatch(paper -> paper.published() == null);
    assertThat(listing.papers())
        .allMatch(paper -> !String.valueOf(paper.abstractText()).contains("Announce Type"));
  }

  private static String feed(String entries) {
    return "<?xml version='1.0' encoding='UTF-8'?>\n"
        + "<feed xmlns:opensearch='http://a9.com/-/spec/opensearch/1.1/'"
        + " xmlns:arxiv='http://arxiv.org/schemas/atom' xmlns='http://www.w3.org/2005/Atom'>"
        + "<id>https://arxiv.org/api/x</id><title>arXiv Query: all:ink</title>"
        + "<opensearch:totalResults>2</opensearch:totalResults>"
        + entries
        + "</feed>\n";
  }
}
